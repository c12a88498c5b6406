package dev.baton.signal;

import dev.baton.engine.DecisionFailure;
import dev.baton.lead.Leads;
import dev.baton.signal.UnscoredSignals.Unscored;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scores what waits, so that a mended table is taken up within seconds of its deployment. A signal
 * counts from now on, not from when it came: nobody could answer before.
 */
@Component
public class Rescoring {
  private static final Logger LOG = LoggerFactory.getLogger(Rescoring.class);
  private static final int ROUND = 200;

  /** So many that fail in a row are enough to know that the table is not mended yet. */
  private static final int ENOUGH_FAILURES = 5;

  private final UnscoredSignals unscored;
  private final Signals signals;
  private final Leads leads;
  private final ApplicationEventPublisher facts;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Rescoring(
      UnscoredSignals unscored,
      Signals signals,
      Leads leads,
      ApplicationEventPublisher facts,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.unscored = unscored;
    this.signals = signals;
    this.leads = leads;
    this.facts = facts;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
  public void scoreWhatWaits() {
    boolean more = true;
    while (more) {
      List<Unscored> waiting = unscored.longestUntried(ROUND);
      more = score(waiting) == 0 && waiting.size() == ROUND;
    }
  }

  private int score(List<Unscored> waiting) {
    int failures = 0;
    for (Unscored next : waiting) {
      failures += isScored(next) ? 0 : 1;
      if (failures >= ENOUGH_FAILURES) {
        break;
      }
    }
    return failures;
  }

  private boolean isScored(Unscored next) {
    try {
      transaction.executeWithoutResult(status -> score(next));
      return true;
    } catch (RuntimeException e) {
      Optional<DecisionFailure> failure = DecisionFailure.of(e);
      if (failure.isEmpty()) {
        LOG.warn("A signal that waits could not be scored; it is tried again after the others", e);
      }
      transaction.executeWithoutResult(
          status -> {
            unscored.tried(next, clock.instant());
            failure.ifPresent(again -> unscored.failedAgain(next, again));
          });
      return false;
    }
  }

  private void score(Unscored next) {
    if (unscored.remove(next)) {
      Signal signal = signals.get(next.sender(), next.signalId());
      leads.lock(signal.leadId());
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      signals.judged(next.sender(), next.signalId(), now);
      SignalRecorded recorded = new SignalRecorded(signal.asOf(now));
      facts.publishEvent(recorded);
      facts.publishEvent(new SignalsSettled(recorded.batch()));
    }
  }
}
