package dev.baton.connect.connection;

import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.connection.ConnectionHealths.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Worker that tells a system what waits for it: claims a message in a short transaction, sends it
 * outside of any, notes the outcome in another.
 *
 * <p>A system that fails is left alone, longer each time, and costs its messages nothing: all wait
 * for one that is tried. A message is given up when it alone fails.
 */
@Component
class ConnectionWorker {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionWorker.class);

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4));

  /** What changes there has the time of its own clock, whatever time it is here. */
  private static final Clock REAL_TIME = Clock.systemUTC();

  private static final Duration LISTENS = Duration.ofSeconds(20);

  /** Its clock may go differently, and what it wrote may be found later. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  /** So long a system that fails again and again is left alone. */
  private static final List<Duration> RESTS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5));

  private final OutboundMessages messages;
  private final ConnectionHealths healths;
  private final Systems systems;
  private final ConnectionNotices notices;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ConnectionWorker(
      OutboundMessages messages,
      ConnectionHealths healths,
      Systems systems,
      ConnectionNotices notices,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.messages = messages;
    this.healths = healths;
    this.systems = systems;
    this.notices = notices;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Delivers until nothing is due; false when nothing was. */
  boolean drain(Connection connection) {
    synchronize(connection);
    boolean due = messages.isDue(connection, clock.instant());
    while (due && !Thread.currentThread().isInterrupted() && deliverNext(connection)) {}
    return due;
  }

  /** What changes there twice within the overlap is known by what it says. */
  private void synchronize(Connection connection) {
    Instant now = REAL_TIME.instant();
    ConnectedSystem system = systems.of(connection);
    if (!system.isSynchronized()
        || system.missing(connection).isPresent()
        || isUsedUp(connection)
        || !healths.takeTurn(connection, now, now.plus(LISTENS), clock.instant())) {
      return;
    }
    Instant to = healths.of(connection.name()).heardTo();
    Instant since = to == null ? now : to;
    DeliveryAttempt attempt = attempt(system, connection, since.minus(OVERLAP));
    DeliveryOutcome outcome = attempt.outcome();
    Refusal refusal = new Refusal(clock.instant(), attempt.calls());
    if (outcome instanceof DeliveryOutcome.Sent && attempt.calls() == 0) {
      return; // nobody was asked, so nothing is known of how it is
    }
    if (outcome instanceof DeliveryOutcome.Sent) {
      healths.heard(connection.name(), attempt.calls(), now);
      notices.worked(connection.name());
    } else if (outcome instanceof DeliveryOutcome.Hold hold) {
      hold(connection.name(), hold, 0, refusal);
    } else {
      rest(connection.name(), "synchronizing: " + said(outcome), refusal);
    }
  }

  private static DeliveryAttempt attempt(
      ConnectedSystem system, Connection connection, Instant since) {
    try {
      return system.synchronize(connection, since);
    } catch (RuntimeException e) {
      LOG.warn("Connection {} could not be synchronized", connection.name(), e);
      return new DeliveryAttempt(
          new DeliveryOutcome.Retry("failed: " + e.getClass().getSimpleName()), 1);
    }
  }

  private static String said(DeliveryOutcome outcome) {
    if (outcome instanceof DeliveryOutcome.Retry retry) {
      return retry.why();
    }
    if (outcome instanceof DeliveryOutcome.Failed failed) {
      return failed.why();
    }
    return outcome instanceof DeliveryOutcome.Unauthorized refused ? refused.why() : "it failed";
  }

  private boolean deliverNext(Connection connection) {
    if (isUsedUp(connection)) {
      return false;
    }
    Optional<OutboundMessage> claimed =
        transaction.execute(status -> messages.claim(connection, clock.instant()));
    claimed.ifPresent(
        message -> {
          DeliveryAttempt attempt = attempt(connection, message);
          transaction.executeWithoutResult(status -> note(connection, message, attempt));
        });
    return claimed.isPresent();
  }

  /** The quota's next day begins at midnight, UTC. */
  private boolean isUsedUp(Connection connection) {
    Integer quota = connection.dailyQuota();
    if (quota == null) {
      return false;
    }
    Instant now = clock.instant();
    ConnectionHealth health = healths.of(connection.name());
    if (health.usedOn(ConnectionHealths.day(now)) < quota) {
      return false;
    }
    Instant tomorrow =
        ConnectionHealths.day(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    healths.refused(
        connection.name(),
        "the %d calls of today are used up".formatted(quota),
        health.failures(),
        tomorrow,
        new Refusal(now, 0));
    return true;
  }

  private DeliveryAttempt attempt(Connection connection, OutboundMessage message) {
    try {
      return systems.of(connection).deliver(connection, message);
    } catch (RuntimeException e) {
      LOG.warn("Message {} of connection {} failed", message.id(), connection.name(), e);
      return new DeliveryAttempt(
          new DeliveryOutcome.Retry("could not be sent: " + e.getClass().getSimpleName()), 1);
    }
  }

  private void note(Connection connection, OutboundMessage message, DeliveryAttempt attempt) {
    Instant now = clock.instant();
    String name = connection.name();
    Refusal refusal = new Refusal(now, attempt.calls());
    DeliveryOutcome outcome = attempt.outcome();
    if (outcome instanceof DeliveryOutcome.Sent) {
      messages.sent(message, now);
      healths.accepted(name, attempt.calls(), now);
      notices.worked(name);
    } else if (outcome instanceof DeliveryOutcome.Skipped skipped) {
      messages.end(message, "skipped", skipped.why());
      healths.accepted(name, attempt.calls(), now);
    } else if (outcome instanceof DeliveryOutcome.Failed failed) {
      messages.end(message, "failed", failed.why());
      healths.refused(name, failed.why(), 0, null, refusal);
    } else if (outcome instanceof DeliveryOutcome.Hold hold) {
      messages.postpone(message, hold.why(), now);
      hold(name, hold, healths.of(name).failures(), refusal);
    } else if (outcome instanceof DeliveryOutcome.Unauthorized refused) {
      messages.postpone(message, refused.why(), now);
      rest(name, refused.why(), refusal);
    } else if (outcome instanceof DeliveryOutcome.Retry retry) {
      retry(name, message, retry.why(), refusal);
    } else {
      throw new IllegalStateException("No outcome of a connection: " + outcome);
    }
  }

  /** It asked for rest, and is told of when that goes on for long. */
  private void hold(String name, DeliveryOutcome.Hold hold, int failures, Refusal refusal) {
    healths.refused(name, hold.why(), failures, refusal.at().plus(hold.rest()), refusal);
    notices.failed(name, hold.why());
  }

  /** The message's own fault is what a system refuses that takes others. */
  private void retry(String name, OutboundMessage message, String why, Refusal refusal) {
    int failures = rest(name, why, refusal);
    if (message.attempts() > WAITS.size() && failures <= 1) {
      messages.end(message, "failed", why);
    } else {
      messages.again(message, why, refusal.at().plus(of(WAITS, message.attempts())));
    }
  }

  /** How many failures there were in a row. */
  private int rest(String name, String why, Refusal refusal) {
    int failures = healths.of(name).failures() + 1;
    healths.refused(name, why, failures, refusal.at().plus(of(RESTS, failures)), refusal);
    notices.failed(name, why);
    return failures;
  }

  private static Duration of(List<Duration> growing, int number) {
    return growing.get(Math.min(number, growing.size()) - 1);
  }
}
