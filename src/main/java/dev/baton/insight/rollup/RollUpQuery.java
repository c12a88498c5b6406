package dev.baton.insight.rollup;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Query for figures: whole days from the roll-up and the changes that are not in it yet, what
 * sticks out of them, and what is still open, from the entries. One snapshot reads all, so that
 * rows and total agree.
 */
@Component
public class RollUpQuery {
  /** Up to so many durations a percentile is read from the entries, beyond it from the roll-up. */
  public static final int EXACT = 20_000;

  private final WholeDayCounts days;
  private final EntryQuery entries;
  private final ConsistentRead read;
  private final int exact;

  RollUpQuery(
      WholeDayCounts days, EntryQuery entries, ConsistentRead read, RollUpSettings settings) {
    this.days = days;
    this.entries = entries;
    this.read = read;
    this.exact = settings.exact();
  }

  /** With durations, each one exactly as long as they are few. */
  public RollUpSums sums(Slice slice) {
    return read.read(
        () -> {
          Aggregates cells = counted(slice);
          Map<String, Aggregate> total = cells.total();
          long durations =
              slice.figure().withHours().stream().mapToLong(measure -> measure.n(total)).sum();
          if (durations > exact) {
            addHistograms(slice, cells);
            return new RollUpSums(cells, true);
          }
          addDurations(slice, cells);
          return new RollUpSums(cells, false);
        });
  }

  /** With durations, however few they are, as histograms. */
  public Aggregates histograms(Slice slice) {
    return read.read(
        () -> {
          Aggregates cells = counted(slice);
          addHistograms(slice, cells);
          return cells;
        });
  }

  /** Counts and sums of money. */
  public Aggregates counts(Slice slice) {
    return read.read(() -> counted(slice));
  }

  /**
   * Counts and sums of money, cut by time.
   *
   * @param key null: all keys
   * @param point the point of time that a day belongs to
   */
  public Map<LocalDate, Aggregates> byTime(
      Slice slice, @Nullable String key, UnaryOperator<LocalDate> point) {
    return read.read(
        () -> {
          Map<LocalDate, Aggregates> points = new TreeMap<>();
          days.byDay(slice, key).forEach((day, cells) -> at(points, point.apply(day)).add(cells));
          MeasureColumns columns = new MeasureColumns(slice.figure().measures(), false);
          entries
              .rest(
                  slice,
                  columns,
                  """
                  select * from %s
                  where cast(:key as varchar) is null or coalesce(row_key, '(none)') = :key
                  """)
              .param("key", key)
              .query(
                  row -> {
                    LocalDate day = WholeDays.day(Sql.instant(row, "at"));
                    count(row, slice, columns, at(points, point.apply(day)));
                  });
          return points;
        });
  }

  private static Aggregates at(Map<LocalDate, Aggregates> points, LocalDate point) {
    return points.computeIfAbsent(point, any -> new Aggregates());
  }

  private Aggregates counted(Slice slice) {
    Aggregates cells = days.counts(slice);
    MeasureColumns columns = new MeasureColumns(slice.figure().measures(), false);
    String question =
        "select row_key, cast(sum(weight) as bigint) as weight, %s from %%s group by row_key, %s"
            .formatted(columns.sums(), columns.cells());
    entries
        .rest(slice, columns, question)
        .query(
            row -> {
              count(row, slice, columns, cells);
            });
    return cells;
  }

  private static void count(ResultSet row, Slice slice, MeasureColumns columns, Aggregates cells)
      throws SQLException {
    long weight = row.getLong("weight");
    each(row, slice, columns, (key, value) -> value.countIn(cells, key, weight));
  }

  private void addHistograms(Slice slice, Aggregates cells) {
    days.addHistograms(slice, cells);
    MeasureColumns columns = new MeasureColumns(slice.figure().withHours(), true);
    entries
        .rest(slice, columns, "select * from %s")
        .query(
            row -> {
              int weight = row.getInt("weight");
              each(row, slice, columns, (key, value) -> value.addHours(cells, key, weight));
            });
  }

  private void addDurations(Slice slice, Aggregates cells) {
    MeasureColumns columns = new MeasureColumns(slice.figure().withHours(), true);
    entries
        .all(slice, columns)
        .query(
            row -> {
              each(row, slice, columns, (key, value) -> value.addDuration(cells, key));
            });
  }

  /** Each measure in which a row counts, under each of its keys. */
  private static void each(
      ResultSet row,
      Slice slice,
      MeasureColumns columns,
      BiConsumer<String, MeasureColumns.Value> count)
      throws SQLException {
    List<MeasureColumns.Value> values = columns.read(row);
    for (String key : slice.by().keys(row.getString("row_key"))) {
      values.forEach(value -> count.accept(key, value));
    }
  }
}
