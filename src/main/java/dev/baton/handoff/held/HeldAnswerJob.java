package dev.baton.handoff.held;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Records held answers when it is time: those of this node to the half second, what a crash left
 * behind within a minute, and all before the application stops.
 */
@Component
class HeldAnswerJob {
  private static final Logger LOG = LoggerFactory.getLogger(HeldAnswerJob.class);

  private final HeldAnswerCommands commands;
  private final Clock clock;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MAX);

  HeldAnswerJob(HeldAnswerCommands commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  /** One is to be recorded at this instant. */
  void expect(Instant appliesAt) {
    next.accumulateAndGet(appliesAt, (known, other) -> other.isBefore(known) ? other : known);
  }

  /** Asks the database only when something of this node is due. */
  @Scheduled(fixedDelay = 500, initialDelay = 5_000)
  void tick() {
    Instant now = clock.instant();
    Instant due = next.get();
    if (due != null && !now.isBefore(due)) {
      next.set(Instant.MAX);
      record(now);
    }
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
  void sweep() {
    record(clock.instant());
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    Instant due = next.get();
    if (due != null && due.isBefore(Instant.MAX)) {
      attempt(commands::applyAll);
    }
  }

  private void record(Instant until) {
    attempt(() -> commands.applyDue(until).ifPresent(this::expect));
  }

  private static void attempt(Runnable recording) {
    try {
      recording.run();
    } catch (RuntimeException e) {
      LOG.warn("Held answers could not be looked for; that is done again in a minute", e);
    }
  }
}
