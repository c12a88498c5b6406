package dev.baton.change.backtest;

/** Who looks on while a back-test runs, and may end it. */
public interface BackTestProgress {
  /** Nobody looks on. */
  BackTestProgress NONE = (leads, of) -> true;

  /**
   * So many leads are through.
   *
   * @return whether to go on
   */
  boolean reached(int leads, int of);
}
