package dev.baton.connect.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.connection.ConnectSettings.SystemSettings;
import dev.baton.connect.connection.OutboundCalls;
import java.util.Objects;
import okhttp3.FormBody;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of one system: the one of the settings, or those that its login gives for client
 * credentials or a refresh token (OAuth 2.0), until one is refused.
 */
public final class AccessTokens {
  private final SystemSettings settings;
  private final String loginUrl;
  private final OutboundCalls calls;
  private final ObjectMapper json;
  private @Nullable Access current;

  public AccessTokens(
      SystemSettings settings, String loginUrl, OutboundCalls calls, ObjectMapper json) {
    this.settings = settings;
    this.loginUrl = loginUrl;
    this.calls = calls;
    this.json = json;
  }

  /**
   * A token, and where it is good.
   *
   * @param server the address that the login named, or null
   */
  public record Access(String token, @Nullable String server) {}

  synchronized Access get() {
    if (settings.hasToken()) {
      return new Access(Objects.requireNonNull(settings.token()).trim(), null);
    }
    Access known = current;
    if (known == null) {
      known = logIn();
      current = known;
    }
    return known;
  }

  /** It is refused; whether another one can be had. */
  synchronized boolean expired(Access refused) {
    if (refused.equals(current)) {
      current = null;
    }
    return !settings.hasToken();
  }

  private Access logIn() {
    FormBody.Builder form =
        new FormBody.Builder()
            .add("client_id", Objects.requireNonNullElse(settings.clientId(), ""))
            .add("client_secret", Objects.requireNonNullElse(settings.clientSecret(), ""));
    String refresh = settings.refreshToken();
    if (refresh == null) {
      form.add("grant_type", "client_credentials");
    } else {
      form.add("grant_type", "refresh_token").add("refresh_token", refresh);
    }
    Request request = new Request.Builder().url(loginUrl).post(form.build()).build();
    OutboundCalls.Reply reply = calls.call(request);
    if (reply.status() == 400 || reply.status() == 401) {
      throw new CallFailed(
          new DeliveryOutcome.Unauthorized("its login refuses our client"), reply.status());
    }
    if (!(reply.outcome() instanceof DeliveryOutcome.Sent)) {
      throw new CallFailed(reply.outcome(), reply.status());
    }
    JsonNode said = SystemCalls.read(json, reply.body());
    String token = said.path("access_token").asText();
    if (token.isEmpty()) {
      throw new CallFailed(new DeliveryOutcome.Retry("its login gave no token"), reply.status());
    }
    return new Access(token, said.path("instance_url").asText(null));
  }
}
