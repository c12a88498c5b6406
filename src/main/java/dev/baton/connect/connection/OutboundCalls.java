package dev.baton.connect.connection;

import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.RetryAfter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * HTTP calls to other systems, each with its time-outs, and what an answer's status means for a
 * delivery.
 */
@Component
public class OutboundCalls implements DisposableBean {
  private static final Set<Integer> LATER = Set.of(408, 409, 423, 425);
  private static final int GONE = 410;

  /** More than the longest page of records that anybody has. */
  private static final long MOST_BYTES = 16 * 1024 * 1024;

  // No silent second attempt inside the client: repeating is the worker's business. No redirect: it
  // would carry a person's data to somebody whom nobody named.
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .connectTimeout(Duration.ofSeconds(5))
          .readTimeout(Duration.ofSeconds(10))
          .callTimeout(Duration.ofSeconds(20))
          .retryOnConnectionFailure(false)
          .followRedirects(false)
          .build();

  /** One call that is a whole delivery; nobody wants to know what else it says. */
  public DeliveryAttempt deliver(Request request) {
    try (Response response = http.newCall(request).execute()) {
      return new DeliveryAttempt(outcome(response), 1);
    } catch (IOException e) {
      return new DeliveryAttempt(unreachable(e), 1);
    }
  }

  /**
   * What came back.
   *
   * @param status 0 where nothing did
   */
  public record Reply(int status, String body, DeliveryOutcome outcome) {}

  public Reply call(Request request) {
    try (Response response = http.newCall(request).execute()) {
      ResponseBody body = response.body();
      if (body != null && body.source().request(MOST_BYTES + 1)) {
        return new Reply(response.code(), "", new DeliveryOutcome.Retry("its answer never ends"));
      }
      return new Reply(
          response.code(),
          body == null ? "" : body.source().readString(StandardCharsets.UTF_8),
          outcome(response));
    } catch (IOException e) {
      return new Reply(0, "", unreachable(e));
    }
  }

  /** Nothing can be called before somebody sets something. */
  public DeliveryAttempt unset(String missing) {
    return new DeliveryAttempt(new DeliveryOutcome.Unauthorized(missing), 0);
  }

  /** The address stands in no message: it may be secret. */
  static DeliveryOutcome unreachable(IOException e) {
    return new DeliveryOutcome.Retry(
        "it can't be reached (%s)".formatted(e.getClass().getSimpleName()));
  }

  private static DeliveryOutcome outcome(Response response) {
    return outcome(response.code(), response.header("Retry-After"));
  }

  /** What a status means. */
  static DeliveryOutcome outcome(int status, @Nullable String retryAfter) {
    String said = "it answered " + status;
    if (status / 100 == 2) {
      return new DeliveryOutcome.Sent("");
    }
    if (status == 429 || (status == 503 && retryAfter != null)) {
      Duration rest = RetryAfter.parse(retryAfter);
      return new DeliveryOutcome.Hold(said + ", to wait " + rest.toSeconds() + " s", rest);
    }
    if (status == 401 || status == 403 || status == 404 || status == GONE || status / 100 == 3) {
      return new DeliveryOutcome.Unauthorized(said);
    }
    return status / 100 == 4 && !LATER.contains(status)
        ? new DeliveryOutcome.Failed(said)
        : new DeliveryOutcome.Retry(said);
  }

  @Override
  public void destroy() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
