package dev.baton.connect.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of webhooks as a user would write one: it believes nothing that isn't signed. */
public final class WebhookReceiver implements AutoCloseable {
  public static final String SECRET = "a-secret-that-both-know";

  private final ObjectMapper json = new ObjectMapper();
  private final List<JsonNode> events = new ArrayList<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private volatile int ill;
  private volatile boolean asked;
  private volatile CountDownLatch hanging = new CountDownLatch(0);
  private int forged;

  public WebhookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::take);
    server.start();
  }

  public String url() {
    return "http://localhost:%d/hooks?key=in-the-address".formatted(server.getAddress().getPort());
  }

  /** The next calls are answered so. */
  void answer(int... statuses) {
    for (int status : statuses) {
      answers.add(status);
    }
  }

  /** Every call is answered so; 0 takes them again. */
  void beIll(int status) {
    ill = status;
  }

  void hang() {
    hanging = new CountDownLatch(1);
  }

  /** Whoever waits for an answer gets it. */
  void goOn() {
    hanging.countDown();
  }

  boolean isAsked() {
    return asked;
  }

  public synchronized List<JsonNode> events() {
    return List.copyOf(events);
  }

  List<JsonNode> of(String lead) {
    return events().stream().filter(e -> e.at("/subject").asText().equals(lead)).toList();
  }

  synchronized int forged() {
    return forged;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      asked = true;
      hanging.await();
      Integer next = answers.poll();
      int status = next == null ? ill : next;
      if (status == 429) {
        exchange.getResponseHeaders().add("Retry-After", "2");
      }
      if (status == 0) {
        status = believe(exchange, body) ? 204 : 401;
      }
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean believe(HttpExchange exchange, byte[] body) throws IOException {
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    String at = exchange.getRequestHeaders().getFirst("webhook-timestamp");
    String signed = "%s.%s.%s".formatted(id, at, new String(body, StandardCharsets.UTF_8));
    boolean good =
        Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(at)) < 300
            && ("v1," + hmac(signed))
                .equals(exchange.getRequestHeaders().getFirst("webhook-signature"));
    if (good) {
      events.add(json.readTree(body));
    } else {
      forged++;
    }
    return good;
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    hanging.countDown();
    server.stop(0);
  }
}
