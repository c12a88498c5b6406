package dev.baton.insight.sla;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.insight.rollup.Aggregate;
import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  /** Over the clocks of people, also what a reader may not see by key (rule R18). */
  public Sum total() {
    return new Sum(ofPeople(cells.total()));
  }

  /** Over the step that finds an owner by itself. */
  public Sum assignment() {
    return new Sum(only(cells.total(), SlaSums::isAssignment));
  }

  /** Without the automatic step: only a person's clock says how people keep their word. */
  public static Map<String, Aggregate> ofPeople(Map<String, Aggregate> cells) {
    return only(cells, cell -> !isAssignment(cell));
  }

  /** Of one clock; of the people's when it is null. */
  static Map<String, Aggregate> of(@Nullable String clock, Map<String, Aggregate> cells) {
    return clock == null ? ofPeople(cells) : only(cells, cell -> cell.startsWith(clock + "/"));
  }

  private static boolean isAssignment(String cell) {
    return cell.startsWith(Deadlines.ROUTE + "/");
  }

  private static Map<String, Aggregate> only(
      Map<String, Aggregate> cells, Predicate<String> which) {
    return cells.entrySet().stream()
        .filter(cell -> which.test(cell.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
