package dev.baton.alert;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.users.UsersLookupByEmailResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.baton.people.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;

/**
 * Slack: a direct message to the reader, found by e-mail address, else a message to the fallback
 * channel that names them.
 */
class SlackMessenger implements Messenger, AutoCloseable {
  /** The person is gone from Slack since we looked, or takes no direct messages. */
  private static final Set<String> UNREACHABLE =
      Set.of(
          "channel_not_found",
          "user_not_found",
          "users_not_found",
          "user_disabled",
          "cannot_dm_bot",
          "messages_tab_disabled");

  private static final Set<String> HOPELESS =
      Set.of("msg_too_long", "invalid_blocks", "invalid_blocks_format", "no_text");

  private final SlackSettings settings;
  private final OkHttpClient http;
  private final MethodsClient slack;
  private final Map<String, String> users = new ConcurrentHashMap<>();

  SlackMessenger(SlackSettings settings, Duration wholeCall) {
    this.settings = settings;
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl());
    // Statistics would ask auth.test before the first message and keep a thread.
    config.setStatsEnabled(false);
    // No silent second attempt inside the client: repeating is the outbox's business.
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(5))
            .callTimeout(wholeCall)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .build();
    SlackHttpClient client = new SlackHttpClient(http);
    client.setConfig(config);
    this.slack = Slack.getInstance(config, client).methods(settings.token());
  }

  @Override
  public String channel() {
    return "slack";
  }

  @Override
  public Optional<String> missing() {
    return settings.configured() ? Optional.empty() : Optional.of("baton.slack.token");
  }

  @Override
  public Outcome send(String key, Letter letter, Person reader) {
    try {
      return reader.email() == null || reader.email().isBlank()
          ? toFallback(letter, reader)
          : toUser(letter, reader);
    } catch (SlackApiException e) {
      return answered(e);
    } catch (JsonParseException e) {
      return new Outcome.Retry("something answered that is not Slack");
    } catch (IOException e) {
      return new Outcome.Retry("Slack can't be reached: " + e.getMessage());
    }
  }

  private Outcome toUser(Letter letter, Person reader) throws IOException, SlackApiException {
    String email = reader.email();
    if (!users.containsKey(email)) {
      UsersLookupByEmailResponse found = slack.usersLookupByEmail(r -> r.email(email));
      if (!found.isOk()) {
        return UNREACHABLE.contains(found.getError())
            ? toFallback(letter, reader)
            : refused(found.getError());
      }
      users.put(email, found.getUser().getId());
    }
    ChatPostMessageResponse answer = post(users.get(email), letter);
    if (!answer.isOk() && UNREACHABLE.contains(answer.getError())) {
      users.remove(email);
      return toFallback(letter, reader);
    }
    return answer.isOk() ? new Outcome.Sent(letter.text()) : refused(answer.getError());
  }

  private Outcome toFallback(Letter letter, Person reader) throws IOException, SlackApiException {
    String unknown =
        reader.email() == null || reader.email().isBlank()
            ? reader.name() + " has no e-mail address by which Slack finds people"
            : "Slack knows nobody with the address " + reader.email();
    if (settings.fallbackChannel() == null) {
      return new Outcome.Skipped(unknown + ", and baton.slack.fallback-channel is not set");
    }
    Letter named = letter.with("For " + reader.name() + ", whom Slack doesn't know.");
    ChatPostMessageResponse answer = post(settings.fallbackChannel(), named);
    return answer.isOk() ? new Outcome.Sent(named.text()) : refused(answer.getError());
  }

  private ChatPostMessageResponse post(String channel, Letter letter)
      throws IOException, SlackApiException {
    SlackBlocks blocks = new SlackBlocks(letter);
    return slack.chatPostMessage(
        r ->
            r.channel(channel)
                .text(blocks.text())
                .blocks(blocks.blocks())
                .unfurlLinks(false)
                .unfurlMedia(false));
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
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
