package dev.baton.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the application's port answers while the demo's data is made up: 503 with a page that looks
 * again by itself, so that whoever opens the browser at once knows that it is coming.
 */
final class FillPage {
  private static final Logger LOG = LoggerFactory.getLogger(FillPage.class);

  /** In seconds. */
  private static final String AGAIN = "2";

  private static final byte[] PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta http-equiv="refresh" content="%s"><title>Baton is starting</title></head>
      <body style="font-family: sans-serif; max-width: 40em; margin: 4em auto; padding: 0 1em">
      <h1>Baton is starting</h1>
      <p>It makes up 90 days of leads, once. That takes half a minute; the log says how far it is.</p>
      <p>This page looks again every %s seconds and opens the log-in as soon as there is one.</p>
      </body>
      </html>
      """
          .formatted(AGAIN, AGAIN)
          .getBytes(StandardCharsets.UTF_8);

  private FillPage() {}

  /**
   * Answers as long as the work takes; a port that is taken is the web server's to complain about.
   *
   * @param address null: all of this machine's
   * @param port null: 8080; 0, which is any, has no page, since nobody knows it yet
   */
  static void during(@Nullable InetAddress address, @Nullable Integer port, Runnable work) {
    HttpServer server = open(new InetSocketAddress(address, port == null ? 8080 : port));
    try {
      work.run();
    } finally {
      if (server != null) {
        server.stop(0);
      }
    }
  }

  private static @Nullable HttpServer open(InetSocketAddress address) {
    if (address.getPort() == 0) {
      return null;
    }
    try {
      HttpServer server = HttpServer.create(address, 0);
      server.createContext("/", FillPage::answer);
      server.start();
      return server;
    } catch (IOException e) {
      LOG.warn("No page tells that the demo is starting: {}", e.getMessage());
      return null;
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.getResponseHeaders().set("Retry-After", AGAIN);
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(503, PAGE.length);
      exchange.getResponseBody().write(PAGE);
    }
  }
}
