package dev.baton.alert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.alert.message.DeliveryOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Worker that delivers the due notices of one channel: claims one in a short transaction, sends it
 * outside of any, notes the outcome in another, which claims the next one. Any number of them may
 * run, on any number of nodes.
 */
public class DeliveryWorker {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4));

  /** So often a refused credential is tried again. */
  private static final Duration RENEWED = Duration.ofMinutes(1);

  private final DeliveryRoute route;
  private final NoticeQueue queue;
  private final ChannelFailures failures;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** When the channel was last seen to work; a failure that another node saw ends with it. */
  private Instant accepted = Instant.MIN;

  public DeliveryWorker(
      DeliveryRoute route,
      NoticeQueue queue,
      ChannelFailures failures,
      TransactionTemplate transaction,
      Clock clock) {
    this.route = route;
    this.queue = queue;
    this.failures = failures;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The channel of which this is the worker. */
  public String channel() {
    return route.channel();
  }

  /** Delivers until nothing is due; false when nothing was. */
  public boolean drain() {
    boolean due = queue.isDue(route.channel(), clock.instant());
    Optional<Delivery> claimed =
        due ? transaction.execute(status -> claimNext()) : Optional.empty();
    while (claimed.isPresent()) {
      Delivery delivery = claimed.get();
      DeliveryOutcome outcome = attempt(delivery);
      claimed =
          transaction.execute(
              status -> {
                note(delivery, outcome);
                return claimNext();
              });
    }
    return due;
  }

  private Optional<Delivery> claimNext() {
    return Thread.currentThread().isInterrupted()
        ? Optional.empty()
        : queue.claim(route.channel(), clock.instant());
  }

  /** Whatever goes wrong is this delivery's trouble: the next one gets its turn. */
  private DeliveryOutcome attempt(Delivery delivery) {
    try {
      return route.attempt(delivery);
    } catch (JsonProcessingException | RuntimeException e) {
      LOG.warn("Notice {} could not be sent", delivery.key(), e);
      return new DeliveryOutcome.Retry("could not be sent: " + e);
    }
  }

  private void note(Delivery delivery, DeliveryOutcome outcome) {
    Instant now = clock.instant();
    if (outcome instanceof DeliveryOutcome.Sent sent) {
      queue.sent(delivery, sent.text(), now);
      accept(now);
      route.ended(delivery, outcome, now);
    } else if (outcome instanceof DeliveryOutcome.Skipped skipped) {
      queue.skipped(delivery, skipped.why());
      route.ended(delivery, outcome, now);
    } else if (outcome instanceof DeliveryOutcome.Failed failed) {
      fail(delivery, failed, now);
    } else if (outcome instanceof DeliveryOutcome.Dead dead) {
      if (!route.takesOver(delivery, dead, now)) {
        queue.skipped(delivery, dead.why());
        route.ended(delivery, outcome, now);
      }
    } else if (outcome instanceof DeliveryOutcome.Wait wait) {
      queue.postpone(delivery, wait.why(), wait.until());
    } else if (outcome instanceof DeliveryOutcome.Unauthorized refused) {
      refuse(delivery, refused.why(), now);
    } else if (outcome instanceof DeliveryOutcome.Hold hold) {
      queue.hold(route.channel(), now.plus(hold.rest()));
      retry(delivery, hold.why(), now.plus(hold.rest()), now);
    } else if (outcome instanceof DeliveryOutcome.Retry retry) {
      retry(delivery, retry.why(), now.plus(waitAfter(delivery.attempts())), now);
    }
  }

  /** Once a minute at most: it is a statement for each message otherwise. */
  private void accept(Instant now) {
    if (accepted.isBefore(now.minus(RENEWED))) {
      failures.accepted(route.channel());
      accepted = now;
    }
  }

  /** No message's fault, so it costs none an attempt. */
  private void refuse(Delivery delivery, String why, Instant now) {
    accepted = Instant.MIN;
    queue.hold(route.channel(), now.plus(RENEWED));
    queue.postpone(delivery, why, now.plus(RENEWED));
    failures.refused(route.channel(), why, now);
  }

  private void retry(Delivery delivery, String why, Instant next, Instant now) {
    if (delivery.attempts() > WAITS.size()) {
      fail(delivery, new DeliveryOutcome.Failed(why), now);
    } else {
      queue.again(delivery, why, next);
    }
  }

  private void fail(Delivery delivery, DeliveryOutcome.Failed failed, Instant now) {
    queue.fail(delivery, failed.why());
    route.ended(delivery, failed, now);
  }

  private static Duration waitAfter(int attempts) {
    return WAITS.get(Math.min(attempts, WAITS.size()) - 1);
  }
}
