package dev.baton.insight.rollup;

import java.time.Instant;

/**
 * Slice of the figures: one of them, cut by one column, over a range.
 *
 * @param now as of which what is still open is judged
 */
public record Slice(Figure figure, KeyColumn by, InstantRange range, Instant now) {

  /** Of facts that time doesn't change. */
  public static Slice of(Figure figure, KeyColumn by, InstantRange range) {
    return new Slice(figure, by, range, InstantRange.EVERYTHING.to());
  }
}
