package dev.baton.insight.sla;

import dev.baton.insight.rollup.Aggregate;
import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums of deadlines by key and clock.
 *
 * @param approximate whether percentiles may be 1 % off
 */
public record SlaSums(Aggregates cells, boolean approximate) {

  /** One key and clock. */
  public record Row(String key, String clock, Sum sum) {}

  /** What was counted of some deadlines. */
  public record Sum(Map<String, Aggregate> cells) {
    public SlaCounts counts() {
      return SlaCounts.of(cells);
    }

    /** Hours to the answer, unrounded; null without any. */
    public @Nullable Double percentile(double share) {
      return percentile(SlaMeasure.ANSWERED, share);
    }

    @Nullable Double percentile(Measure measure, double share) {
      return cells.entrySet().stream()
          .filter(cell -> measure.has(cell.getKey()))
          .map(Map.Entry::getValue)
          .reduce((some, more) -> new Aggregate().add(some).add(more))
          .map(all -> all.percentile(share))
          .orElse(null);
    }
  }

  public List<Row> rows() {
    return rows(cells);
  }

  /** A cell is told apart by its clock. */
  static List<Row> rows(Aggregates cells) {
    List<Row> rows = new ArrayList<>();
    for (String key : cells.keys()) {
      Map<String, Map<String, Aggregate>> clocks = new TreeMap<>();
      cells
          .cells(key)
          .forEach(
              (cell, sum) ->
                  clocks
                      .computeIfAbsent(
                          cell.substring(0, cell.lastIndexOf('/')), any -> new TreeMap<>())
                      .put(cell, sum));
      clocks.forEach((clock, of) -> rows.add(new Row(key, clock, new Sum(of))));
    }
    return rows;
  }

  /** Over everything, also what a reader may not see by key. */
  public Sum total() {
    return new Sum(cells.total());
  }
}
