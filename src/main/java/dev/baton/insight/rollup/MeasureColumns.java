package dev.baton.insight.rollup;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a query that say of each row in which measures it counts.
 *
 * @param hours whether durations are read too
 */
public record MeasureColumns(List<Measure> measures, boolean hours) {

  /** One measure in which a row counts. */
  public record Value(
      Measure measure, String cell, @Nullable BigDecimal amount, @Nullable Double hours) {
    public void countIn(Aggregates cells, String key, long weight) {
      cells.of(key, cell).add(weight, amount);
    }

    public void addHours(Aggregates cells, String key, int weight) {
      if (hours != null) {
        cells.of(key, cell).add(hours, weight);
      }
    }

    void addDuration(Aggregates cells, String key) {
      if (hours != null) {
        cells.of(key, cell).add(hours);
      }
    }
  }

  /** For the select list of a table; the weight is SQL. */
  public String select(String weight) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      columns.add("case when %s then %s end as m%d".formatted(measure.when(), measure.cell(), i));
      if (hasAmount(i)) {
        columns.add("%s * %s as a%d".formatted(weight, measure.amount(), i));
      }
      if (hasHours(i)) {
        columns.add("%s as h%d".formatted(measure.hours(), i));
      }
    }
    return String.join(", ", columns);
  }

  /** For the select list of a query over such a table that groups by {@link #cells}. */
  String sums() {
    return cells() + numbered(this::hasAmount, ", sum(a%1$d) as a%1$d", "");
  }

  String cells() {
    return numbered(i -> true, "m%d", ", ");
  }

  private String numbered(IntPredicate which, String column, String between) {
    return IntStream.range(0, measures.size())
        .filter(which)
        .mapToObj(column::formatted)
        .collect(Collectors.joining(between));
  }

  public List<Value> read(ResultSet row) throws SQLException {
    List<Value> values = new ArrayList<>(2);
    for (int i = 0; i < measures.size(); i++) {
      String cell = row.getString("m" + i);
      if (cell != null) {
        BigDecimal amount = hasAmount(i) ? row.getBigDecimal("a" + i) : null;
        Double hours = hasHours(i) ? row.getObject("h" + i, Double.class) : null;
        values.add(new Value(measures.get(i), cell, amount, hours));
      }
    }
    return values;
  }

  private boolean hasAmount(int measure) {
    return measures.get(measure).amount() != null;
  }

  private boolean hasHours(int measure) {
    return hours && measures.get(measure).hasHours();
  }
}
