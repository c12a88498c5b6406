package dev.baton.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows behind a figure, the latest first. Who oversees sees as many as the figure says; a rep
 * sees those of leads that are theirs or their team's.
 */
@Component
public class Behind {
  public static final int PAGE = 50;

  /** The visible part, by who has the lead now. */
  private static final String VISIBLE =
      """
      exists (select 1 from handoff h where h.lead_id = e.lead_id
        and (h.owner = :rep or h.team = 'default' or h.team = :team)
        and h.cycle = (select max(x.cycle) from handoff x where x.lead_id = h.lead_id))
      """;

  private static final Set<String> VERDICTS =
      Set.of(SlaMeasure.MET, SlaMeasure.MISSED, SlaMeasure.OPEN, SlaMeasure.VOID);

  private final JdbcClient db;
  private final FunnelFigures funnelFigures;
  private final SlaFigures slaFigures;
  private final People people;
  private final Clock clock;

  Behind(
      JdbcClient db,
      FunnelFigures funnelFigures,
      SlaFigures slaFigures,
      People people,
      Clock clock) {
    this.db = db;
    this.funnelFigures = funnelFigures;
    this.slaFigures = slaFigures;
    this.people = people;
    this.clock = clock;
  }

  /** Some of the rows, and how many there are. */
  public record Page<T>(List<T> items, long total, Integer next) {}

  /**
   * Somebody at a stage; on rows of LEAD there is no handoff.
   *
   * @param at when the stage was entered
   * @param question and reason: of a no
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reached(
      String handoffId,
      String leadId,
      String email,
      String stage,
      Instant mqlAt,
      Instant at,
      String source,
      String campaign,
      String segment,
      String band,
      String owner,
      String channel,
      String definition,
      BigDecimal amount,
      String currency,
      String question,
      String reason) {}

  /** A deadline with its verdict as of now. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Owed(
      String handoffId,
      String leadId,
      String email,
      String clock,
      String owner,
      String team,
      Instant startedAt,
      Instant dueAt,
      Instant metAt,
      Instant missedAt,
      Instant endedAt,
      Instant voidedAt,
      String verdict) {}

  /**
   * Which rows.
   *
   * @param key null: of all keys
   * @param page from 0
   * @param size of a page
   */
  public record Which(Range range, String key, int page, int size) {}

  /** Of one stage of the funnel; LOST is one too. */
  public Page<Reached> funnel(String stage, Dimension by, Basis basis, Which which, Viewer viewer) {
    List<String> where = new ArrayList<>(List.of("e.stage = :stage"));
    LongSupplier figure =
        () -> counted(funnelFigures.counts(by, basis, which.range()), which.key(), stage::equals);
    return reached(where, Map.of("stage", stage), by, basis, which, viewer, figure);
  }

  /**
   * Of noes.
   *
   * @param question null: any
   * @param reason null: any
   */
  public Page<Reached> rejections(
      String question, String reason, Dimension by, Which which, Viewer viewer) {
    List<String> where =
        new ArrayList<>(
            List.of(
                "e.stage in ('LOST', 'REJECTED')",
                "e.question is not null",
                "e.reason is not null"));
    Map<String, Object> params = new HashMap<>();
    add(where, params, "e.question = :question", "question", question);
    add(where, params, "e.reason = :reason", "reason", reason);
    LongSupplier figure =
        () ->
            funnelFigures.rejections(by, which.range()).stream()
                .filter(no -> which.key() == null || which.key().equals(no.dimension()))
                .filter(no -> question == null || question.equals(no.question()))
                .filter(no -> reason == null || reason.equals(no.reason()))
                .mapToLong(RejectionCount::count)
                .sum();
    return reached(where, params, by, Basis.PERIOD, which, viewer, figure);
  }

  private Page<Reached> reached(
      List<String> where,
      Map<String, Object> params,
      Dimension by,
      Basis basis,
      Which which,
      Viewer viewer,
      LongSupplier figure) {
    Map<String, Object> all = new HashMap<>(params);
    narrow(where, all, by.column(), by.personal(), basis.column(), which, viewer);
    String from = " from funnel_entry e where " + String.join(" and ", where);
    List<Reached> rows =
        db.sql(
                """
                select case when e.stage <> 'LEAD' then e.unit_id end as handoff_id, e.lead_id,
                  (select l.email from lead l where l.id = e.lead_id) as email, e.stage,
                  case when e.stage <> 'LEAD' then e.cohort_at end as mql_at, e.entered_at as at,
                  e.source, e.campaign, e.segment, e.band, e.owner, e.channel,
                  e.model as definition, e.amount, e.currency, e.question, e.reason
                %s order by e.%s desc, e.unit_id offset :offset rows fetch next :limit rows only
                """
                    .formatted(from, basis.column()))
            .params(all)
            .query(Reached.class)
            .list();
    return page(rows, from, all, which, viewer, figure);
  }

  /**
   * Of deadlines.
   *
   * @param watch one clock; null: any
   * @param verdict met, missed, open or void; null: any
   */
  public Page<Owed> deadlines(
      String watch, String verdict, SlaDimension by, Which which, Viewer viewer) {
    List<String> where = new ArrayList<>();
    Map<String, Object> params = new HashMap<>();
    Instant now = clock.instant();
    params.put("now", Timestamp.from(now));
    add(where, params, "e.clock = :watch", "watch", watch);
    add(where, params, SlaFigures.VERDICT.strip() + " = :verdict", "verdict", verdict);
    narrow(where, params, by.column(), by.personal(), "due_at", which, viewer);
    String from = " from sla_entry e where " + String.join(" and ", where);
    List<Owed> rows =
        db.sql(
                """
                select e.handoff_id, e.lead_id,
                  (select l.email from lead l where l.id = e.lead_id) as email, e.clock, e.owner,
                  e.team, e.started_at, e.due_at, e.met_at, e.missed_at, e.ended_at, e.voided_at,
                  %s as verdict
                %s order by e.due_at desc, e.deadline_id
                offset :offset rows fetch next :limit rows only
                """
                    .formatted(SlaFigures.VERDICT, from))
            .params(params)
            .query(Owed.class)
            .list();
    LongSupplier figure =
        () ->
            counted(
                slaFigures.counts(by, which.range(), now),
                which.key(),
                measure -> {
                  SlaMeasure read = SlaMeasure.read(measure);
                  return (watch == null || watch.equals(read.clock()))
                      && (verdict == null
                          ? VERDICTS.contains(read.what())
                          : verdict.equals(read.what()));
                });
    return page(rows, from, params, which, viewer, figure);
  }

  /** Of the figure itself, which is quicker than to count the rows again. */
  private static long counted(Tallies tallies, String key, Predicate<String> measure) {
    return (key == null ? tallies.total() : tallies.measures(key))
        .entrySet().stream()
            .filter(of -> measure.test(of.getKey()))
            .mapToLong(of -> of.getValue().n())
            .sum();
  }

  private void narrow(
      List<String> where,
      Map<String, Object> params,
      String column,
      boolean personal,
      String instant,
      Which which,
      Viewer viewer) {
    where.add("e.%1$s >= :from and e.%1$s < :to".formatted(instant));
    params.put("from", which.range().start());
    params.put("to", which.range().end());
    params.put("offset", which.page() * which.size());
    params.put("limit", which.size() + 1);
    if (which.key() != null) {
      where.add(
          which.key().equals(Tallies.NO_KEY)
              ? "e.%s is null".formatted(column)
              : "e.%s = :key".formatted(column));
      params.put("key", which.key());
    }
    if (!viewer.seesEverybody()) {
      where.add(VISIBLE);
      params.put("rep", viewer.name());
      params.put("team", people.find(viewer.name()).map(Person::team).orElse(null));
      if (personal) {
        where.add("e.%s = :rep".formatted(column));
      }
    }
  }

  private <T> Page<T> page(
      List<T> rows,
      String from,
      Map<String, Object> params,
      Which which,
      Viewer viewer,
      LongSupplier figure) {
    boolean more = rows.size() > which.size();
    long total;
    if (viewer.seesEverybody()) {
      total = figure.getAsLong();
    } else {
      total = db.sql("select count(*) as n" + from).params(params).query(Long.class).single();
    }
    return new Page<>(
        more ? List.copyOf(rows.subList(0, which.size())) : rows,
        total,
        more ? Integer.valueOf(which.page() + 1) : null);
  }

  private static void add(
      List<String> where, Map<String, Object> params, String condition, String name, String value) {
    if (value != null) {
      where.add(condition);
      params.put(name, value);
    }
  }
}
