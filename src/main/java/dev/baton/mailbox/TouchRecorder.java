package dev.baton.mailbox;

import dev.baton.alert.delivery.LeasedTable;
import dev.baton.alert.delivery.RowLeases;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.sql.RecordRows;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Worker that records mails as touches, each once and in one transaction with what follows from it.
 * An answer waits until the mail that it answers is known to be sent.
 */
@Component
class TouchRecorder {
  static final String WORK = "emails";

  private static final Logger LOG = LoggerFactory.getLogger(TouchRecorder.class);
  private static final int MOST_ATTEMPTS = 20;
  private static final Duration WAIT = Duration.ofSeconds(5);

  private static final LeasedTable<DueTouch> TABLE =
      new LeasedTable<>(
          "email",
          "id",
          "id",
          """
          touch_state = 'due' and not exists (select 1 from email asked
            where asked.id = email.answers and asked.state = 'QUEUED')""",
          "touch_state, next_attempt_at, id",
          RecordRows.of(DueTouch.class));

  private final RowLeases<DueTouch> leases;
  private final Emails emails;
  private final EmailTouches touches;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TouchRecorder(
      JdbcClient db,
      Emails emails,
      EmailTouches touches,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.leases = new RowLeases<>(db, TABLE);
    this.emails = emails;
    this.touches = touches;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Records until nothing is due; false when nothing was. */
  boolean drain() {
    boolean due = leases.isDue(clock.instant(), Map.of());
    while (due && !Thread.currentThread().isInterrupted() && recordNext()) {}
    return due;
  }

  private boolean recordNext() {
    Optional<DueTouch> claimed =
        transaction.execute(status -> leases.claim(clock.instant(), Map.of()));
    claimed.ifPresent(due -> emails.find(due.id()).ifPresent(email -> record(due, email)));
    return claimed.isPresent();
  }

  private void record(DueTouch due, Email email) {
    try {
      record(due, email, true, Emails.TOUCH_DONE, null);
    } catch (RuntimeException failed) {
      Optional<ApiProblem> refused = ApiProblem.in(failed);
      boolean passes = refused.isEmpty() || refused.get() instanceof Conflict;
      if (passes && due.attempts() < MOST_ATTEMPTS) {
        again(due, failed);
      } else {
        LOG.warn("Mail {} is no touch", email.id(), failed);
        withoutTouch(due, email, refused.map(Throwable::getMessage).orElse("it failed"));
      }
    }
  }

  private void again(DueTouch due, RuntimeException failed) {
    LOG.info("Mail {} is recorded as a touch later", due.id(), failed);
    transaction.executeWithoutResult(
        status ->
            leases.again(
                due,
                failed.getClass().getSimpleName(),
                clock.instant().plus(WAIT.multipliedBy(due.attempts()))));
  }

  /** The rest of what follows from it is done all the same. */
  private void withoutTouch(DueTouch due, Email email, String why) {
    try {
      record(due, email, false, Emails.TOUCH_REFUSED, why);
    } catch (RuntimeException failed) {
      again(due, failed);
    }
  }

  private void record(
      DueTouch due, Email email, boolean counts, String state, @Nullable String why) {
    transaction.executeWithoutResult(
        status -> {
          touches.record(email, counts);
          if (!leases.end(due, "touch_state = :state", Map.of("state", state), why)) {
            status.setRollbackOnly();
          }
        });
  }
}
