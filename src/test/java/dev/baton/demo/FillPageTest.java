package dev.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** While the demo's data is made up, its address says so. */
class FillPageTest {
  private final InetAddress loopback = InetAddress.getLoopbackAddress();

  @Test
  void whoever_comes_early_is_told_and_the_port_is_free_for_the_application_afterwards()
      throws Exception {
    int port = freePort();
    AtomicReference<HttpResponse<String>> told = new AtomicReference<>();
    FillPage.during(loopback, port, () -> told.set(ask("http://127.0.0.1:" + port + "/leads?q=x")));

    assertThat(told.get().statusCode()).isEqualTo(503);
    assertThat(told.get().headers().firstValue("Retry-After")).contains("2");
    assertThat(told.get().body()).contains("Baton is starting", "http-equiv=\"refresh\"");
    try (ServerSocket application = new ServerSocket(port, 1, loopback)) {
      assertThat(application.isBound()).isTrue();
    }
  }

  @Test
  void a_port_that_is_taken_stops_nothing() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
      FillPage.during(loopback, taken.getLocalPort(), () -> done.set(true));
    }
    assertThat(done).isTrue();
  }

  private int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, loopback)) {
      return free.getLocalPort();
    }
  }

  private static HttpResponse<String> ask(String url) {
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}
