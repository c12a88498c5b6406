package dev.baton.alert.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import dev.baton.alert.delivery.MessageRenderer;
import dev.baton.alert.delivery.NoticeQueue;
import dev.baton.alert.delivery.Notices;
import dev.baton.alert.message.DueText;
import dev.baton.alert.message.Recipient;
import dev.baton.alert.message.Recipients;
import dev.baton.alert.message.RenderedMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes messages anew once somebody has answered: the buttons go, a line says who and when. */
class SlackMessageUpdates {
  private static final Logger LOG = LoggerFactory.getLogger(SlackMessageUpdates.class);
  private static final int MOST_ATTEMPTS = 10;
  private static final Duration WAIT = Duration.ofSeconds(30);

  /** The message or its channel is gone: there is nothing to write anew. */
  private static final Set<String> GONE =
      Set.of(
          "message_not_found",
          "channel_not_found",
          "cant_update_message",
          "edit_window_closed",
          "is_inactive");

  private final SlackMessages messages;
  private final Notices notices;
  private final NoticeQueue queue;
  private final Recipients recipients;
  private final SlackClient client;
  private final MessageRenderer renderer;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SlackMessageUpdates(
      SlackMessages messages,
      Notices notices,
      NoticeQueue queue,
      Recipients recipients,
      SlackClient client,
      MessageRenderer renderer,
      TransactionTemplate transaction,
      Clock clock) {
    this.messages = messages;
    this.notices = notices;
    this.queue = queue;
    this.recipients = recipients;
    this.client = client;
    this.renderer = renderer;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Writes until nothing is due. */
  void drain() {
    while (!Thread.currentThread().isInterrupted() && writeNext()) {}
  }

  private boolean writeNext() {
    Optional<SlackMessages.Due> claimed = transaction.execute(status -> messages.claim());
    claimed.ifPresent(this::write);
    return claimed.isPresent();
  }

  private void write(SlackMessages.Due due) {
    try {
      ChatUpdateResponse answer = update(due);
      String error = String.valueOf(answer.getError());
      if (answer.isOk() || GONE.contains(error)) {
        messages.done(due, answer.isOk() ? null : error);
      } else {
        later(due, "Slack answered " + error);
      }
    } catch (SlackApiException e) {
      Duration rest = SlackClient.restAfter(e);
      if (!rest.isZero()) {
        queue.hold(SlackMessenger.CHANNEL, clock.instant().plus(rest));
      }
      later(due, e.getMessage());
    } catch (IOException | JsonParseException e) {
      later(due, "Slack can't be reached: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("Notice {} could not be written anew", due.noticeKey(), e);
      later(due, e.toString());
    }
  }

  private ChatUpdateResponse update(SlackMessages.Due due) throws IOException, SlackApiException {
    SlackBlocks blocks = blocks(due);
    return client
        .methods()
        .chatUpdate(
            r -> r.channel(due.channel()).ts(due.ts()).text(blocks.text()).blocks(blocks.blocks()));
  }

  /** As it was sent then, on the reader's clock. */
  private SlackBlocks blocks(SlackMessages.Due due) throws JsonProcessingException {
    Notices.Written notice = notices.written(due.noticeKey()).orElseThrow();
    Recipient recipient = recipients.of(due.recipient());
    RenderedMessage message =
        renderer.render(
            new Recipient(recipient.to(), recipient.shift(), notice.insteadOf()),
            notice.kind(),
            notice.content(),
            notice.sentAt() == null ? clock.instant() : notice.sentAt());
    String at = DueText.of(due.outcomeAt(), due.outcomeAt(), recipient.zone()).wall();
    return SlackBlocks.answered(
        due.note() == null ? message : message.with(due.note()),
        due.outcome() + ", " + at + (due.nextStep() == null ? "" : ". " + due.nextStep()));
  }

  private void later(SlackMessages.Due due, String why) {
    if (due.attempts() >= MOST_ATTEMPTS) {
      messages.stuck(due, why);
    } else {
      Instant next = clock.instant().plus(WAIT.multipliedBy(due.attempts()));
      messages.again(due, why, next);
    }
  }
}
