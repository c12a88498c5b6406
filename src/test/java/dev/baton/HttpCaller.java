package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * A caller of the application over HTTP.
 *
 * @param authorization the header, or null for none
 * @param address where the call seems to come from, or null
 */
public record HttpCaller(URI root, String authorization, String address) {
  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public static final String OBJECT = "application/json";
  public static final String LINES = "application/x-ndjson";

  /** What came back; {@code json} is missing where the body isn't any. */
  public record Answer(int status, String type, JsonNode json, String text) {
    public JsonNode at(String pointer) {
      return json.at(pointer);
    }

    public Answer is(int expected) {
      assertThat(status).as("status of an answer that says: %s", text).isEqualTo(expected);
      return this;
    }

    /** A refusal as RFC 9457 wants it. */
    public Answer isProblem(int expected) {
      is(expected);
      assertThat(type).as(text).startsWith("application/problem+json");
      assertThat(json.at("/status").asInt()).as(text).isEqualTo(expected);
      assertThat(json.at("/title").asText()).as(text).isNotBlank();
      assertThat(json.at("/detail").asText()).as(text).isNotBlank();
      return this;
    }

    /** A refusal that names a field. */
    public Answer isProblem(int expected, String field) {
      isProblem(expected);
      assertThat(json.at("/errors").findValuesAsText("field")).as(text).contains(field);
      json.at("/errors").forEach(e -> assertThat(e.at("/message").asText()).isNotBlank());
      return this;
    }
  }

  /** Nobody who has logged in. */
  public static HttpCaller at(int port) {
    return new HttpCaller(URI.create("http://localhost:" + port), null, null);
  }

  public HttpCaller as(String user) {
    return as(user, TestStaff.PASSWORD);
  }

  public HttpCaller as(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new HttpCaller(root, "Basic " + Base64.getEncoder().encodeToString(pair), address);
  }

  /** The same from somewhere else, as a proxy would tell it. */
  public HttpCaller from(String address) {
    return new HttpCaller(root, authorization, address);
  }

  public Answer get(String path) {
    return send("GET", path, null, "");
  }

  /** Posts a map or a record as JSON, a text as it is. */
  public Answer post(String path, Object body) {
    return send("POST", path, OBJECT, body instanceof String text ? text : json(body));
  }

  public Answer send(String method, String path, String contentType, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(Duration.ofMinutes(5))
            .method(method, BodyPublishers.ofString(body));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    return send(request);
  }

  public Answer send(HttpRequest.Builder request) {
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    if (address != null) {
      request.header("X-Forwarded-For", address);
    }
    try {
      return answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  /** Asks again until the answer is as wanted, a minute at most. */
  public JsonNode await(String path, Predicate<JsonNode> wanted) {
    return Awaitility.with()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .await(path)
        .atMost(Duration.ofMinutes(1))
        .until(() -> get(path).json(), wanted);
  }

  public static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return new Answer(response.statusCode(), type, read(response.body(), type), response.body());
  }

  private static JsonNode read(String body, String type) {
    try {
      return type.contains("json") ? JSON.readTree(body) : JSON.missingNode();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
