package dev.baton.alert.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.users.UsersLookupByEmailResponse;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.Messenger;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.text.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

  private final Supplier<SlackSettings> settings;
  private final SlackClient client;
  private final Optional<SlackMessageActions> offers;
  private volatile @Nullable SlackSettings asked;
  private final Map<String, String> members = new ConcurrentHashMap<>();

  @Autowired
  SlackMessenger(
      SlackAccess access, SlackClient client, ObjectProvider<SlackMessageActions> offers) {
    this(access, client, offers.stream().findFirst());
  }

  /** Sends messages that are only to be read. */
  public SlackMessenger(SlackSettings settings, Duration wholeCall) {
    this(() -> settings, new SlackClient(() -> settings, wholeCall), Optional.empty());
  }

  /**
   * Sends messages.
   *
   * @param offers what can be answered in them, if anything can
   */
  SlackMessenger(
      Supplier<SlackSettings> settings, SlackClient client, Optional<SlackMessageActions> offers) {
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
  public Optional<String> address(DeliveryTarget to) {
    return Optional.ofNullable(to.slackId()).or(() -> Optional.ofNullable(to.email()));
  }

  @Override
  public Optional<String> missing() {
    return settings.get().configured() ? Optional.empty() : Optional.of("baton.slack.token");
  }

  @Override
  public DeliveryOutcome send(String key, RenderedMessage message, DeliveryTarget reader) {
    try {
      String member = reader.slackId();
      String email = reader.email();
      if (reader.isTeam()) {
        return member == null
            ? toFallback(key, message, reader)
            : toTeam(key, message, reader, member);
      }
      if (member != null) {
        return toMember(key, message, reader, member);
      }
      return email == null || email.isBlank()
          ? toFallback(key, message, reader)
          : toEmail(key, message, reader, email);
    } catch (SlackApiException e) {
      return SlackErrors.answered(e);
    } catch (JsonParseException e) {
      return new DeliveryOutcome.Retry("something answered that is not Slack");
    } catch (IOException e) {
      return new DeliveryOutcome.Retry("Slack can't be reached: " + e.getMessage());
    }
  }

  private DeliveryOutcome toEmail(
      String key, RenderedMessage message, DeliveryTarget reader, String email)
      throws IOException, SlackApiException {
    forgetOthers();
    String known = members.get(email);
    if (known != null) {
      return toMember(key, message, reader, known);
    }
    UsersLookupByEmailResponse found = client.methods().usersLookupByEmail(r -> r.email(email));
    if (found.isOk()) {
      members.put(email, found.getUser().getId());
      return toMember(key, message, reader, found.getUser().getId());
    }
    return SlackErrors.isUnreachable(found.getError())
        ? toFallback(key, message, reader)
        : SlackErrors.refused(found.getError());
  }

  /** Another token may be another company's, where the same people have other ids. */
  private void forgetOthers() {
    SlackSettings now = settings.get();
    if (!now.equals(asked)) {
      members.clear();
      asked = now;
    }
  }

  private DeliveryOutcome toMember(
      String key, RenderedMessage message, DeliveryTarget reader, String member)
      throws IOException, SlackApiException {
    ChatPostMessageResponse answer = post(key, member, message, reader, null);
    if (!answer.isOk() && SlackErrors.isUnreachable(answer.getError())) {
      members.values().remove(member);
      return toFallback(key, message, reader);
    }
    return outcome(answer, message);
  }

  private DeliveryOutcome toTeam(
      String key, RenderedMessage message, DeliveryTarget team, String channel)
      throws IOException, SlackApiException {
    ChatPostMessageResponse answer = post(key, channel, message, team, null);
    return !answer.isOk() && SlackErrors.isClosed(answer.getError())
        ? new DeliveryOutcome.Dead(
            "Slack lets nobody write to %s: %s".formatted(channel, answer.getError()))
        : outcome(answer, message);
  }

  private static DeliveryOutcome outcome(ChatPostMessageResponse answer, RenderedMessage message) {
    return answer.isOk()
        ? new DeliveryOutcome.Sent(message.text())
        : SlackErrors.refused(answer.getError());
  }

  private DeliveryOutcome toFallback(String key, RenderedMessage message, DeliveryTarget reader)
      throws IOException, SlackApiException {
    String channel = settings.get().fallbackChannel();
    if (channel == null) {
      return unreached(reader);
    }
    String note = message.wording().say(Text.of("slack_unknown", Map.of("person", reader.name())));
    RenderedMessage named = message.with(note);
    ChatPostMessageResponse answer = post(key, channel, named, reader, note);
    return outcome(answer, named);
  }

  private static DeliveryOutcome unreached(DeliveryTarget reader) {
    if (reader.slackId() != null) {
      return new DeliveryOutcome.Dead("Slack takes no messages for the member " + reader.slackId());
    }
    return reader.email() == null || reader.email().isBlank()
        ? new DeliveryOutcome.Skipped(
            reader.name()
                + " has no e-mail address by which Slack finds people, and"
                + " baton.slack.fallback-channel is not set")
        : new DeliveryOutcome.Dead("Slack knows nobody with the address " + reader.email());
  }

  private ChatPostMessageResponse post(
      String key,
      String channel,
      RenderedMessage message,
      DeliveryTarget reader,
      @Nullable String note)
      throws IOException, SlackApiException {
    Optional<SlackMessageActions.Offer> offer =
        settings.get().answerable()
            ? offers.flatMap(each -> each.to(reader, key))
            : Optional.empty();
    SlackBlocks blocks = new SlackBlocks(message, offer.orElse(null), null);
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
      SlackPlace place = new SlackPlace(answer.getChannel(), answer.getTs(), note);
      offers.orElseThrow().sent(key, offer.get(), place);
    }
    return answer;
  }

  @Override
  public void close() {
    client.close();
  }
}
