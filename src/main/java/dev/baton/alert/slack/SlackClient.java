package dev.baton.alert.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.webhook.WebhookResponse;
import dev.baton.alert.message.RetryAfter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/** The line to Slack; every call over it has an end. */
class SlackClient implements AutoCloseable {
  private final Supplier<SlackSettings> settings;
  private final OkHttpClient http;
  private final Slack slack;

  SlackClient(Supplier<SlackSettings> settings, Duration wholeCall) {
    this.settings = settings;
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.get().apiUrl());
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
    this.slack = Slack.getInstance(config, client);
  }

  MethodsClient methods() {
    return slack.methods(settings.get().token());
  }

  /** With the token of the app instead of the bot's. */
  MethodsClient appMethods() {
    return slack.methods(settings.get().appToken());
  }

  /** A connection that isn't open yet. */
  SocketModeClient socket(String url) throws URISyntaxException {
    return new SocketModeClientJavaWSImpl(slack, settings.get().appToken(), url);
  }

  /** Says something that only whoever acted sees. */
  void reply(String url, String text) throws IOException {
    if (!url.startsWith(settings.get().replyUrl())) {
      throw new IllegalArgumentException("Slack doesn't take replies at " + url);
    }
    ActionResponse reply =
        ActionResponse.builder()
            .responseType("ephemeral")
            .replaceOriginal(false)
            .text(text)
            .build();
    WebhookResponse answer = new ActionResponseSender(slack).send(url, reply);
    if (answer.getCode() >= 300) {
      throw new IOException("Slack answered with status " + answer.getCode());
    }
  }

  /** How long Slack asked us to wait, or zero. */
  static Duration restAfter(SlackApiException refusal) {
    return refusal.getResponse().code() == 429
        ? RetryAfter.parse(refusal.getResponse().header("Retry-After"))
        : Duration.ZERO;
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
