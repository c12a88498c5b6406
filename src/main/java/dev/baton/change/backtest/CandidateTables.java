package dev.baton.change.backtest;

import java.util.Map;

/**
 * The decision tables that a proposal changes; everything else is what is in force.
 *
 * @param files content by file name; files that are no {@code .dmn} judge no lead
 */
public record CandidateTables(Map<String, String> files) {
  public CandidateTables {
    files = Map.copyOf(files);
  }
}
