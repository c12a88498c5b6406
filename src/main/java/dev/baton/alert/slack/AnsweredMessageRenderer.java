package dev.baton.alert.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.alert.delivery.MessageRenderer;
import dev.baton.alert.delivery.Notices;
import dev.baton.alert.delivery.WrittenNotice;
import dev.baton.alert.message.DueText;
import dev.baton.alert.message.Recipient;
import dev.baton.alert.message.Recipients;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.text.StoredText;
import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/** Renderer of a message that somebody has answered. */
class AnsweredMessageRenderer {
  private final Notices notices;
  private final Recipients recipients;
  private final MessageRenderer renderer;
  private final Clock clock;

  AnsweredMessageRenderer(
      Notices notices, Recipients recipients, MessageRenderer renderer, Clock clock) {
    this.notices = notices;
    this.recipients = recipients;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** As it was sent then, on the reader's clock. */
  SlackBlocks render(SlackMessageUpdate update) throws JsonProcessingException {
    WrittenNotice notice = notices.written(update.noticeKey()).orElseThrow();
    Recipient recipient = recipients.of(update.recipient());
    RenderedMessage message =
        renderer.render(
            new Recipient(recipient.to(), recipient.shift(), notice.insteadOf()),
            notice.kind(),
            notice.content(),
            Objects.requireNonNullElseGet(notice.sentAt(), clock::instant));
    String note = update.place().note();
    SlackMessageUpdate.Outcome outcome = update.outcome();
    Wording wording = message.wording();
    String said =
        wording.say(
            Text.of(
                "answered_at",
                Map.of(
                    "said",
                    StoredText.read(outcome.said()),
                    "at",
                    DueText.of(outcome.at(), outcome.at(), wording).wall())));
    String next = outcome.nextStep();
    return new SlackBlocks(
        note == null ? message : message.with(note),
        null,
        next == null ? said : said + ". " + next);
  }
}
