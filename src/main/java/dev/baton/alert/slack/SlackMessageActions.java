package dev.baton.alert.slack;

import dev.baton.alert.delivery.Notices;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.text.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** What a message offers to do, and where it went, so that it can say who did it. */
class SlackMessageActions {
  private static final Logger LOG = LoggerFactory.getLogger(SlackMessageActions.class);

  private final Notices notices;
  private final SlackMessages messages;
  private final ObjectProvider<OpenTasks> questions;
  private final Clock clock;

  SlackMessageActions(
      Notices notices, SlackMessages messages, ObjectProvider<OpenTasks> questions, Clock clock) {
    this.notices = notices;
    this.messages = messages;
    this.questions = questions;
    this.clock = clock;
  }

  /** What this reader may do about the handoff that the message is about. */
  record Offer(String handoffId, String recipient, OpenTasks.Open open) {}

  /** As it is now, which may be later than when the notice was recorded. */
  Optional<Offer> to(DeliveryTarget reader, String noticeKey) {
    OpenTasks asked = questions.getIfAvailable();
    return asked == null
        ? Optional.empty()
        : notices
            .answerableHandoff(noticeKey)
            .flatMap(
                handoff ->
                    open(asked, handoff, reader.id())
                        .filter(open -> reader.isTeam() || open.offersAnything())
                        .map(open -> new Offer(handoff, reader.id(), open)));
  }

  /** Of a team's message it matters what is asked, not who reads it. */
  private static Optional<OpenTasks.Open> open(OpenTasks asked, String handoff, String reader) {
    return DeliveryTarget.teamOf(reader).isPresent()
        ? asked.asked(handoff)
        : asked.open(handoff, reader);
  }

  /** It is sent, whatever happens here: failing would send it again. */
  void sent(String noticeKey, Offer offer, SlackPlace place) {
    try {
      messages.remember(noticeKey, offer, place);
      boolean stillOpen =
          open(questions.getObject(), offer.handoffId(), offer.recipient())
              .filter(open -> open.question().equals(offer.open().question()))
              .isPresent();
      if (!stillOpen) {
        Instant now = clock.instant();
        messages.answered(
            offer.handoffId(), offer.open().question(), Text.of("answered_meanwhile"), now);
      }
    } catch (RuntimeException e) {
      LOG.warn("Notice {} was sent, but can't be written anew later", noticeKey, e);
    }
  }
}
