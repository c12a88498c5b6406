package dev.baton.insight.rollup.job;

import dev.baton.insight.rollup.Aggregate;
import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.WholeDayCounts;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Repository of counts by day and by month, so that a figure reads hundreds of rows and not
 * millions; {@link WholeDayCounts} reads them.
 */
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

  private final JdbcClient db;
  private final JdbcTemplate batches;

  RollUps(JdbcClient db, JdbcTemplate batches) {
    this.db = db;
    this.batches = batches;
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
              (measure, cell) -> {
                Aggregate before = known.get(measure);
                if (before == null) {
                  inserts.add(row(group, key, measure, cell));
                } else {
                  Aggregate sum = new Aggregate().add(before).add(cell);
                  updates.add(row(group, key, measure, sum));
                }
              });
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

  private void write(String sql, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      batches.batchUpdate(sql, rows, TYPES);
    }
  }

  private static @Nullable Object[] row(Group group, String key, String measure, Aggregate sum) {
    return new @Nullable Object[] {
      sum.n(),
      sum.amount(),
      sum.encodedHistogram(),
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
