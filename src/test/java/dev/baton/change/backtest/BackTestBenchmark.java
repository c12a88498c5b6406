package dev.baton.change.backtest;

import com.sun.management.OperatingSystemMXBean;
import dev.baton.engine.FileDecisions;
import dev.baton.handoff.HandoffScenario;
import dev.baton.signal.SignalSender;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a back-test of many leads with ten instants each takes; on H2, or with {@code
 * -Dscenarios.on=postgresql} on PostgreSQL.
 */
public final class BackTestBenchmark {
  private static final int LEADS = Integer.getInteger("leads", 10_000);
  private static final int INSTANTS = 10;
  private static final int ROUNDS = 3;
  private static final List<String> DEEDS =
      List.of("page_view", "email_clicked", "pricing_page_view", "webinar_registered");

  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private BackTestBenchmark() {}

  /** Prints a line a round, the first of which warms up. */
  public static void main(String[] none) {
    HandoffScenario scenario = new HandoffScenario();
    scenario.begins();
    for (int i = 0; i < INSTANTS; i++) {
      int instant = i;
      scenario.bean(SignalSender.class).sendMany("tests", LEADS, lead -> signal(lead, instant));
      scenario.passesWithoutTimers(Duration.ofDays(3));
    }
    Instant end = scenario.now().plusSeconds(1);
    CandidateTables line =
        new CandidateTables(
            Map.of(
                "score-threshold.dmn",
                FileDecisions.xml("score-threshold").replace(">60<", ">90<")));
    for (int round = 0; round < ROUNDS; round++) {
      AtomicInteger told = new AtomicInteger();
      long begun = System.nanoTime();
      long worked = MACHINE.getProcessCpuTime();
      BackTestReport report =
          scenario
              .bean(BackTest.class)
              .run(line, HandoffScenario.START, end, (done, of) -> told.incrementAndGet() > 0);
      System.out.printf(
          "%d leads, %d instants each: %.1f s, %.1f s of processor time, progress told %d times,"
              + " %d MQLs compared, %d disagreements, %d gained, %d lost%n",
          report.leads(),
          INSTANTS,
          (System.nanoTime() - begun) / 1e9,
          (MACHINE.getProcessCpuTime() - worked) / 1e9,
          told.get(),
          report.handoffs(),
          report.disagreements().size(),
          report.compared().gained().size(),
          report.compared().lost().size());
    }
    System.exit(0);
  }

  /** Everybody does something at each instant; ten in a hundred fit. */
  private static Map<String, Object> signal(int lead, int instant) {
    Map<String, Object> person = new HashMap<>();
    person.put("email", "p%d@p%d.example".formatted(lead, lead));
    if (lead % 10 == 0) {
      person.put("companySize", 120);
      person.put("industry", "SaaS");
      person.put("jobTitle", "VP Sales");
    }
    return Map.of("type", DEEDS.get((lead + instant) % DEEDS.size()), "lead", person);
  }
}
