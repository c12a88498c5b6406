package dev.baton.insight.rollup;

import java.util.List;

/**
 * Figure of the roll-up: measures that are counted by one instant of a row, under the keys of some
 * of its columns.
 *
 * @param name as the roll-up calls it
 * @param instant the column of the day on which a row counts
 */
public record Figure(
    String name, FactTable facts, String instant, List<KeyColumn> keys, List<Measure> measures) {

  List<Measure> withHours() {
    return measures.stream().filter(Measure::hasHours).toList();
  }
}
