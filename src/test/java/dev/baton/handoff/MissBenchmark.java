package dev.baton.handoff;

import com.sun.management.OperatingSystemMXBean;
import dev.baton.engine.job.GroupedJobs;
import dev.baton.engine.job.JobPreparation;
import dev.baton.handoff.lifecycle.MissedDeadlines;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * How long it takes to record deadlines that are missed at once, and what their timers do then; on
 * H2, or with {@code -Dscenarios.on=postgresql} on PostgreSQL.
 */
public final class MissBenchmark {
  private static final int MANY = Integer.getInteger("misses", 2_000);
  private static final int ROUNDS = 4;

  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private MissBenchmark() {}

  /** Prints a line a round, the first of which warms up. */
  public static void main(String[] none) {
    HandoffScenario scenario = new HandoffScenario();
    for (int round = 0; round < ROUNDS; round++) {
      scenario.begins();
      HandRaisers.arrive(scenario, MANY);
      scenario.passesWithoutTimers(Duration.ofMinutes(210));
      runTimers(scenario);
      scenario.passesWithoutTimers(Duration.ofMinutes(60));
      print("recorded and told", () -> scenario.bean(MissedDeadlines.class).noticeAll());
      print("their timers", () -> runTimers(scenario));
    }
    System.exit(0);
  }

  private static void runTimers(HandoffScenario scenario) {
    new GroupedJobs(
            scenario.bean(ProcessEngine.class), List.of(scenario.bean(JobPreparation.class)), 50)
        .run(Date.from(scenario.now()));
  }

  private static void print(String what, Runnable act) {
    long begun = System.nanoTime();
    long worked = MACHINE.getProcessCpuTime();
    act.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%d %s: %.2f s, %.0f a second, %.2f ms of processor time each%n",
        MANY, what, seconds, MANY / seconds, (MACHINE.getProcessCpuTime() - worked) / 1e6 / MANY);
  }
}
