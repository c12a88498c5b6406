package dev.baton.connect.enrichment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.source.PayloadMapper;
import dev.baton.connect.source.SourceMapping;
import dev.baton.input.StrictJson;
import dev.baton.signal.SignalFeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Client of the system that knows companies: one call by domain, 3 s as a whole. */
@Component
class EnrichmentClient implements DisposableBean {
  static final Duration LONGEST = Duration.ofSeconds(3);
  private static final long BIGGEST = 256 * 1024;

  private final EnrichmentSettings settings;
  private final SourceMapping mapping;
  private final SignalFeed feed;
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .callTimeout(LONGEST)
          .retryOnConnectionFailure(false)
          .followRedirects(false)
          .build();

  EnrichmentClient(EnrichmentSettings settings, SignalFeed feed, ObjectMapper json) {
    this.settings = settings;
    this.feed = feed;
    this.mapping =
        settings.mapping().isEmpty() ? usual(json) : new SourceMapping("", settings.mapping());
  }

  private static SourceMapping usual(ObjectMapper json) {
    try {
      return json.readValue(
          new ClassPathResource("enrichment-mapping.json").getInputStream(), SourceMapping.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What came back.
   *
   * @param values of a profile, by field
   * @param failure why there are none; null where it answered, be it nothing
   */
  record Reply(Map<String, String> values, @Nullable String failure) {
    static Reply failed(String why) {
      return new Reply(Map.of(), why);
    }
  }

  /** Never throws for what the other side does. */
  Reply ask(String domain, Instant now) {
    try (Response response = http.newCall(request(domain)).execute()) {
      if (response.code() == 404 || response.code() == 204) {
        return new Reply(Map.of(), null);
      }
      if (!response.isSuccessful()) {
        return Reply.failed("it answered " + response.code());
      }
      return read(text(response), now);
    } catch (IOException | IllegalArgumentException e) {
      return Reply.failed("it can't be reached (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  private Request request(String domain) {
    String named = URLEncoder.encode(domain, StandardCharsets.UTF_8);
    Request.Builder request = new Request.Builder().url(settings.url().replace("{domain}", named));
    if (settings.secret() != null) {
      request.header(settings.header(), settings.secret());
    }
    if (settings.posts()) {
      request.post(
          RequestBody.create(
              "{\"domain\":\"%s\"}".formatted(domain), MediaType.get("application/json")));
    }
    return request.header("Accept", "application/json").build();
  }

  private static String text(Response response) throws IOException {
    ResponseBody body = response.body();
    if (body == null) {
      return "";
    }
    BufferedSource source = body.source();
    return source.request(BIGGEST + 1) ? "" : source.readUtf8();
  }

  private Reply read(String body, Instant now) {
    try {
      JsonNode answer = StrictJson.read(body);
      if (answer == null || !answer.isContainerNode()) {
        return Reply.failed("its answer is no JSON object");
      }
      return new PayloadMapper(mapping, now)
          .signals(answer).stream()
              .findFirst()
              .map(this::values)
              .orElseGet(() -> new Reply(Map.of(), null));
    } catch (JsonProcessingException e) {
      return Reply.failed("its answer is no JSON object");
    }
  }

  /** What of it a profile can hold; nothing that names a person. */
  private Reply values(ObjectNode mapped) {
    ObjectNode row = mapped.objectNode();
    ObjectNode lead = row.putObject("lead");
    mapped.path("lead").properties().forEach(field -> lead.set(field.getKey(), field.getValue()));
    lead.remove(List.of("email", "visitorId", "firstName", "lastName", "phone"));
    lead.put("externalId", "somebody");
    return feed.readLead(row)
        .told()
        .map(told -> new Reply(told.profile(), null))
        .orElseGet(() -> Reply.failed("its answer can't be mapped"));
  }

  @Override
  public void destroy() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
