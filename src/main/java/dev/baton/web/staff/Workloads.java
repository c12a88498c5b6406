package dev.baton.web.staff;

import dev.baton.handoff.record.OpenHandoffs;
import dev.baton.people.Person;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Workloads of reps: open, recent and withdrawn leads; reads only. */
@Component
class Workloads {
  private static final Duration WEEK = Duration.ofDays(7);
  static final Duration MONTH = Duration.ofDays(30);

  private final JdbcClient db;
  private final OpenHandoffs handoffs;
  private final Declines declines;

  Workloads(JdbcClient db, OpenHandoffs handoffs, Declines declines) {
    this.db = db;
    this.handoffs = handoffs;
    this.declines = declines;
  }

  /**
   * One rep's.
   *
   * @param open leads they have now
   * @param today leads they were given on this day of theirs
   * @param week leads they were given in 7 days
   * @param voided rounds of theirs that ended before they were due, in 30 days: shuffling shows
   *     (rule R7)
   * @param taken leads that the escalation took from them in 30 days
   * @param declined leads of which they said in 30 days that they aren't theirs
   */
  record Workload(int open, int today, int week, int voided, int taken, int declined) {}

  static final Workload NONE = new Workload(0, 0, 0, 0, 0, 0);

  private record Given(String owner, int today, int week) {}

  private record Withdrawn(String owner, int voided, int taken) {}

  /** The workload of each of these reps, by id. */
  Map<String, Workload> of(List<Person> reps, Instant now) {
    if (reps.isEmpty()) {
      return Map.of();
    }
    List<String> ids = reps.stream().map(Person::id).toList();
    Map<String, Integer> open = handoffs.count(ids);
    Map<String, Withdrawn> withdrawn = withdrawn(ids, now);
    Map<String, Long> declined = declines.count(ids, now.minus(MONTH));
    Map<String, Workload> workloads = new HashMap<>();
    reps.stream()
        .collect(Collectors.groupingBy(Person::zone))
        .forEach(
            (zone, there) -> {
              Map<String, Given> given = given(there, zone, now);
              for (Person rep : there) {
                String id = rep.id();
                Given got = given.getOrDefault(id, new Given(id, 0, 0));
                Withdrawn gone = withdrawn.getOrDefault(id, new Withdrawn(id, 0, 0));
                workloads.put(
                    id,
                    new Workload(
                        open.getOrDefault(id, 0),
                        got.today(),
                        got.week(),
                        gone.voided(),
                        gone.taken(),
                        declined.getOrDefault(id, 0L).intValue()));
              }
            });
    return workloads;
  }

  /** A lead counts once, however often it came back; the day is the reps' own, as for their cap. */
  private Map<String, Given> given(List<Person> reps, ZoneId zone, Instant now) {
    Instant today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    return db
        .sql(
            """
            select owner,
              count(distinct case when routed_at >= :today then handoff_id end) as today,
              count(distinct handoff_id) as week
            from routing_entry where owner in (:reps) and routed_at >= :since
            group by owner
            """)
        .param("today", Sql.timestamp(today))
        .param("since", Sql.timestamp(now.minus(WEEK)))
        .param("reps", reps.stream().map(Person::id).toList())
        .query(RecordRows.of(Given.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Given::owner, row -> row));
  }

  /** How long routing takes is not up to a rep. */
  private Map<String, Withdrawn> withdrawn(Collection<String> reps, Instant now) {
    return db
        .sql(
            """
            select owner,
              count(case when voided_at >= :since then 1 end) as voided,
              count(case when reassigned_at >= :since then 1 end) as taken
            from deadline
            where owner in (:reps) and clock <> 'route'
              and (voided_at >= :since or reassigned_at >= :since)
            group by owner
            """)
        .param("since", Sql.timestamp(now.minus(MONTH)))
        .param("reps", reps)
        .query(RecordRows.of(Withdrawn.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Withdrawn::owner, row -> row));
  }
}
