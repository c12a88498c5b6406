package dev.baton.connect.crm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.SafeText;
import dev.baton.connect.connection.OutboundCalls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** JSON calls to one CRM with a token, counted; an error is one in whichever status it comes. */
final class CrmHttp {
  private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json"));
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final Duration USED_UP = Duration.ofMinutes(15);

  private final String server;
  private final AccessTokens tokens;
  private final OutboundCalls http;
  private final ObjectMapper json;
  private int calls;

  CrmHttp(String server, AccessTokens tokens, OutboundCalls http, ObjectMapper json) {
    this.server = server;
    this.tokens = tokens;
    this.http = http;
    this.json = json;
  }

  int calls() {
    return calls;
  }

  JsonNode get(String path) {
    return call("GET", path, null);
  }

  /** Empty where there is none. */
  Optional<JsonNode> find(String path) {
    try {
      return Optional.of(get(path));
    } catch (CallFailed e) {
      if (e.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  JsonNode post(String path, Object body) {
    return call("POST", path, body);
  }

  /**
   * Calls it, once more with another token where one has expired.
   *
   * @throws CallFailed where it doesn't take the call
   */
  JsonNode call(String method, String path, @Nullable Object body) {
    AccessTokens.Access access = tokens.get();
    OutboundCalls.Reply reply = send(method, path, body, access);
    if (reply.status() == UNAUTHORIZED && tokens.expired(access)) {
      reply = send(method, path, body, tokens.get());
    }
    JsonNode said = read(json, reply.body());
    if (!(reply.outcome() instanceof DeliveryOutcome.Sent)) {
      throw new CallFailed(told(reply, said), reply.status());
    }
    if (isError(said)) {
      throw new CallFailed(
          new DeliveryOutcome.Retry(
              "it answered %d with an error inside".formatted(reply.status())),
          reply.status());
    }
    return said;
  }

  private OutboundCalls.Reply send(
      String method, String path, @Nullable Object body, AccessTokens.Access access) {
    calls++;
    return http.call(
        new Request.Builder()
            .url(Objects.requireNonNullElse(access.server(), server) + path)
            .header("Authorization", "Bearer " + access.token())
            .method(
                method,
                body == null && method.equals("GET")
                    ? null
                    : RequestBody.create(written(body), JSON))
            .build());
  }

  private static boolean isError(JsonNode said) {
    return said.path("status").asText().equals("error")
        || said.path("numErrors").asInt() > 0
        || (said.path("success").isBoolean() && !said.path("success").asBoolean());
  }

  /** A missing record is no closed door, and a quota that is used up has another day. */
  private static DeliveryOutcome told(OutboundCalls.Reply reply, JsonNode said) {
    String code = said.path(0).path("errorCode").asText(said.path("error").asText(""));
    String why = SafeText.line(said.path("category").asText(code), 100);
    String text = "it answered %d %s".formatted(reply.status(), why).strip();
    if (reply.status() == NOT_FOUND) {
      return new DeliveryOutcome.Failed(text);
    }
    if (code.equals("REQUEST_LIMIT_EXCEEDED")) {
      return new DeliveryOutcome.Hold(text, USED_UP);
    }
    return reply.outcome() instanceof DeliveryOutcome.Failed
        ? new DeliveryOutcome.Failed(text)
        : reply.outcome();
  }

  static JsonNode read(ObjectMapper json, String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private byte[] written(@Nullable Object body) {
    try {
      return body == null ? new byte[0] : json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A call can be written", e);
    }
  }
}
