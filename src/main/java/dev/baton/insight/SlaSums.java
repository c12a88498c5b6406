package dev.baton.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Verdicts by key and clock.
 *
 * @param hours exact percentiles by key and clock, or null: read them from the spreads
 */
record SlaSums(Tallies tallies, Map<SlaSums.Cell, SlaSums.Hours> hours) {
  /** A key and a clock; both null: over all. */
  record Cell(String key, String clock) {
    static final Cell TOTAL = new Cell(null, null);
  }

  /** Percentiles of hours to the answer. */
  record Hours(Double p50, Double p95) {
    static final Hours NONE = new Hours(null, null);
  }

  /** Whether percentiles may be 1 % off. */
  boolean approximate() {
    return hours == null;
  }

  List<SlaCounts> rows() {
    List<SlaCounts> rows = new ArrayList<>();
    for (String key : tallies.keys()) {
      Map<String, Map<String, Tally>> clocks = new TreeMap<>();
      tallies
          .measures(key)
          .forEach(
              (measure, tally) -> {
                SlaMeasure read = SlaMeasure.read(measure);
                clocks
                    .computeIfAbsent(read.clock(), any -> new TreeMap<>())
                    .put(read.what(), tally);
              });
      clocks.forEach((clock, words) -> rows.add(counts(new Cell(key, clock), words)));
    }
    return rows;
  }

  /** Over everything, also what a reader may not see by key. */
  SlaCounts total() {
    Map<String, Tally> words = new TreeMap<>();
    tallies
        .total()
        .forEach(
            (measure, tally) ->
                words
                    .computeIfAbsent(SlaMeasure.read(measure).what(), any -> new Tally())
                    .add(tally));
    return counts(Cell.TOTAL, words);
  }

  private SlaCounts counts(Cell cell, Map<String, Tally> words) {
    Hours percentiles = hours == null ? percentiles(words) : hours.getOrDefault(cell, Hours.NONE);
    return new SlaCounts(
        cell.key(),
        cell.clock(),
        Tallies.n(words, SlaMeasure.MET),
        Tallies.n(words, SlaMeasure.MISSED),
        Tallies.n(words, SlaMeasure.OPEN),
        Tallies.n(words, SlaMeasure.VOID),
        percentiles.p50(),
        percentiles.p95());
  }

  private static Hours percentiles(Map<String, Tally> words) {
    Tally answered = words.get(SlaMeasure.ANSWERED);
    return answered == null
        ? Hours.NONE
        : new Hours(answered.spread().percentile(0.5), answered.spread().percentile(0.95));
  }
}
