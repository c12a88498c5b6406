package dev.baton.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * What the funnel's entries add up to: whole days from the roll-up and the changes that are not in
 * it yet, what sticks out of them from the entries themselves. One snapshot reads all, so that rows
 * and total agree.
 */
@Component
class FunnelFigures {
  /** Up to so many durations a median is read from the entries, beyond it from the roll-up. */
  static final int EXACT = 20_000;

  private static final String STAGES =
      "'LEAD', 'MQL', 'SAL', 'SQL', 'OPPORTUNITY', 'CUSTOMER', 'LOST', 'REJECTED'";

  /** Entries at the edges, and changes of the days between. */
  private static final String LIVE =
      """
      (select 1 as weight, %1$s as of_key, stage, currency, amount, closed_at, question, reason,
          cohort_at, entered_at, signals, by_rule
        from funnel_entry where stage in (%3$s) and %2$s >= :from and %2$s < :first
      union all select 1, %1$s, stage, currency, amount, closed_at, question, reason,
          cohort_at, entered_at, signals, by_rule
        from funnel_entry where stage in (%3$s) and %2$s >= :after and %2$s < :to
      union all select weight, %1$s, stage, currency, amount, closed_at, question, reason,
          cohort_at, entered_at, signals, by_rule
        from funnel_change where stage in (%3$s) and %2$s >= :wholeFrom and %2$s < :wholeTo) e
      """;

  private final JdbcClient db;
  private final RollUps rollUps;
  private final Snapshot snapshot;
  private final int exact;

  FunnelFigures(
      JdbcClient db,
      RollUps rollUps,
      Snapshot snapshot,
      @Value("${baton.insight.exact:" + EXACT + "}") int exact) {
    this.exact = exact;
    this.db = db;
    this.rollUps = rollUps;
    this.snapshot = snapshot;
  }

  /** All rows of one way to cut the funnel. */
  FunnelSums sums(Dimension by, Basis basis, Range range) {
    return snapshot.read(
        () -> {
          WholeDays days = WholeDays.of(range);
          Tallies tallies = counts(by, basis, days);
          if (Tallies.n(tallies.total(), "SQL") <= exact) {
            return new FunnelSums(tallies, medians(by, basis, range), false);
          }
          rollUps.spreads(basis.figure(), by.column(), days, tallies);
          liveHours(by, basis, days, tallies);
          return new FunnelSums(tallies, FunnelSums.medians(tallies), true);
        });
  }

  /** Over everything. */
  FunnelSums total(Basis basis, Range range) {
    return sums(Dimension.CHANNEL, basis, range);
  }

  /** Without medians. */
  Tallies counts(Dimension by, Basis basis, Range range) {
    return snapshot.read(() -> counts(by, basis, WholeDays.of(range)));
  }

  private Tallies counts(Dimension by, Basis basis, WholeDays days) {
    Tallies tallies = rollUps.counts(basis.figure(), by.column(), days);
    live(by, basis, days, tallies);
    return tallies;
  }

  /**
   * Counts cut by time.
   *
   * @param key null: all keys
   * @param point the point of time that a day belongs to
   */
  Map<LocalDate, Tallies> byTime(
      Dimension by, String key, Basis basis, Range range, UnaryOperator<LocalDate> point) {
    return snapshot.read(
        () -> {
          WholeDays days = WholeDays.of(range);
          Map<LocalDate, Tallies> points = new TreeMap<>();
          rollUps
              .byDay(basis.figure(), by.column(), key, days)
              .forEach((day, tallies) -> at(points, point.apply(day)).add(tallies));
          String question =
              """
              select of_key, stage, currency, closed_at is null as open, by_rule, weight,
                weight * amount as amount, %s as at
              from %%s where cast(:key as varchar) is null or coalesce(of_key, '(none)') = :key
              """
                  .formatted(basis.column());
          ask(question, by.column(), basis.column(), STAGES, days)
              .param("key", key)
              .query(
                  rs -> {
                    LocalDate day = WholeDays.day(rs.getTimestamp("at").toInstant());
                    count(
                        at(points, point.apply(day)),
                        new Live(
                            rs.getString("of_key"),
                            rs.getString("stage"),
                            rs.getString("currency"),
                            rs.getBoolean("open"),
                            rs.getBoolean("by_rule"),
                            rs.getLong("weight"),
                            rs.getBigDecimal("amount")));
                  });
          return points;
        });
  }

  private static Tallies at(Map<LocalDate, Tallies> points, LocalDate point) {
    return points.computeIfAbsent(point, any -> new Tallies());
  }

  private record Live(
      String ofKey,
      String stage,
      String currency,
      boolean open,
      boolean byRule,
      long n,
      BigDecimal amount) {}

  private void live(Dimension by, Basis basis, WholeDays days, Tallies to) {
    String question =
        """
        select of_key, stage, currency, closed_at is null as open, by_rule,
          cast(sum(weight) as bigint) as n, sum(weight * amount) as amount
        from %s group by of_key, stage, currency, closed_at is null, by_rule
        """;
    ask(question, by.column(), basis.column(), STAGES, days)
        .query(
            rs -> {
              count(
                  to,
                  new Live(
                      rs.getString(1),
                      rs.getString(2),
                      rs.getString(3),
                      rs.getBoolean(4),
                      rs.getBoolean(5),
                      rs.getLong(6),
                      rs.getBigDecimal(7)));
            });
  }

  private static void count(Tallies to, Live row) {
    to.add(row.ofKey(), row.stage(), row.n(), null);
    if (row.byRule()) {
      to.add(row.ofKey(), FunnelMeasure.byRule(row.stage()), row.n(), null);
    }
    String deal = FunnelMeasure.deal(row.stage(), row.currency(), row.open());
    if (deal != null) {
      to.add(row.ofKey(), deal, row.n(), row.amount());
    }
  }

  private void liveHours(Dimension by, Basis basis, WholeDays days, Tallies to) {
    String question =
        """
        select of_key, weight,
          cast(extract(epoch from (entered_at - cohort_at)) as double precision) / 3600 as hours
        from %s
        """;
    ask(question, by.column(), basis.column(), "'SQL'", days)
        .query(
            rs -> {
              to.of(rs.getString("of_key"), "SQL").add(rs.getDouble("hours"), rs.getInt("weight"));
            });
  }

  /** Exactly, by key and, under null, over all; H2 knows no grouping sets. */
  private Map<String, Double> medians(Dimension by, Basis basis, Range range) {
    Map<String, Double> medians = new HashMap<>();
    db.sql(
            """
            select case when g.total then null else coalesce(%1$s, '(none)') end as of_key,
              percentile_cont(0.5) within group (order by
                cast(extract(epoch from (entered_at - cohort_at)) as double precision) / 3600)
                as hours
            from funnel_entry cross join (values (true), (false)) as g (total)
            where stage = 'SQL' and %2$s >= :from and %2$s < :to
            group by case when g.total then null else coalesce(%1$s, '(none)') end
            """
                .formatted(by.column(), basis.column()))
        .param("from", range.start())
        .param("to", range.end())
        .query(
            rs -> {
              medians.put(rs.getString(1), rs.getObject(2, Double.class));
            });
    return medians;
  }

  /** Handoffs that got a no in the range, by the question and the reason. */
  List<RejectionCount> rejections(Dimension by, Range range) {
    Tallies tallies =
        snapshot.read(
            () -> {
              WholeDays days = WholeDays.of(range);
              Tallies noes = rollUps.counts(Figure.NO, by.column(), days);
              liveNoes(by, days, noes);
              return noes;
            });
    List<RejectionCount> counts = new ArrayList<>();
    for (String key : tallies.keys()) {
      tallies
          .measures(key)
          .forEach(
              (measure, tally) -> {
                NoMeasure no = NoMeasure.read(measure);
                counts.add(new RejectionCount(key, no.question(), no.reason(), tally.n()));
              });
    }
    return counts;
  }

  private void liveNoes(Dimension by, WholeDays days, Tallies to) {
    String question =
        """
        select of_key, question, reason, cast(sum(weight) as bigint) as n from %s
        where question is not null and reason is not null
        group by of_key, question, reason
        """;
    ask(question, by.column(), Basis.PERIOD.column(), "'LOST', 'REJECTED'", days)
        .query(
            rs -> {
              to.add(
                  rs.getString("of_key"),
                  NoMeasure.of(rs.getString("question"), rs.getString("reason")),
                  rs.getLong("n"),
                  null);
            });
  }

  /**
   * How many of a cohort reached each stage, by the types of signals that the lead had shown by its
   * MQL; a handoff counts under each of them.
   */
  Tallies bySignal(Range range) {
    return snapshot.read(
        () -> {
          WholeDays days = WholeDays.of(range);
          Tallies tallies = rollUps.counts(Figure.COHORT, FunnelChanges.SIGNAL, days);
          String question =
              """
              select signals, stage, cast(sum(weight) as bigint) as n from %s
              where signals is not null group by signals, stage
              """;
          ask(question, "signals", Basis.COHORT.column(), STAGES, days)
              .query(
                  rs -> {
                    for (String type : rs.getString("signals").split(",")) {
                      tallies.add(type, rs.getString("stage"), rs.getLong("n"), null);
                    }
                  });
          return tallies;
        });
  }

  private StatementSpec ask(
      String question, String key, String instant, String stages, WholeDays days) {
    return db.sql(question.formatted(LIVE.formatted(key, instant, stages)))
        .param("from", days.before().start())
        .param("first", days.before().end())
        .param("wholeFrom", days.whole().start())
        .param("wholeTo", days.whole().end())
        .param("after", days.behind().start())
        .param("to", days.behind().end());
  }
}
