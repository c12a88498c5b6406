package dev.baton.engine.job;

import java.util.Collection;

/** What a room does for all jobs that are due together, before the engine runs each of them. */
public interface JobPreparation {

  /** Before their transaction begins: what is done by set needs no job any more. */
  void beforeJobs();

  /**
   * At the beginning of their transaction: locks and reads what the steps behind timers will. Other
   * steps may have something to lock before.
   *
   * @param businessKeys of process instances where a timer is due, or which another one has called
   */
  void read(Collection<String> businessKeys);
}
