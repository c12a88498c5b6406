package dev.baton.handoff;

import dev.baton.signal.SignalSender;
import java.util.Map;

/** Many leads that ask for sales, each with a review that waits. */
public final class HandRaisers {
  private HandRaisers() {}

  public static void arrive(HandoffScenario scenario, int many) {
    scenario.bean(SignalSender.class).sendMany("tests", many, HandRaisers::signal);
    scenario.runSavePoints();
  }

  private static Map<String, Object> signal(int n) {
    return Map.of(
        "type", "demo_requested", "lead", Map.of("email", "p%d@p%d.example".formatted(n, n)));
  }
}
