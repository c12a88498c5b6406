package dev.baton.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Delivery to staff over one channel, in the hours in which they read it. */
class StaffDelivery implements DeliveryWorker.Route {
  private final Messenger messenger;
  private final NoticeQueue queue;
  private final Readers readers;
  private final QuietHours quietHours;
  private final Digests digests;
  private final MessageRenderer renderer;
  private final Clock clock;

  StaffDelivery(
      Messenger messenger,
      NoticeQueue queue,
      Readers readers,
      QuietHours quietHours,
      Digests digests,
      MessageRenderer renderer,
      Clock clock) {
    this.messenger = messenger;
    this.queue = queue;
    this.readers = readers;
    this.quietHours = quietHours;
    this.digests = digests;
    this.renderer = renderer;
    this.clock = clock;
  }

  @Override
  public String channel() {
    return messenger.channel();
  }

  @Override
  public Outcome attempt(Delivery delivery) throws JsonProcessingException {
    if (messenger.missing().isPresent()) {
      return new Outcome.Skipped(messenger.missing().get() + " is not set");
    }
    Reader reader = readerOf(delivery);
    if (!reader.found()) {
      return new Outcome.Skipped(Readers.NOBODY_TO_TELL);
    }
    Instant now = clock.instant();
    Instant open = quietHours.open(now, reader.shift(), delivery.urgent());
    if (open.isAfter(now)) {
      return new Outcome.Wait(open);
    }
    Optional<Outcome> digest = digests.instead(delivery, reader, messenger.channel(), now);
    if (digest.isPresent()) {
      return digest.get();
    }
    Letter letter = renderer.render(reader, delivery.kind(), delivery.content(), now);
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

  /** Who can't be reached is remembered; what they were to read is read by somebody who can act. */
  @Override
  public boolean takesOver(Delivery delivery, Outcome.Dead dead, Instant now) {
    Reader unreached = readers.of(delivery.recipient());
    Reader manager = readers.unreached(unreached.to(), messenger.channel(), dead.why());
    if (manager.found()) {
      queue.redirect(delivery, manager);
      queue.again(delivery, dead.why(), now);
    } else {
      queue.stuck(delivery, dead.why());
    }
    return true;
  }
}
