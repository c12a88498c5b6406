package dev.baton.alert.teams;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.alert.delivery.Notices;
import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.Messenger;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.message.RetryAfter;
import dev.baton.alert.message.SafeText;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Microsoft Teams: a card in the chat of whom it is for, or in the one channel behind a workflow,
 * where it names them. Others read that too, so it never carries a link that answers there.
 */
@Order(3)
@Component
public class TeamsMessenger implements Messenger, AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  /** The workflow is gone, or its secret isn't in our address any more. */
  private static final Set<Integer> CLOSED = Set.of(401, 403, 404, 410);

  private final TeamsSettings settings;
  private final TeamsButtons buttons;
  private final ObjectMapper json;
  private final OkHttpClient http;

  @Autowired
  TeamsMessenger(
      TeamsSettings settings,
      Notices notices,
      ObjectProvider<OpenTasks> questions,
      ObjectProvider<AnswerLinkIssuer> links,
      ObjectMapper json) {
    this(settings, new TeamsButtons(notices, questions, links), json, Duration.ofSeconds(10));
  }

  TeamsMessenger(
      TeamsSettings settings, TeamsButtons buttons, ObjectMapper json, Duration wholeCall) {
    this.settings = settings;
    this.buttons = buttons;
    this.json = json;
    // No silent second attempt inside the client: repeating is the outbox's business.
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(5))
            .callTimeout(wholeCall)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .build();
  }

  @Override
  public String channel() {
    return "teams";
  }

  @Override
  public String name() {
    return "Teams";
  }

  /** Everybody reads the one channel behind the workflow; a chat is found by e-mail address. */
  @Override
  public Optional<String> address(DeliveryTarget to) {
    return settings.writesToPersons() ? Optional.ofNullable(to.email()) : Optional.empty();
  }

  @Override
  public Optional<String> missing() {
    return settings.configured() ? Optional.empty() : Optional.of("baton.teams.webhook-url");
  }

  @Override
  public DeliveryOutcome send(String key, RenderedMessage message, DeliveryTarget reader) {
    HttpUrl url = HttpUrl.parse(settings.address());
    if (url == null) {
      return new DeliveryOutcome.Failed(settings.setting() + " is no address");
    }
    boolean alone = settings.writesToPersons();
    RenderedMessage named =
        alone ? message : message.with("For " + SafeText.line(reader.name(), 200) + ".");
    RenderedMessage shown = alone ? buttons.answerable(named, reader) : named;
    TeamsCard card = new TeamsCard(shown, buttons.of(key, shown, reader), json);
    Request request =
        new Request.Builder()
            .url(url)
            .post(RequestBody.create(card.message(alone ? reader.email() : null), JSON))
            .build();
    try (Response response = http.newCall(request).execute()) {
      // What is kept of it is without the link, which would answer in anybody's hands.
      return outcome(response, named);
    } catch (IOException e) {
      return new DeliveryOutcome.Retry("Teams can't be reached: " + e.getMessage());
    }
  }

  /** The workflow answers 202 when it has taken the message. */
  private static DeliveryOutcome outcome(Response response, RenderedMessage message) {
    int status = response.code();
    if (response.isSuccessful()) {
      return new DeliveryOutcome.Sent(message.text());
    }
    String retryAfter = response.header("Retry-After");
    if (status == 429 || (status == 503 && retryAfter != null)) {
      Duration rest = RetryAfter.parse(retryAfter);
      return new DeliveryOutcome.Hold("Teams asked to wait " + rest.toSeconds() + " s", rest);
    }
    if (CLOSED.contains(status)) {
      return new DeliveryOutcome.Unauthorized(
          "the workflow of Teams refuses our address with status " + status);
    }
    return status / 100 == 4 && status != 408
        ? new DeliveryOutcome.Failed("Teams refused the message with status " + status)
        : new DeliveryOutcome.Retry("Teams answered with status " + status);
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
