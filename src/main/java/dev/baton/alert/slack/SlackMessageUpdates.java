package dev.baton.alert.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.delivery.NoticeQueue;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Worker that writes messages anew once somebody has answered: the buttons go, a line says who and
 * when.
 */
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
  private final NoticeQueue queue;
  private final ChannelFailures failures;
  private final SlackClient client;
  private final AnsweredMessageRenderer renderer;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SlackMessageUpdates(
      SlackMessages messages,
      NoticeQueue queue,
      ChannelFailures failures,
      SlackClient client,
      AnsweredMessageRenderer renderer,
      TransactionTemplate transaction,
      Clock clock) {
    this.messages = messages;
    this.queue = queue;
    this.failures = failures;
    this.client = client;
    this.renderer = renderer;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Writes until nothing is left to write; false when nothing was. */
  boolean drain() {
    boolean due = messages.isDue();
    while (due && !Thread.currentThread().isInterrupted() && writeNext()) {}
    return due;
  }

  private boolean writeNext() {
    Optional<SlackMessageUpdate> claimed = transaction.execute(status -> messages.claim());
    claimed.ifPresent(this::write);
    return claimed.isPresent();
  }

  private void write(SlackMessageUpdate update) {
    try {
      ChatUpdateResponse answer = send(update);
      String error = String.valueOf(answer.getError());
      if (answer.isOk() || GONE.contains(error)) {
        messages.done(update, answer.isOk() ? null : error);
      } else {
        throw SlackErrors.failure(error);
      }
    } catch (SlackApiException e) {
      Optional<DeadSlackToken> dead = SlackErrors.deadToken(e);
      if (dead.isPresent()) {
        refuse(update, dead.get());
        return;
      }
      Duration rest = SlackClient.restAfter(e);
      if (!rest.isZero()) {
        queue.hold(SlackMessenger.CHANNEL, clock.instant().plus(rest));
      }
      later(update, e.getMessage());
    } catch (DeadSlackToken dead) {
      refuse(update, dead);
    } catch (IOException | JsonParseException e) {
      later(update, "Slack can't be reached: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("Notice {} could not be written anew", update.noticeKey(), e);
      later(update, e.toString());
    }
  }

  private ChatUpdateResponse send(SlackMessageUpdate update) throws IOException, SlackApiException {
    SlackBlocks blocks = renderer.render(update);
    SlackPlace place = update.place();
    return client
        .methods()
        .chatUpdate(
            r ->
                r.channel(place.channel())
                    .ts(place.ts())
                    .text(blocks.text())
                    .blocks(blocks.blocks()));
  }

  /** No message's fault, so it costs none an attempt. */
  private void refuse(SlackMessageUpdate update, DeadSlackToken dead) {
    Instant now = clock.instant();
    Instant next = now.plus(SlackActionProcessor.RENEWED);
    transaction.executeWithoutResult(
        status -> {
          queue.hold(SlackMessenger.CHANNEL, next);
          messages.postpone(update, dead.getMessage(), next);
          failures.refused(SlackMessenger.CHANNEL, String.valueOf(dead.getMessage()), now);
        });
  }

  private void later(SlackMessageUpdate update, @Nullable String why) {
    if (update.attempts() >= MOST_ATTEMPTS) {
      messages.fail(update, why);
    } else {
      Instant next = clock.instant().plus(WAIT.multipliedBy(update.attempts()));
      messages.again(update, why, next);
    }
  }
}
