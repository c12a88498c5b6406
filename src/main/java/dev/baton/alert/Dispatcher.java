package dev.baton.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers the due notices of one channel: claims one in a short transaction, sends it outside of
 * any, notes the outcome in another. Any number of them may run, on any number of nodes.
 */
class Dispatcher {
  static final String NOBODY = "nobody to tell: the person is not active and no manager is";

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

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

  private final Messenger messenger;
  private final NoticeQueue queue;
  private final Readers readers;
  private final QuietHours quietHours;
  private final Digests digests;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final String publicUrl;

  Dispatcher(
      Messenger messenger,
      NoticeQueue queue,
      Readers readers,
      QuietHours quietHours,
      Digests digests,
      ObjectMapper json,
      TransactionTemplate transaction,
      Clock clock,
      String publicUrl) {
    this.messenger = messenger;
    this.queue = queue;
    this.readers = readers;
    this.quietHours = quietHours;
    this.digests = digests;
    this.json = json;
    this.transaction = transaction;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** Delivers until nothing is due. */
  void drain() {
    while (!Thread.currentThread().isInterrupted() && deliverNext()) {}
  }

  private boolean deliverNext() {
    Optional<Delivery> claimed =
        transaction.execute(status -> queue.claim(messenger.channel(), clock.instant()));
    claimed.ifPresent(
        delivery -> {
          Outcome outcome = attempt(delivery);
          transaction.executeWithoutResult(status -> note(delivery, outcome));
        });
    return claimed.isPresent();
  }

  /** Whatever goes wrong is this delivery's trouble: the next one gets its turn. */
  private Outcome attempt(Delivery delivery) {
    try {
      return send(delivery);
    } catch (JsonProcessingException | RuntimeException e) {
      LOG.warn("Notice {} could not be sent", delivery.key(), e);
      return new Outcome.Retry("could not be sent: " + e);
    }
  }

  private Outcome send(Delivery delivery) throws JsonProcessingException {
    if (messenger.missing().isPresent()) {
      return new Outcome.Skipped(messenger.missing().get() + " is not set");
    }
    Reader reader = readerOf(delivery);
    if (!reader.found()) {
      return new Outcome.Skipped(NOBODY);
    }
    Instant now = clock.instant();
    Instant open = quietHours.open(now, reader.shift(), delivery.urgent());
    if (open.isAfter(now)) {
      return new Outcome.Wait(open);
    }
    Optional<Outcome> digest =
        transaction.execute(status -> digests.instead(delivery, reader, messenger.channel(), now));
    if (digest.isPresent()) {
      return digest.get();
    }
    Pack pack = json.readValue(delivery.pack(), Pack.class);
    Letter letter = Letter.to(reader, delivery.subject(), pack, now, publicUrl);
    return messenger.send(delivery.key(), letter, reader.to());
  }

  /** Somebody may have left since they were to be told. */
  private Reader readerOf(Delivery delivery) {
    Reader reader = readers.of(delivery.recipient());
    if (reader.insteadOf() == null) {
      return new Reader(reader.to(), reader.shift(), delivery.insteadOf());
    }
    queue.redirect(delivery, reader);
    return reader;
  }

  private void note(Delivery delivery, Outcome outcome) {
    Instant now = clock.instant();
    if (outcome instanceof Outcome.Sent sent) {
      queue.sent(delivery, sent.text(), now);
    } else if (outcome instanceof Outcome.Skipped skipped) {
      queue.skipped(delivery, skipped.why());
    } else if (outcome instanceof Outcome.Failed failed) {
      queue.stuck(delivery, failed.why());
    } else if (outcome instanceof Outcome.Dead dead) {
      fallToManager(delivery, dead.why(), now);
    } else if (outcome instanceof Outcome.Wait wait) {
      queue.postpone(delivery, wait.until());
    } else if (outcome instanceof Outcome.Hold hold) {
      queue.hold(messenger.channel(), now.plus(hold.rest()));
      retry(delivery, hold.why(), now.plus(hold.rest()));
    } else if (outcome instanceof Outcome.Retry retry) {
      retry(delivery, retry.why(), now.plus(waitAfter(delivery.attempts())));
    }
  }

  /** Who can't be reached is remembered; what they were to read is read by somebody who can act. */
  private void fallToManager(Delivery delivery, String why, Instant now) {
    Reader unreached = readers.of(delivery.recipient());
    Reader manager = readers.unreached(unreached.to(), messenger.channel(), why);
    if (manager.found()) {
      queue.redirect(delivery, manager);
      queue.again(delivery, why, now);
    } else {
      queue.stuck(delivery, why);
    }
  }

  private void retry(Delivery delivery, String why, Instant next) {
    if (delivery.attempts() > WAITS.size()) {
      queue.stuck(delivery, why);
    } else {
      queue.again(delivery, why, next);
    }
  }

  private static Duration waitAfter(int attempts) {
    return WAITS.get(Math.min(attempts, WAITS.size()) - 1);
  }
}
