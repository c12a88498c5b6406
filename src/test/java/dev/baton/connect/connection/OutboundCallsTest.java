package dev.baton.connect.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.alert.message.DeliveryOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A peer whose answer has no end takes neither our memory nor our time. */
class OutboundCallsTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  private final OutboundCalls calls = new OutboundCalls();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", OutboundCallsTest::answerWithoutEnd);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
    calls.destroy();
  }

  private static void answerWithoutEnd(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      byte[] some = new byte[1024 * 1024];
      while (!Thread.currentThread().isInterrupted()) {
        out.write(some);
      }
    }
  }

  private Request request() {
    return new Request.Builder()
        .url("http://localhost:%d/".formatted(server.getAddress().getPort()))
        .build();
  }

  @Test
  void an_answer_without_an_end_is_tried_again() {
    Instant before = Instant.now();

    OutboundCalls.Reply reply = calls.call(request());

    assertThat(reply.outcome()).isInstanceOf(DeliveryOutcome.Retry.class);
    assertThat(reply.body()).isEmpty();
    assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
  }

  @Test
  void what_was_taken_was_taken_however_much_is_said_about_it() {
    assertThat(calls.deliver(request()).outcome()).isInstanceOf(DeliveryOutcome.Sent.class);
  }
}
