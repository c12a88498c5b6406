package dev.baton.alert.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.users.UsersLookupByEmailResponse;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.Messenger;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.message.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Slack: a direct message to the reader, found by e-mail address, else a message to the fallback
 * channel that names them.
 */
@Order(1)
@Component
public class SlackMessenger implements Messenger, AutoCloseable {
  static final String CHANNEL = "slack";

  /** The person is gone from Slack since we looked, or takes no direct messages. */
  private static final Set<String> UNREACHABLE =
      Set.of(
          "channel_not_found",
          "user_not_found",
          "users_not_found",
          "user_disabled",
          "cannot_dm_bot",
          "messages_tab_disabled");

  /** A channel that is gone, or into which nobody has invited us. */
  private static final Set<String> CLOSED =
      Set.of("channel_not_found", "not_in_channel", "is_archived", "restricted_action");

  private static final Set<String> HOPELESS =
      Set.of("msg_too_long", "invalid_blocks", "invalid_blocks_format", "no_text");

  private final SlackSettings settings;
  private final SlackClient client;
  private final Optional<SlackMessageActions> offers;
  private final Map<String, String> users = new ConcurrentHashMap<>();

  @Autowired
  SlackMessenger(
      SlackSettings settings, SlackClient client, ObjectProvider<SlackMessageActions> offers) {
    this(settings, client, settings.answerable() ? offers.stream().findFirst() : Optional.empty());
  }

  /** Sends letters that are only to be read. */
  public SlackMessenger(SlackSettings settings, Duration wholeCall) {
    this(settings, new SlackClient(settings, wholeCall), Optional.empty());
  }

  /**
   * Sends letters.
   *
   * @param offers what can be answered in them, if anything can
   */
  SlackMessenger(SlackSettings settings, SlackClient client, Optional<SlackMessageActions> offers) {
    this.settings = settings;
    this.client = client;
    this.offers = offers;
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public String name() {
    return "Slack";
  }

  @Override
  public String address(DeliveryTarget to) {
    return to.slackId() == null ? to.email() : to.slackId();
  }

  @Override
  public Optional<String> missing() {
    return settings.configured() ? Optional.empty() : Optional.of("baton.slack.token");
  }

  @Override
  public DeliveryOutcome send(String key, RenderedMessage message, DeliveryTarget reader) {
    try {
      if (reader.isTeam()) {
        return toTeam(key, message, reader);
      }
      return reader.slackId() == null && hasNoEmail(reader)
          ? toFallback(key, message, reader)
          : toUser(key, message, reader);
    } catch (SlackApiException e) {
      return answered(e);
    } catch (JsonParseException e) {
      return new DeliveryOutcome.Retry("something answered that is not Slack");
    } catch (IOException e) {
      return new DeliveryOutcome.Retry("Slack can't be reached: " + e.getMessage());
    }
  }

  private DeliveryOutcome toUser(String key, RenderedMessage message, DeliveryTarget reader)
      throws IOException, SlackApiException {
    String user = reader.slackId();
    String email = reader.email();
    if (user == null && !users.containsKey(email)) {
      UsersLookupByEmailResponse found = client.methods().usersLookupByEmail(r -> r.email(email));
      if (!found.isOk()) {
        return UNREACHABLE.contains(found.getError())
            ? toFallback(key, message, reader)
            : refused(found.getError());
      }
      users.put(email, found.getUser().getId());
    }
    ChatPostMessageResponse answer =
        post(key, user == null ? users.get(email) : user, message, reader, null);
    if (!answer.isOk() && UNREACHABLE.contains(answer.getError())) {
      users.remove(email);
      return toFallback(key, message, reader);
    }
    return answer.isOk() ? new DeliveryOutcome.Sent(message.text()) : refused(answer.getError());
  }

  private DeliveryOutcome toTeam(String key, RenderedMessage message, DeliveryTarget team)
      throws IOException, SlackApiException {
    ChatPostMessageResponse answer = post(key, team.slackId(), message, team, null);
    if (!answer.isOk() && CLOSED.contains(answer.getError())) {
      return new DeliveryOutcome.Dead(
          "Slack lets nobody write to %s: %s".formatted(team.slackId(), answer.getError()));
    }
    return answer.isOk() ? new DeliveryOutcome.Sent(message.text()) : refused(answer.getError());
  }

  private static boolean hasNoEmail(DeliveryTarget reader) {
    return reader.email() == null || reader.email().isBlank();
  }

  private DeliveryOutcome toFallback(String key, RenderedMessage message, DeliveryTarget reader)
      throws IOException, SlackApiException {
    if (settings.fallbackChannel() == null) {
      return reader.slackId() == null && hasNoEmail(reader)
          ? new DeliveryOutcome.Skipped(
              reader.name()
                  + " has no e-mail address by which Slack finds people, and"
                  + " baton.slack.fallback-channel is not set")
          : new DeliveryOutcome.Dead(unknown(reader));
    }
    String note = "For " + reader.name() + ", whom Slack doesn't know.";
    RenderedMessage named = message.with(note);
    ChatPostMessageResponse answer = post(key, settings.fallbackChannel(), named, reader, note);
    return answer.isOk() ? new DeliveryOutcome.Sent(named.text()) : refused(answer.getError());
  }

  private static String unknown(DeliveryTarget reader) {
    return reader.slackId() == null
        ? "Slack knows nobody with the address " + reader.email()
        : "Slack takes no messages for the member " + reader.slackId();
  }

  private ChatPostMessageResponse post(
      String key, String channel, RenderedMessage message, DeliveryTarget reader, String note)
      throws IOException, SlackApiException {
    Optional<SlackMessageActions.Offer> offer = offers.flatMap(each -> each.to(reader, key));
    SlackBlocks blocks = new SlackBlocks(message, offer.orElse(null));
    ChatPostMessageResponse answer =
        client
            .methods()
            .chatPostMessage(
                r ->
                    r.channel(channel)
                        .text(blocks.text())
                        .blocks(blocks.blocks())
                        .unfurlLinks(false)
                        .unfurlMedia(false));
    if (answer.isOk() && offer.isPresent()) {
      SlackMessages.Place place =
          new SlackMessages.Place(answer.getChannel(), answer.getTs(), note);
      offers.orElseThrow().sent(key, offer.get(), place);
    }
    return answer;
  }

  private static DeliveryOutcome refused(String error) {
    if ("ratelimited".equals(error) || "rate_limited".equals(error)) {
      return new DeliveryOutcome.Hold("Slack asked to wait", RetryAfter.parse(null));
    }
    return HOPELESS.contains(String.valueOf(error))
        ? new DeliveryOutcome.Failed("Slack refused the message: " + error)
        : new DeliveryOutcome.Retry("Slack answered " + error);
  }

  private static DeliveryOutcome answered(SlackApiException e) {
    int status = e.getResponse().code();
    if (status == 429) {
      Duration wait = RetryAfter.parse(e.getResponse().header("Retry-After"));
      return new DeliveryOutcome.Hold("Slack asked to wait " + wait.toSeconds() + " s", wait);
    }
    return new DeliveryOutcome.Retry("Slack answered with status " + status);
  }

  @Override
  public void close() {
    client.close();
  }
}
