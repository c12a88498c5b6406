package dev.baton.change.backtest;

/** The back-test was ended by whoever looks on. */
public final class BackTestCancelled extends RuntimeException {
  BackTestCancelled() {
    super("The back-test was cancelled");
  }
}
