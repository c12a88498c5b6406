package dev.baton.insight;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What the deadlines add up to: stopped clocks of whole days from the roll-up and the changes that
 * are not in it yet, running ones and what sticks out of whole days from the entries.
 */
@Component
class SlaFigures {
  /** A clock without a warning of its own is at risk this long before it is due. */
  private static final Duration WARNING = Duration.ofHours(4);

  /** An answer is late, or missing, from the due instant on, whatever any timer did (rule R7). */
  static final String VERDICT =
      """
      case when met_at is not null then 'met'
        when missed_at is not null then 'missed'
        when voided_at <= due_at then 'void'
        when due_at < :now then 'missed'
        else 'open' end
      """;

  private static final String LIVE =
      """
      (select 1 as weight, %1$s as of_key, %2$s
        from sla_entry where due_at >= :from and due_at < :first
      union all select 1, %1$s, %2$s
        from sla_entry where due_at >= :after and due_at < :to
      union all select 1, %1$s, %2$s
        from sla_entry where running = true and due_at >= :wholeFrom and due_at < :wholeTo
      union all select weight, %1$s, %2$s
        from sla_change where due_at >= :wholeFrom and due_at < :wholeTo) e
      """;

  private final JdbcClient db;
  private final RollUps rollUps;
  private final Snapshot snapshot;
  private final int exact;

  SlaFigures(
      JdbcClient db,
      RollUps rollUps,
      Snapshot snapshot,
      @Value("${baton.insight.exact:" + FunnelFigures.EXACT + "}") int exact) {
    this.exact = exact;
    this.db = db;
    this.rollUps = rollUps;
    this.snapshot = snapshot;
  }

  /** Verdicts per key and clock, as they stand now. */
  SlaSums sums(SlaDimension by, Range range, Instant now) {
    return snapshot.read(
        () -> {
          WholeDays days = WholeDays.of(range);
          Tallies tallies = counts(by, days, now);
          if (answered(tallies) <= exact) {
            return new SlaSums(tallies, percentiles(by, range));
          }
          rollUps.spreads(Figure.SLA, by.column(), days, tallies);
          liveHours(by, days, tallies);
          return new SlaSums(tallies, null);
        });
  }

  /** Without percentiles. */
  Tallies counts(SlaDimension by, Range range, Instant now) {
    return snapshot.read(() -> counts(by, WholeDays.of(range), now));
  }

  private Tallies counts(SlaDimension by, WholeDays days, Instant now) {
    Tallies tallies = rollUps.counts(Figure.SLA, by.column(), days);
    String question =
        """
        select of_key, clock, verdict, answered, last_minute, cast(sum(weight) as bigint) as n
        from %s group by of_key, clock, verdict, answered, last_minute
        """;
    String columns =
        """
        clock, %s as verdict, met_at is not null or ended_at is not null as answered,
          met_at is not null and extract(epoch from (due_at - met_at)) * 10
            <= extract(epoch from (due_at - started_at)) as last_minute
        """
            .formatted(VERDICT);
    ask(question, by, columns, days)
        .param("now", Timestamp.from(now))
        .query(
            rs -> {
              String key = rs.getString("of_key");
              String clock = rs.getString("clock");
              long n = rs.getLong("n");
              tallies.add(key, SlaMeasure.of(clock, rs.getString("verdict")), n, null);
              if (rs.getBoolean("answered")) {
                tallies.add(key, SlaMeasure.of(clock, SlaMeasure.ANSWERED), n, null);
              }
              if (rs.getBoolean("last_minute")) {
                tallies.add(key, SlaMeasure.of(clock, SlaMeasure.LAST_MINUTE), n, null);
              }
            });
    return tallies;
  }

  /**
   * Verdicts cut by time.
   *
   * @param key null: all keys
   * @param point the point of time that a day belongs to
   */
  Map<LocalDate, Tallies> byTime(
      SlaDimension by, String key, Range range, Instant now, UnaryOperator<LocalDate> point) {
    return snapshot.read(
        () -> {
          WholeDays days = WholeDays.of(range);
          Map<LocalDate, Tallies> points = new TreeMap<>();
          rollUps
              .byDay(Figure.SLA, by.column(), key, days)
              .forEach((day, tallies) -> at(points, point.apply(day)).add(tallies));
          String question =
              """
              select of_key, clock, verdict, weight, due_at from %s
              where cast(:key as varchar) is null or coalesce(of_key, '(none)') = :key
              """;
          ask(question, by, "clock, due_at, %s as verdict".formatted(VERDICT), days)
              .param("now", Timestamp.from(now))
              .param("key", key)
              .query(
                  rs -> {
                    LocalDate day = WholeDays.day(rs.getTimestamp("due_at").toInstant());
                    at(points, point.apply(day))
                        .add(
                            rs.getString("of_key"),
                            SlaMeasure.of(rs.getString("clock"), rs.getString("verdict")),
                            rs.getLong("weight"),
                            null);
                  });
          return points;
        });
  }

  private static Tallies at(Map<LocalDate, Tallies> points, LocalDate point) {
    return points.computeIfAbsent(point, any -> new Tallies());
  }

  private static long answered(Tallies tallies) {
    return tallies.total().entrySet().stream()
        .filter(of -> SlaMeasure.read(of.getKey()).what().equals(SlaMeasure.ANSWERED))
        .mapToLong(of -> of.getValue().n())
        .sum();
  }

  private void liveHours(SlaDimension by, WholeDays days, Tallies to) {
    String question = "select of_key, clock, weight, hours from %s where hours is not null";
    String columns =
        """
        clock, cast(extract(epoch from (coalesce(met_at, ended_at) - started_at))
          as double precision) / 3600 as hours
        """;
    ask(question, by, columns, days)
        .query(
            rs -> {
              to.of(
                      rs.getString("of_key"),
                      SlaMeasure.of(rs.getString("clock"), SlaMeasure.ANSWERED))
                  .add(rs.getDouble("hours"), rs.getInt("weight"));
            });
  }

  private StatementSpec ask(String question, SlaDimension by, String columns, WholeDays days) {
    return db.sql(question.formatted(LIVE.formatted(by.column(), columns)))
        .param("from", days.before().start())
        .param("first", days.before().end())
        .param("wholeFrom", days.whole().start())
        .param("wholeTo", days.whole().end())
        .param("after", days.behind().start())
        .param("to", days.behind().end());
  }

  /** Exactly, by key and clock and over all. */
  private Map<SlaSums.Cell, SlaSums.Hours> percentiles(SlaDimension by, Range range) {
    Map<SlaSums.Cell, SlaSums.Hours> hours = new HashMap<>();
    db.sql(
            """
            select case when g.total then null else of_key end as of_key,
              case when g.total then null else clock end as watch,
              percentile_cont(0.5) within group (order by hours) as p50,
              percentile_cont(0.95) within group (order by hours) as p95
            from (
              select coalesce(%s, '(none)') as of_key, clock,
                cast(extract(epoch from (coalesce(met_at, ended_at) - started_at))
                  as double precision) / 3600 as hours
              from sla_entry where due_at >= :from and due_at < :to
                and (met_at is not null or ended_at is not null)
            ) d cross join (values (true), (false)) as g (total)
            group by case when g.total then null else of_key end,
              case when g.total then null else clock end
            """
                .formatted(by.column()))
        .param("from", range.start())
        .param("to", range.end())
        .query(
            rs -> {
              hours.put(
                  new SlaSums.Cell(rs.getString(1), rs.getString(2)),
                  new SlaSums.Hours(rs.getObject(3, Double.class), rs.getObject(4, Double.class)));
            });
    return hours;
  }

  /** Medians of where the time of answered clocks went, by key and clock/part. */
  Tallies parts(SlaDimension by, Range range) {
    return snapshot.read(
        () -> {
          WholeDays days = WholeDays.of(range);
          Tallies tallies = rollUps.counts(Figure.PARTS, by.column(), days);
          rollUps.spreads(Figure.PARTS, by.column(), days, tallies);
          String question = "select * from %s where system_seconds is not null";
          String columns =
              """
              clock, system_seconds, queue_seconds, business_seconds, paused_seconds,
                after_hours_seconds
              """;
          ask(question, by, columns, days)
              .query(
                  rs -> {
                    for (ClockPart part : ClockPart.values()) {
                      Tally tally =
                          tallies.of(
                              rs.getString("of_key"),
                              SlaMeasure.of(rs.getString("clock"), part.word()));
                      tally.add(rs.getInt("weight"), null);
                      tally.add(rs.getLong(part.column()) / 3600.0, rs.getInt("weight"));
                    }
                  });
          return tallies;
        });
  }

  /** How many answers are late and still owed. */
  long overdue(Instant now) {
    return db.sql(
            "select count(*) as overdue from sla_entry where running = true and due_at < :now")
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** How many deadlines have begun to warn and may still be met. */
  long warned(Instant now) {
    return db.sql(
            """
            select count(*) as warned from sla_entry
            where running = true and due_at >= :now and missed_at is null
              and (warn_at <= :now or (warn_at is null and due_at <= :soon))
            """)
        .param("now", Timestamp.from(now))
        .param("soon", Timestamp.from(now.plus(WARNING)))
        .query(Long.class)
        .single();
  }

  /** What waits for an answer now, by clock. */
  List<Waiting> waiting(Instant now) {
    return db.sql(
            """
            select clock as watch, count(*) as open,
              count(*) filter (where due_at < :now) as overdue,
              percentile_cont(0.5) within group (order by
                cast(extract(epoch from (cast(:now as timestamp with time zone) - started_at))
                  as double precision) / 3600) as hours
            from sla_entry where running = true
            group by clock
            """)
        .param("now", Timestamp.from(now))
        .query(Waiting.class)
        .list();
  }

  /**
   * What waits at one clock.
   *
   * @param open overdue ones among them
   * @param hours the median of what has passed since the clock's start
   */
  record Waiting(String watch, long open, long overdue, Double hours) {}

  /**
   * The next deadlines about to be missed.
   *
   * @param owner only this person's; null for everybody's
   */
  List<AtRisk> atRisk(String owner, Range range, Instant now) {
    return db.sql(
            """
            select handoff_id, lead_id, owner, clock, due_at from sla_entry
            where running = true and due_at >= :from and due_at < :to and due_at >= :now
              and missed_at is null
              and (warn_at <= :now or (warn_at is null and due_at <= :soon))
              and (cast(:owner as varchar) is null or owner = :owner)
            order by due_at, deadline_id
            fetch first 100 rows only
            """)
        .param("now", Timestamp.from(now))
        .param("soon", Timestamp.from(now.plus(WARNING)))
        .param("from", range.start())
        .param("to", range.end())
        .param("owner", owner)
        .query(AtRisk.class)
        .list();
  }
}
