package dev.baton.connect.call;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** JSON calls to one system with a token, counted; an error is one in whichever status it comes. */
public final class SystemCalls {
  private static final MediaType JSON = Objects.requireNonNull(MediaType.parse("application/json"));
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final Duration USED_UP = Duration.ofMinutes(15);

  private final Server server;
  private final AccessTokens tokens;
  private final OutboundCalls http;
  private final ObjectMapper json;
  private int calls;

  public SystemCalls(Server server, AccessTokens tokens, OutboundCalls http, ObjectMapper json) {
    this.server = server;
    this.tokens = tokens;
    this.http = http;
    this.json = json;
  }

  /**
   * Where it is, and how it speaks.
   *
   * @param url what stands before a path
   * @param headers that each call has
   * @param errors what is wrong inside of an answer that is 2xx; {@code Unauthorized}: the token
   * @param moves whether its login may name another address
   * @param codes whether {@code errors} knows better than the status what any answer means
   */
  public record Server(
      String url,
      Map<String, String> headers,
      Function<JsonNode, Optional<DeliveryOutcome>> errors,
      boolean moves,
      boolean codes) {

    public Server(
        String url,
        Map<String, String> headers,
        Function<JsonNode, Optional<DeliveryOutcome>> errors,
        boolean moves) {
      this(url, headers, errors, moves, false);
    }

    /** One that says plainly that something is an error. */
    public static Server plain(String url) {
      return new Server(url, Map.of(), SystemCalls::error, true);
    }
  }

  public int calls() {
    return calls;
  }

  public JsonNode get(String path) {
    return call("GET", path, null);
  }

  /** Empty where there is none. */
  public Optional<JsonNode> find(String path) {
    try {
      return Optional.of(get(path));
    } catch (CallFailed e) {
      if (e.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public JsonNode post(String path, Object body) {
    return call("POST", path, body);
  }

  /**
   * Calls it, once more with another token where one has expired.
   *
   * @throws CallFailed where it doesn't take the call
   */
  public JsonNode call(String method, String path, @Nullable Object body) {
    AccessTokens.Access access = tokens.get();
    Answer answer = answer(method, path, body, access);
    if (answer.isExpired() && tokens.expired(access)) {
      answer = answer(method, path, body, tokens.get());
    }
    if (!(answer.outcome() instanceof DeliveryOutcome.Sent)) {
      throw new CallFailed(answer.outcome(), answer.status());
    }
    return answer.said();
  }

  private record Answer(int status, JsonNode said, DeliveryOutcome outcome) {
    boolean isExpired() {
      return status == UNAUTHORIZED
          || (status / 100 == 2 && outcome instanceof DeliveryOutcome.Unauthorized);
    }
  }

  private Answer answer(
      String method, String path, @Nullable Object body, AccessTokens.Access access) {
    OutboundCalls.Reply reply = send(method, path, body, access);
    JsonNode said = read(json, reply.body());
    DeliveryOutcome outcome =
        reply.outcome() instanceof DeliveryOutcome.Sent
            ? server.errors().apply(said).orElse(reply.outcome())
            : told(reply, said);
    return new Answer(reply.status(), said, outcome);
  }

  private OutboundCalls.Reply send(
      String method, String path, @Nullable Object body, AccessTokens.Access access) {
    calls++;
    Request.Builder request =
        new Request.Builder()
            .url(address(access) + path)
            .header("Authorization", "Bearer " + access.token())
            .method(
                method,
                body == null && method.equals("GET")
                    ? null
                    : RequestBody.create(written(body), JSON));
    server.headers().forEach(request::header);
    return http.call(request.build());
  }

  private String address(AccessTokens.Access access) {
    return server.moves()
        ? Objects.requireNonNullElse(access.server(), server.url())
        : server.url();
  }

  /** Of a system that says plainly that something is an error. */
  public static Optional<DeliveryOutcome> error(JsonNode said) {
    boolean isError =
        said.path("status").asText().equals("error")
            || said.path("numErrors").asInt() > 0
            || (said.path("success").isBoolean() && !said.path("success").asBoolean());
    return isError
        ? Optional.of(new DeliveryOutcome.Retry("it answered 200 with an error inside"))
        : Optional.empty();
  }

  private DeliveryOutcome told(OutboundCalls.Reply reply, JsonNode said) {
    return server.codes() && !(reply.outcome() instanceof DeliveryOutcome.Hold)
        ? server.errors().apply(said).orElse(reply.outcome())
        : byStatus(reply, said);
  }

  /** A missing record is no closed door, and a quota that is used up has another day. */
  private static DeliveryOutcome byStatus(OutboundCalls.Reply reply, JsonNode said) {
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

  public static JsonNode read(ObjectMapper json, String body) {
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
