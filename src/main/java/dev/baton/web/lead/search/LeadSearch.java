package dev.baton.web.lead.search;

import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.people.Person;
import dev.baton.sql.Sql;
import dev.baton.web.lead.search.LeadFilter.LeadOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Search for leads; reads only. */
@Component
class LeadSearch {
  static final int PAGE = 50;

  /**
   * Lower case is the database's; whoever types a letter that it doesn't know is found as typed.
   */
  private static final String WORD =
      """
      (lower(l.email) like :lower%1$d escape '!' or lower(l.external_id) like :lower%1$d escape '!'
        or exists (select 1 from profile_value p where p.lead_id = l.id
          and p.field in ('firstName', 'lastName', 'company')
          and (lower(p.content) like :lower%1$d escape '!' or p.content like :word%1$d escape '!')
          and not exists (select 1 from profile_value n
            where n.lead_id = p.lead_id and n.field = p.field
              and (n.occurred_at > p.occurred_at
                or (n.occurred_at = p.occurred_at and n.recorded_at > p.recorded_at)))))
      """;

  private final JdbcClient db;

  LeadSearch(JdbcClient db) {
    this.db = db;
  }

  /** Ids of leads that a person may see, from an offset on. */
  List<String> ids(LeadFilter filter, Person reader, int offset, int limit) {
    Conditions conditions = new Conditions();
    conditions.add("l.id = :id", "id", filter.id());
    conditions.add("h.owner = :owner", "owner", filter.owner());
    conditions.add("l.source = :source", "source", filter.source());
    conditions.add("l.campaign = :campaign", "campaign", filter.campaign());
    conditions.add("s.stage = :stage", "stage", filter.stage());
    conditions.add("e.total >= :minScore", "minScore", filter.minScore());
    conditions.add("l.created_at >= :createdFrom", "createdFrom", filter.times().createdFrom());
    conditions.add("l.created_at < :createdTo", "createdTo", filter.times().createdTo());
    conditions.add(LAST_SIGNAL + " >= :signalFrom", "signalFrom", filter.times().signalFrom());
    conditions.add(LAST_SIGNAL + " < :signalTo", "signalTo", filter.times().signalTo());
    if (filter.stage() == null) {
      conditions.where.add("s.stage <> 'VISITOR'");
    }
    conditions.words(filter.words());
    if (reader.isRep()) {
      conditions.where.add(HandoffPermissions.VISIBLE);
      conditions.params.putAll(HandoffPermissions.params(reader.id(), reader.team()));
    }
    return db.sql(
            """
            select l.id%s from lead l
            join stage_entry s on s.lead_id = l.id and s.is_current = true
            left join handoff h on h.lead_id = l.id
              and h.cycle = (select max(x.cycle) from handoff x where x.lead_id = l.id)
            %s
            where l.merged_into is null and l.erased_at is null and %s
            order by %s, l.id
            offset :offset rows fetch next :limit rows only
            """
                .formatted(
                    ordered(filter.order()),
                    filter.minScore() == null && filter.order() != LeadOrder.SCORE ? "" : SCORED,
                    String.join(" and ", conditions.where),
                    filter.order().sql))
        .params(conditions.params)
        .param("offset", offset)
        .param("limit", limit)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static final String SCORED =
      """
      left join score_entry e on e.id =
        (select max(x.id) from score_entry x where x.lead_id = l.id)
      """;

  private static final String LAST_SIGNAL =
      "(select max(g.recorded_at) from signal g where g.lead_id = l.id)";

  /** What an order looks at, as a column. */
  private static String ordered(LeadOrder order) {
    return switch (order) {
      case NEWEST -> "";
      case SCORE -> ", e.total as last_score";
      case DUE ->
          """
          , (select min(d.due_at) from deadline d
             where d.handoff_id = h.id and d.is_running = true and d.clock <> 'route') as next_due
          """;
      case RECENT -> ", " + LAST_SIGNAL + " as last_signal";
    };
  }

  /** Conditions of a search with their values. */
  private static final class Conditions {
    final List<String> where = new ArrayList<>();
    final Map<String, @Nullable Object> params = new HashMap<>();

    void add(String condition, String name, @Nullable Object value) {
      if (value != null) {
        where.add(condition);
        params.put(name, value instanceof Instant at ? Sql.timestamp(at) : value);
      }
    }

    void words(List<String> words) {
      for (int i = 0; i < words.size(); i++) {
        where.add(WORD.formatted(i));
        params.put("lower" + i, like(words.get(i).toLowerCase(Locale.ROOT)));
        params.put("word" + i, like(words.get(i)));
      }
    }

    private static String like(String part) {
      return "%" + part.replaceAll("([!%_])", "!$1") + "%";
    }
  }
}
