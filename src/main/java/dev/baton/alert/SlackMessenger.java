package dev.baton.alert;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.users.UsersLookupByEmailResponse;
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
class SlackMessenger implements Messenger, AutoCloseable {
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
  private final SlackLine line;
  private final Optional<SlackOffers> offers;
  private final Map<String, String> users = new ConcurrentHashMap<>();

  @Autowired
  SlackMessenger(SlackSettings settings, SlackLine line, ObjectProvider<SlackOffers> offers) {
    this(settings, line, settings.answerable() ? offers.stream().findFirst() : Optional.empty());
  }

  /** Sends letters that are only to be read. */
  SlackMessenger(SlackSettings settings, Duration wholeCall) {
    this(settings, new SlackLine(settings, wholeCall), Optional.empty());
  }

  /**
   * Sends letters.
   *
   * @param offers what can be answered in them, if anything can
   */
  SlackMessenger(SlackSettings settings, SlackLine line, Optional<SlackOffers> offers) {
    this.settings = settings;
    this.line = line;
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
  public String address(Addressee to) {
    return to.slackId() == null ? to.email() : to.slackId();
  }

  @Override
  public Optional<String> missing() {
    return settings.configured() ? Optional.empty() : Optional.of("baton.slack.token");
  }

  @Override
  public Outcome send(String key, Letter letter, Addressee reader) {
    try {
      if (reader.isTeam()) {
        return toTeam(key, letter, reader);
      }
      return reader.slackId() == null && hasNoEmail(reader)
          ? toFallback(key, letter, reader)
          : toUser(key, letter, reader);
    } catch (SlackApiException e) {
      return answered(e);
    } catch (JsonParseException e) {
      return new Outcome.Retry("something answered that is not Slack");
    } catch (IOException e) {
      return new Outcome.Retry("Slack can't be reached: " + e.getMessage());
    }
  }

  private Outcome toUser(String key, Letter letter, Addressee reader)
      throws IOException, SlackApiException {
    String user = reader.slackId();
    String email = reader.email();
    if (user == null && !users.containsKey(email)) {
      UsersLookupByEmailResponse found = line.methods().usersLookupByEmail(r -> r.email(email));
      if (!found.isOk()) {
        return UNREACHABLE.contains(found.getError())
            ? toFallback(key, letter, reader)
            : refused(found.getError());
      }
      users.put(email, found.getUser().getId());
    }
    ChatPostMessageResponse answer =
        post(key, user == null ? users.get(email) : user, letter, reader, null);
    if (!answer.isOk() && UNREACHABLE.contains(answer.getError())) {
      users.remove(email);
      return toFallback(key, letter, reader);
    }
    return answer.isOk() ? new Outcome.Sent(letter.text()) : refused(answer.getError());
  }

  private Outcome toTeam(String key, Letter letter, Addressee team)
      throws IOException, SlackApiException {
    ChatPostMessageResponse answer = post(key, team.slackId(), letter, team, null);
    if (!answer.isOk() && CLOSED.contains(answer.getError())) {
      return new Outcome.Dead(
          "Slack lets nobody write to %s: %s".formatted(team.slackId(), answer.getError()));
    }
    return answer.isOk() ? new Outcome.Sent(letter.text()) : refused(answer.getError());
  }

  private static boolean hasNoEmail(Addressee reader) {
    return reader.email() == null || reader.email().isBlank();
  }

  private Outcome toFallback(String key, Letter letter, Addressee reader)
      throws IOException, SlackApiException {
    if (settings.fallbackChannel() == null) {
      return reader.slackId() == null && hasNoEmail(reader)
          ? new Outcome.Skipped(
              reader.name()
                  + " has no e-mail address by which Slack finds people, and"
                  + " baton.slack.fallback-channel is not set")
          : new Outcome.Dead(unknown(reader));
    }
    String note = "For " + reader.name() + ", whom Slack doesn't know.";
    Letter named = letter.with(note);
    ChatPostMessageResponse answer = post(key, settings.fallbackChannel(), named, reader, note);
    return answer.isOk() ? new Outcome.Sent(named.text()) : refused(answer.getError());
  }

  private static String unknown(Addressee reader) {
    return reader.slackId() == null
        ? "Slack knows nobody with the address " + reader.email()
        : "Slack takes no messages for the member " + reader.slackId();
  }

  private ChatPostMessageResponse post(
      String key, String channel, Letter letter, Addressee reader, String note)
      throws IOException, SlackApiException {
    Optional<SlackOffers.Offer> offer = offers.flatMap(each -> each.to(reader, key));
    SlackBlocks blocks = new SlackBlocks(letter, offer.orElse(null));
    ChatPostMessageResponse answer =
        line.methods()
            .chatPostMessage(
                r ->
                    r.channel(channel)
                        .text(blocks.text())
                        .blocks(blocks.blocks())
                        .unfurlLinks(false)
                        .unfurlMedia(false));
    if (answer.isOk() && offer.isPresent()) {
      SentMessages.Place place = new SentMessages.Place(answer.getChannel(), answer.getTs(), note);
      offers.orElseThrow().sent(key, offer.get(), place);
    }
    return answer;
  }

  private static Outcome refused(String error) {
    if ("ratelimited".equals(error) || "rate_limited".equals(error)) {
      return new Outcome.Hold("Slack asked to wait", RetryAfter.parse(null));
    }
    return HOPELESS.contains(String.valueOf(error))
        ? new Outcome.Failed("Slack refused the message: " + error)
        : new Outcome.Retry("Slack answered " + error);
  }

  private static Outcome answered(SlackApiException e) {
    int status = e.getResponse().code();
    if (status == 429) {
      Duration wait = RetryAfter.parse(e.getResponse().header("Retry-After"));
      return new Outcome.Hold("Slack asked to wait " + wait.toSeconds() + " s", wait);
    }
    return new Outcome.Retry("Slack answered with status " + status);
  }

  @Override
  public void close() {
    line.close();
  }
}
