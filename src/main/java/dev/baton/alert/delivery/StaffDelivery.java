package dev.baton.alert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.Messenger;
import dev.baton.alert.message.Recipient;
import dev.baton.alert.message.Recipients;
import dev.baton.alert.message.RenderedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Delivery to staff over one channel, in the hours in which they read it. */
public class StaffDelivery implements DeliveryRoute {
  /** A new manager is heard of at once; this finds what a crash left behind. */
  private static final Duration NEXT_LOOK = Duration.ofHours(1);

  private final Messenger messenger;
  private final NoticeQueue queue;
  private final Recipients recipients;
  private final QuietHours quietHours;
  private final Digests digests;
  private final MessageRenderer renderer;
  private final Clock clock;

  public StaffDelivery(
      Messenger messenger,
      NoticeQueue queue,
      Recipients recipients,
      QuietHours quietHours,
      Digests digests,
      MessageRenderer renderer,
      Clock clock) {
    this.messenger = messenger;
    this.queue = queue;
    this.recipients = recipients;
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
  public DeliveryOutcome attempt(Delivery delivery) throws JsonProcessingException {
    if (messenger.missing().isPresent()) {
      return new DeliveryOutcome.Skipped(messenger.missing().get() + " is not set");
    }
    Instant now = clock.instant();
    Recipient recipient = readerOf(delivery);
    if (!recipient.found()) {
      return recipients.waitForManager(delivery.recipient())
          ? new DeliveryOutcome.Wait(now.plus(NEXT_LOOK), Recipients.NO_MANAGER)
          : new DeliveryOutcome.Skipped(Recipients.NO_ROOM);
    }
    Instant open = quietHours.open(now, recipient.shift(), delivery.urgent());
    if (open.isAfter(now)) {
      return new DeliveryOutcome.Wait(open);
    }
    Optional<DeliveryOutcome> digest =
        digests.instead(delivery, recipient, messenger.channel(), now);
    if (digest.isPresent()) {
      return digest.get();
    }
    RenderedMessage message = renderer.render(recipient, delivery.kind(), delivery.content(), now);
    return messenger.send(delivery.key(), message, recipient.to());
  }

  /** Somebody may have left since they were to be told. */
  private Recipient readerOf(Delivery delivery) {
    Recipient recipient = recipients.of(delivery.recipient());
    if (recipient.insteadOf() == null) {
      return new Recipient(recipient.to(), recipient.shift(), delivery.insteadOf());
    }
    queue.redirect(delivery, recipient);
    return recipient;
  }

  /** Who can't be reached is remembered; what they were to read is read by somebody who can act. */
  @Override
  public boolean takesOver(Delivery delivery, DeliveryOutcome.Dead dead, Instant now) {
    Recipient unreached = recipients.of(delivery.recipient());
    if (!unreached.found()) {
      return false;
    }
    Recipient manager = recipients.unreached(unreached.to(), messenger.channel(), dead.why());
    if (manager.found()) {
      queue.redirect(delivery, manager);
      queue.again(delivery, dead.why(), now);
    } else {
      queue.fail(delivery, dead.why());
    }
    return true;
  }
}
