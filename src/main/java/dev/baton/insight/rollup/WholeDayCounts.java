package dev.baton.insight.rollup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of the whole days of a slice, read from the roll-up. */
@Component
public class WholeDayCounts {
  private static final String WHOLE_DAYS =
      """
      select starts, row_key, measure, n, amount, histogram from roll_up
        where figure = :figure and dimension = :dimension
          and span = 'DAY' and starts >= :first and starts < :firstMonth
      union all select starts, row_key, measure, n, amount, histogram from roll_up
        where figure = :figure and dimension = :dimension
          and span = 'MONTH' and starts >= :firstMonth and starts < :afterMonths
      union all select starts, row_key, measure, n, amount, histogram from roll_up
        where figure = :figure and dimension = :dimension
          and span = 'DAY' and starts >= :afterMonths and starts < :after
      """;

  private final JdbcClient db;

  WholeDayCounts(JdbcClient db) {
    this.db = db;
  }

  /** What was folded in for the whole days of a slice. */
  Aggregates counts(Slice slice) {
    Aggregates cells = new Aggregates();
    query(
            slice,
            """
            select row_key, measure, cast(sum(n) as bigint) as n, sum(amount) as amount
            from (%s) r group by row_key, measure
            """)
        .query(
            rs -> {
              cells.add(rs.getString(1), rs.getString(2), rs.getLong(3), rs.getBigDecimal(4));
            });
    return cells;
  }

  /** Adds the hours of these days to the counts they belong to. */
  void addHistograms(Slice slice, Aggregates to) {
    query(slice, "select row_key, measure, histogram from (%s) r where histogram is not null")
        .query(
            rs -> {
              to.of(rs.getString(1), rs.getString(2)).add(rs.getBytes(3));
            });
  }

  /** Day by day; a key of null means all keys. */
  Map<LocalDate, Aggregates> byDay(Slice slice, @Nullable String key) {
    WholeDays days = WholeDays.of(slice.range());
    Map<LocalDate, Aggregates> byDay = new HashMap<>();
    db.sql(
            """
            select starts, row_key, measure, n, amount from roll_up
            where figure = :figure and dimension = :dimension and span = 'DAY'
              and starts >= :first and starts < :after
              and (cast(:key as varchar) is null or row_key = :key)
            """)
        .param("figure", slice.figure().name())
        .param("dimension", slice.by().dimension())
        .param("first", days.first())
        .param("after", days.after())
        .param("key", key)
        .query(
            rs -> {
              byDay
                  .computeIfAbsent(rs.getObject("starts", LocalDate.class), any -> new Aggregates())
                  .add(
                      rs.getString("row_key"),
                      rs.getString("measure"),
                      rs.getLong("n"),
                      rs.getBigDecimal("amount"));
            });
    return byDay;
  }

  private JdbcClient.StatementSpec query(Slice slice, String question) {
    WholeDays days = WholeDays.of(slice.range());
    return db.sql(question.formatted(WHOLE_DAYS))
        .param("figure", slice.figure().name())
        .param("dimension", slice.by().dimension())
        .param("first", days.first())
        .param("firstMonth", days.firstMonth())
        .param("afterMonths", days.afterMonths())
        .param("after", days.after());
  }
}
