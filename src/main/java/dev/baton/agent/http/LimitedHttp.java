package dev.baton.agent.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * HTTP client with a time-out for a whole call and a limit to what is read; it follows no redirect,
 * which would lead to somebody whom nobody named.
 */
public final class LimitedHttp {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final RestClient http;
  private final int mostBytes;

  /**
   * A client.
   *
   * @param wholeCall as long as an answer may take, with its body
   * @param mostBytes an answer that is longer is cut
   */
  public LimitedHttp(Duration wholeCall, int mostBytes) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    requests.setReadTimeout(wholeCall);
    this.http = RestClient.builder().requestFactory(requests).build();
    this.mostBytes = mostBytes;
  }

  /** What came back. */
  public record Reply(int status, @Nullable MediaType type, String body) {
    public boolean isGood() {
      return status / 100 == 2;
    }
  }

  /**
   * Asks.
   *
   * @throws IOException when there is no answer in time; no address stands in its message
   */
  public Reply get(URI address) throws IOException {
    return call(http.get().uri(address).accept(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML));
  }

  /** The same with JSON and a bearer token. */
  public Reply post(URI address, @Nullable String token, String json) throws IOException {
    RestClient.RequestBodySpec request =
        http.method(HttpMethod.POST).uri(address).contentType(MediaType.APPLICATION_JSON);
    if (token != null && !token.isBlank()) {
      request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
    return call(request.body(json));
  }

  private Reply call(RestClient.RequestHeadersSpec<?> request) throws IOException {
    try {
      Reply reply =
          request.exchange(
              (sent, answer) ->
                  new Reply(
                      answer.getStatusCode().value(),
                      answer.getHeaders().getContentType(),
                      read(answer.getBody())));
      if (reply == null) {
        throw new IOException("there was no answer");
      }
      return reply;
    } catch (RestClientException e) {
      throw new IOException("it can't be reached or is too slow", e);
    }
  }

  private String read(InputStream body) throws IOException {
    return new String(body.readNBytes(mostBytes), StandardCharsets.UTF_8);
  }
}
