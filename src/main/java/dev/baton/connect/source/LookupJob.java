package dev.baton.connect.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks up what payloads point to; what fails is tried again, less and less often. */
@Component
class LookupJob {
  private static final Logger LOG = LoggerFactory.getLogger(LookupJob.class);
  private static final Duration LEASE = Duration.ofMinutes(3);
  private static final int MOST = 20;
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private final SourceLookups lookups;
  private final SourcePayloads payloads;
  private final Sources sources;
  private final PayloadIntake intake;
  private final Clock clock;

  LookupJob(
      SourceLookups lookups,
      SourcePayloads payloads,
      Sources sources,
      PayloadIntake intake,
      Clock clock) {
    this.lookups = lookups;
    this.payloads = payloads;
    this.sources = sources;
    this.intake = intake;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 2_000, initialDelay = 20_000)
  void goOn() {
    if (!lookups.areOn()) {
      return;
    }
    try {
      payloads.due(clock.instant(), MOST).forEach(this::lookUp);
    } catch (RuntimeException e) {
      LOG.warn("Payloads could not be looked up; that is done again in some seconds", e);
    }
  }

  private void lookUp(SourcePayloads.Due due) {
    Instant now = clock.instant();
    if (!payloads.lease(due, now.plus(LEASE))) {
      return;
    }
    SignalSource source = sources.find(due.source()).orElse(null);
    SourcePayload payload = payloads.find(due.source(), due.id()).orElse(null);
    if (source == null || payload == null) {
      return;
    }
    if (intake.lookUp(source, payload).isEmpty()) {
      payloads.later(due, due.tries() < WAITS.size() ? now.plus(WAITS.get(due.tries())) : null);
    } else {
      payloads.later(due, null);
    }
  }
}
