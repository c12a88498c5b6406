package dev.baton.insight;

import java.time.Instant;

/**
 * Slice of the figures: one of them, cut by one column, over a range.
 *
 * @param now as of which what is still open is judged
 */
record Slice(Figure figure, KeyColumn by, Range range, Instant now) {

  /** Of facts that time doesn't change. */
  static Slice of(Figure figure, KeyColumn by, Range range) {
    return new Slice(figure, by, range, Range.EVERYTHING.to());
  }
}
