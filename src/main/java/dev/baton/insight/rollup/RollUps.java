package dev.baton.insight.rollup;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts by day and by month, so that a figure reads hundreds of rows and not millions. */
@Component
public class RollUps {
  /** What one row counts for: a month has its days' counts again, to be read instead of them. */
  enum Span {
    DAY,
    MONTH;

    LocalDate of(LocalDate day) {
      return this == DAY ? day : day.withDayOfMonth(1);
    }
  }

  /** The rows that are changed together. */
  record Group(String figure, String dimension, Span span, LocalDate starts) {}

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
  private final JdbcTemplate batches;

  RollUps(JdbcClient db, JdbcTemplate batches) {
    this.db = db;
    this.batches = batches;
  }

  /** What was folded in for the whole days of a slice. */
  Aggregates counts(Slice slice) {
    Aggregates cells = new Aggregates();
    ask(
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
  void spreads(Slice slice, Aggregates to) {
    ask(slice, "select row_key, measure, histogram from (%s) r where histogram is not null")
        .query(
            rs -> {
              to.of(rs.getString(1), rs.getString(2)).add(rs.getBytes(3));
            });
  }

  /** Day by day; a key of null means all keys. */
  Map<LocalDate, Aggregates> byDay(Slice slice, String key) {
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

  private JdbcClient.StatementSpec ask(Slice slice, String question) {
    WholeDays days = WholeDays.of(slice.range());
    return db.sql(question.formatted(WHOLE_DAYS))
        .param("figure", slice.figure().name())
        .param("dimension", slice.by().dimension())
        .param("first", days.first())
        .param("firstMonth", days.firstMonth())
        .param("afterMonths", days.afterMonths())
        .param("after", days.after());
  }

  /** Adds to what is there. Only one at a time may fold: it reads, adds and writes. */
  void fold(Group group, Aggregates more) {
    Set<String> keys = more.named();
    List<Object[]> updates = new ArrayList<>();
    List<Object[]> inserts = new ArrayList<>();
    Aggregates there = there(group, keys);
    for (String key : keys) {
      Map<String, Aggregate> known = there.cells(key);
      more.cells(key)
          .forEach(
              (measure, cell) ->
                  (known.containsKey(measure) ? updates : inserts)
                      .add(row(group, key, measure, cell, known.get(measure))));
    }
    write(
        "update roll_up set n = ?, amount = ?, histogram = ? where figure = ? and dimension = ?"
            + " and span = ? and starts = ? and row_key = ? and measure = ?",
        updates);
    write(
        "insert into roll_up"
            + " (n, amount, histogram, figure, dimension, span, starts, row_key, measure)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        inserts);
  }

  private static final int[] TYPES = {
    Types.BIGINT,
    Types.NUMERIC,
    Types.BINARY,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.VARCHAR,
    Types.DATE,
    Types.VARCHAR,
    Types.VARCHAR
  };

  private void write(String sql, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      batches.batchUpdate(sql, rows, TYPES);
    }
  }

  private static Object[] row(
      Group group, String key, String measure, Aggregate more, Aggregate known) {
    Aggregate sum = known == null ? more : new Aggregate().add(known).add(more);
    return new Object[] {
      sum.n(),
      sum.amount(),
      sum.encodedSpread(),
      group.figure(),
      group.dimension(),
      group.span().name(),
      group.starts(),
      key,
      measure
    };
  }

  private Aggregates there(Group group, Set<String> keys) {
    Aggregates there = new Aggregates();
    db.sql(
            """
            select row_key, measure, n, amount, histogram from roll_up
            where figure = :figure and dimension = :dimension and span = :span
              and starts = :starts and row_key in (:keys)
            """)
        .param("figure", group.figure())
        .param("dimension", group.dimension())
        .param("span", group.span().name())
        .param("starts", group.starts())
        .param("keys", keys)
        .query(
            rs -> {
              Aggregate cell = there.of(rs.getString("row_key"), rs.getString("measure"));
              cell.add(rs.getLong("n"), rs.getBigDecimal("amount"));
              cell.add(rs.getBytes("histogram"));
            });
    return there;
  }
}
