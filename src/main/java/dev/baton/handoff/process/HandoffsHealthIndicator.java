package dev.baton.handoff.process;

import dev.baton.sql.PlainHealth;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the open handoffs: each has a process that asks what it should. */
@Component
class HandoffsHealthIndicator implements HealthIndicator {
  private final InterruptedHandoffs interrupted;

  HandoffsHealthIndicator(InterruptedHandoffs interrupted) {
    this.interrupted = interrupted;
  }

  @Override
  public Health health() {
    List<InterruptedHandoff> told = interrupted.told();
    return told.isEmpty()
        ? PlainHealth.up("Every open handoff goes on.")
        : PlainHealth.degraded(
            told.size() == 1
                ? "One handoff doesn't go on by itself."
                : "%d handoffs don't go on by themselves.".formatted(told.size()),
            told.get(0).since(),
            "Restart them where they stood, on the home page.",
            "/");
  }
}
