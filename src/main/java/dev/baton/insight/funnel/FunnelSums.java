package dev.baton.insight.funnel;

import dev.baton.insight.rollup.Aggregate;
import dev.baton.insight.rollup.Aggregates;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums of the funnel by key.
 *
 * @param approximate whether the medians may be 1 % off
 */
public record FunnelSums(Aggregates cells, boolean approximate) {

  /** One key; the total has none. */
  public record Row(@Nullable String key, Map<String, Aggregate> cells) {
    public FunnelCounts counts() {
      return FunnelCounts.of(cells);
    }

    FunnelRow.ByRule byRule() {
      return new FunnelRow.ByRule(byRule(FunnelMeasure.SAL), byRule(FunnelMeasure.SQL));
    }

    private long byRule(FunnelMeasure stage) {
      Aggregate cell = cells.get(stage.name() + "/" + FunnelMeasure.BY_RULE.name());
      return cell == null ? 0 : cell.n();
    }

    /** Unrounded; null without any. */
    public @Nullable Double medianHoursToSql() {
      Aggregate sql = cells.get(FunnelMeasure.SQL.measure().name());
      return sql == null ? null : sql.percentile(0.5);
    }

    /** By currency. */
    public DealValues deals() {
      return new DealValues(
          cells.entrySet().stream()
              .filter(cell -> cell.getValue().n() != 0)
              .flatMap(cell -> deal(cell.getKey(), cell.getValue()))
              .toList());
    }

    private static Stream<DealSum> deal(String cell, Aggregate sum) {
      if (FunnelMeasure.PIPELINE.has(cell)) {
        return Stream.of(new DealSum(FunnelMeasure.PIPELINE.apart(cell), sum.amount(), null));
      }
      return FunnelMeasure.WON.has(cell)
          ? Stream.of(new DealSum(FunnelMeasure.WON.apart(cell), null, sum.amount()))
          : Stream.empty();
    }
  }

  public List<Row> rows() {
    return cells.keys().stream().map(key -> new Row(key, cells.cells(key))).toList();
  }

  /** Over everything, also what a reader may not see by key. */
  public Row total() {
    return new Row(null, cells.total());
  }
}
