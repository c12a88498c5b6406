package dev.baton.insight;

import java.sql.Date;
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
class RollUps {
  /** What one row counts for: a month has its days' counts again, to be read instead of them. */
  enum Span {
    DAY,
    MONTH;

    LocalDate of(LocalDate day) {
      return this == DAY ? day : day.withDayOfMonth(1);
    }
  }

  /** The rows that are changed together. */
  record Group(Figure figure, String dimension, Span span, LocalDate starts) {}

  private static final String WHOLE_DAYS =
      """
      select starts, of_key, measure, n, amount, spread from roll_up
        where figure = :figure and dimension = :dimension
          and span = 'DAY' and starts >= :first and starts < :firstMonth
      union all select starts, of_key, measure, n, amount, spread from roll_up
        where figure = :figure and dimension = :dimension
          and span = 'MONTH' and starts >= :firstMonth and starts < :afterMonths
      union all select starts, of_key, measure, n, amount, spread from roll_up
        where figure = :figure and dimension = :dimension
          and span = 'DAY' and starts >= :afterMonths and starts < :after
      """;

  private final JdbcClient db;
  private final JdbcTemplate batches;

  RollUps(JdbcClient db, JdbcTemplate batches) {
    this.db = db;
    this.batches = batches;
  }

  /** What was folded in for these days. */
  Tallies counts(Figure figure, String dimension, WholeDays days) {
    Tallies tallies = new Tallies();
    ask(
            figure,
            dimension,
            days,
            """
            select of_key, measure, cast(sum(n) as bigint) as n, sum(amount) as amount
            from (%s) r group by of_key, measure
            """)
        .query(
            rs -> {
              tallies.add(rs.getString(1), rs.getString(2), rs.getLong(3), rs.getBigDecimal(4));
            });
    return tallies;
  }

  /** Adds the hours of these days to the counts they belong to. */
  void spreads(Figure figure, String dimension, WholeDays days, Tallies to) {
    ask(
            figure,
            dimension,
            days,
            "select of_key, measure, spread from (%s) r where spread is not null")
        .query(
            rs -> {
              to.of(rs.getString(1), rs.getString(2)).add(rs.getBytes(3));
            });
  }

  /** Day by day; a key of null means all keys. */
  Map<LocalDate, Tallies> byDay(Figure figure, String dimension, String key, WholeDays days) {
    Map<LocalDate, Tallies> byDay = new HashMap<>();
    db.sql(
            """
            select starts, of_key, measure, n, amount from roll_up
            where figure = :figure and dimension = :dimension and span = 'DAY'
              and starts >= :first and starts < :after
              and (cast(:key as varchar) is null or of_key = :key)
            """)
        .param("figure", figure.name())
        .param("dimension", dimension)
        .param("first", days.first())
        .param("after", days.after())
        .param("key", key)
        .query(
            rs -> {
              byDay
                  .computeIfAbsent(rs.getObject("starts", LocalDate.class), any -> new Tallies())
                  .add(
                      rs.getString("of_key"),
                      rs.getString("measure"),
                      rs.getLong("n"),
                      rs.getBigDecimal("amount"));
            });
    return byDay;
  }

  private JdbcClient.StatementSpec ask(
      Figure figure, String dimension, WholeDays days, String question) {
    return db.sql(question.formatted(WHOLE_DAYS))
        .param("figure", figure.name())
        .param("dimension", dimension)
        .param("first", days.first())
        .param("firstMonth", days.firstMonth())
        .param("afterMonths", days.afterMonths())
        .param("after", days.after());
  }

  /** Adds to what is there. Only one at a time may fold: it reads, adds and writes. */
  void fold(Group group, Tallies more) {
    Set<String> keys = more.named();
    List<Object[]> updates = new ArrayList<>();
    List<Object[]> inserts = new ArrayList<>();
    Tallies there = there(group, keys);
    for (String key : keys) {
      Map<String, Tally> known = there.measures(key);
      more.measures(key)
          .forEach(
              (measure, tally) ->
                  (known.containsKey(measure) ? updates : inserts)
                      .add(row(group, key, measure, tally, known.get(measure))));
    }
    write(
        "update roll_up set n = ?, amount = ?, spread = ? where figure = ? and dimension = ?"
            + " and span = ? and starts = ? and of_key = ? and measure = ?",
        updates);
    write(
        "insert into roll_up (n, amount, spread, figure, dimension, span, starts, of_key, measure)"
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

  private static Object[] row(Group group, String key, String measure, Tally more, Tally known) {
    Tally sum = known == null ? more : new Tally().add(known).add(more);
    return new Object[] {
      sum.n(),
      sum.amount(),
      sum.encodedSpread(),
      group.figure().name(),
      group.dimension(),
      group.span().name(),
      Date.valueOf(group.starts()),
      key,
      measure
    };
  }

  private Tallies there(Group group, Set<String> keys) {
    Tallies there = new Tallies();
    db.sql(
            """
            select of_key, measure, n, amount, spread from roll_up
            where figure = :figure and dimension = :dimension and span = :span
              and starts = :starts and of_key in (:keys)
            """)
        .param("figure", group.figure().name())
        .param("dimension", group.dimension())
        .param("span", group.span().name())
        .param("starts", group.starts())
        .param("keys", keys)
        .query(
            rs -> {
              Tally tally = there.of(rs.getString("of_key"), rs.getString("measure"));
              tally.add(rs.getLong("n"), rs.getBigDecimal("amount"));
              tally.add(rs.getBytes("spread"));
            });
    return there;
  }
}
