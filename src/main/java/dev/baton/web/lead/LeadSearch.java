package dev.baton.web.lead;

import dev.baton.handoff.record.HandoffPermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Search for leads, newest first; reads only. */
@Component
class LeadSearch {
  static final int PAGE = 50;

  private final JdbcClient db;

  LeadSearch(JdbcClient db) {
    this.db = db;
  }

  /**
   * What is looked for; null: anything.
   *
   * @param id of the one lead that an identity led to
   * @param part a piece of the address, as a person searches
   * @param rep only what is this rep's or their team's
   */
  record Filter(
      @Nullable String id,
      @Nullable String part,
      @Nullable String stage,
      @Nullable String owner,
      @Nullable String rep,
      @Nullable String team,
      int page) {}

  /** Ids of a page of leads, one more than a page when there is a next one. */
  List<String> ids(Filter filter) {
    List<String> where = new ArrayList<>(List.of("l.merged_into is null"));
    Map<String, @Nullable Object> params = new HashMap<>();
    add(where, params, "l.id = :id", "id", filter.id());
    add(where, params, "l.email like :part escape '!'", "part", like(filter.part()));
    add(where, params, "h.owner = :owner", "owner", filter.owner());
    where.add(filter.stage() == null ? "s.stage <> 'VISITOR'" : "s.stage = :stage");
    params.put("stage", filter.stage());
    if (filter.rep() != null) {
      where.add(HandoffPermissions.VISIBLE);
      params.putAll(HandoffPermissions.params(filter.rep(), filter.team()));
    }
    return db.sql(
            """
            select l.id from lead l
            join stage_entry s on s.lead_id = l.id and s.is_current = true
            left join handoff h on h.lead_id = l.id
              and h.cycle = (select max(x.cycle) from handoff x where x.lead_id = l.id)
            where %s
            order by l.created_at desc, l.id
            offset :offset rows fetch next :limit rows only
            """
                .formatted(String.join(" and ", where)))
        .params(params)
        .param("offset", filter.page() * PAGE)
        .param("limit", PAGE + 1)
        .query(String.class)
        .list();
  }

  private static @Nullable String like(@Nullable String part) {
    return part == null ? null : "%" + part.replaceAll("([!%_])", "!$1") + "%";
  }

  private static void add(
      List<String> where,
      Map<String, @Nullable Object> params,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.add(condition);
      params.put(name, value);
    }
  }
}
