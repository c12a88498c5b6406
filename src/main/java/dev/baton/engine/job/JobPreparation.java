package dev.baton.engine.job;

import java.util.Collection;

/** What a room does for all jobs that are due together, before the engine runs each of them. */
public interface JobPreparation {

  /** Before their transaction begins: what is done by set needs no job any more. */
  void beforeJobs();

  /**
   * At the beginning of their transaction: locks and reads what the steps behind them will.
   *
   * @param businessKeys of their process instances
   */
  void read(Collection<String> businessKeys);
}
