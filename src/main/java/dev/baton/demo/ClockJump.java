package dev.baton.demo;

import dev.baton.alert.AlertQueries;
import dev.baton.alert.delivery.ChannelThreads;
import dev.baton.engine.job.EngineJobs;
import dev.baton.handoff.DeadlineSweeper;
import dev.baton.handoff.held.HeldAnswerCommands;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * One jump of the demo clock, as if the application had been down for that long: what came due is
 * run in the order of its due instants, many together, while the engine's own threads rest.
 */
@Component
@Profile("demo")
class ClockJump {
  private static final Logger LOG = LoggerFactory.getLogger(ClockJump.class);
  private static final int TOGETHER = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DemoClock clock;
  private final EngineJobs jobs;
  private final DeadlineSweeper sweeper;
  private final HeldAnswerCommands held;
  private final AlertQueries alerts;
  private final ChannelThreads channels;

  ClockJump(
      DemoClock clock,
      EngineJobs jobs,
      DeadlineSweeper sweeper,
      HeldAnswerCommands held,
      AlertQueries alerts,
      ChannelThreads channels) {
    this.clock = clock;
    this.jobs = jobs;
    this.sweeper = sweeper;
    this.held = held;
    this.alerts = alerts;
    this.channels = channels;
  }

  /**
   * Moves the clock ahead and waits for what that sets off.
   *
   * @return false when there is still work due after a minute; it goes on by itself
   */
  synchronized boolean ahead(Duration by) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    jobs.pause();
    try {
      // Before the jump, because a running job's lock would look expired, and a process that is
      // about to be routed would look late.
      await(deadline, () -> !jobs.isAnyRunning(clock.instant()));
      runDue(deadline);
      // said before the jump, and so recorded before it
      held.applyAll();
      clock.jump(by);
      runDue(deadline);
      sweeper.sweep();
    } finally {
      jobs.resume();
    }
    channels.wake();
    return await(deadline, this::isQuiet);
  }

  private void runDue(long deadline) {
    while (System.nanoTime() < deadline) {
      List<EngineJobs.Due> next = jobs.next(clock.instant(), TOGETHER);
      if (next.isEmpty()) {
        return;
      }
      if (next.size() == 1 || !jobs.runTogether(next)) {
        next.forEach(this::run);
      }
    }
  }

  private void run(EngineJobs.Due job) {
    try {
      jobs.run(job);
    } catch (RuntimeException e) {
      LOG.warn("Job {} failed; the engine tries it again later", job.id(), e);
    }
  }

  private boolean isQuiet() {
    return jobs.next(clock.instant()).isEmpty()
        && !jobs.isAnyRunning(clock.instant())
        && alerts.isIdle(clock.instant());
  }

  private static boolean await(long deadline, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
