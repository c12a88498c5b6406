package dev.baton.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An HTTP server that answers as a test says: well, badly, too slowly or without an end. */
public final class SlowPeer implements AutoCloseable {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int status = 200;
  private volatile String type = "application/json";
  private volatile String body = "{}";
  private volatile String location = "";
  private volatile boolean dribbles;

  public SlowPeer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public void answers(int with, String ofType, String text) {
    status = with;
    type = ofType;
    body = text;
  }

  /** A completion of an OpenAI-compatible API. */
  public void says(String text) {
    String quoted = new com.fasterxml.jackson.databind.node.TextNode(text).toString();
    answers(
        200,
        "application/json",
        """
        {"choices":[{"message":{"role":"assistant","content":%s}}],"usage":{"total_tokens":250}}
        """
            .formatted(quoted));
  }

  public void redirectsTo(String other) {
    status = 302;
    location = other;
  }

  /** Sends a byte now and then, for ever. */
  public void dribbles() {
    dribbles = true;
  }

  /** What was asked, with its path and authorization before it. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      heard.add(
          "%s %s %s"
              .formatted(
                  exchange.getRequestURI(),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      exchange.getResponseHeaders().add("Content-Type", type);
      if (!location.isEmpty()) {
        exchange.getResponseHeaders().add("Location", location);
      }
      exchange.sendResponseHeaders(status, 0);
      OutputStream out = exchange.getResponseBody();
      for (int i = 0; dribbles && i < 600; i++) {
        out.write(' ');
        out.flush();
        Thread.sleep(100);
      }
      out.write(body.getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
