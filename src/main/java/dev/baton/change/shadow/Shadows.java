package dev.baton.change.shadow;

import dev.baton.change.backtest.BackTest;
import dev.baton.change.backtest.LiveDifference;
import dev.baton.engine.DecisionFailure;
import dev.baton.input.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proposals that judge live leads beside what is in force. It is a back-test that goes on: each
 * minute who did something since is judged by set, never on the way of a lead.
 */
@Component
public class Shadows {
  /** What was being written while a sweep read is looked at again. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private final ShadowJudgements judgements;
  private final ProposedTables tables;
  private final BackTest backTest;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Shadows(
      ShadowJudgements judgements,
      ProposedTables tables,
      BackTest backTest,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.judgements = judgements;
    this.tables = tables;
    this.backTest = backTest;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Begins, unless it judges already. */
  public void begin(long changeId) {
    if (!judgements.isOn(changeId)) {
      judgements.begin(changeId, clock.instant());
    }
  }

  /** Ends; what it has said stays to be read. */
  public void end(long changeId) {
    judgements.end(changeId, clock.instant(), null);
  }

  /** Its tables are others now: what it has said was said by none of them. */
  public void forget(long changeId) {
    judgements.forget(changeId);
  }

  public Optional<ShadowReport> report(long changeId) {
    return judgements.report(changeId);
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  public void sweep() {
    judgements.running().stream()
        .filter(shadow -> judgements.lease(shadow, clock.instant()))
        .forEach(this::judge);
  }

  private void judge(ShadowJudgements.Shadow shadow) {
    Instant now = clock.instant();
    Instant from = shadow.judgedUntil().minus(OVERLAP);
    try {
      List<LiveDifference> found =
          backTest.differences(
              tables.of(shadow.changeId()),
              shadow.beganAt(),
              from.isBefore(shadow.beganAt()) ? shadow.beganAt() : from,
              now);
      transaction.executeWithoutResult(status -> judgements.keep(shadow, now, found));
    } catch (DecisionFailure | InvalidInput broken) {
      judgements.end(shadow.changeId(), now, broken.getMessage());
    }
  }
}
