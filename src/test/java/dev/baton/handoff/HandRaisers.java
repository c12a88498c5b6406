package dev.baton.handoff;

import dev.baton.signal.SignalSender;
import java.util.Map;
import java.util.stream.IntStream;

/** Many leads that ask for sales, each with a review that waits. */
public final class HandRaisers {
  private static final int BATCH = 100;

  private HandRaisers() {}

  public static void arrive(HandoffScenario scenario, int many) {
    for (int from = 0; from < many; from += BATCH) {
      scenario
          .bean(SignalSender.class)
          .send(
              "tests",
              IntStream.range(from, Math.min(many, from + BATCH))
                  .mapToObj(HandRaisers::signal)
                  .toList());
    }
    scenario.runSavePoints();
  }

  private static Map<String, Object> signal(int n) {
    return Map.of(
        "type", "demo_requested", "lead", Map.of("email", "p%d@p%d.example".formatted(n, n)));
  }
}
