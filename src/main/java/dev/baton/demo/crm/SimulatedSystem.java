package dev.baton.demo.crm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.demo.crm.SimulatedCalls.Reply;
import dev.baton.demo.crm.SimulatedFaults.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A CRM or an ad platform as far as Baton speaks to it, over HTTP and on this machine only, with
 * the faults that such a system has.
 */
public final class SimulatedSystem implements AutoCloseable {
  /** A token of the settings; others are given by the login. */
  public static final String TOKEN = "simulated-token";

  private final ObjectMapper json = new ObjectMapper();
  private final SimulatedRecords records;
  private final SimulatedCalls api;
  private final SimulatedFaults faults = new SimulatedFaults();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final AtomicInteger logins = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /**
   * Starts it.
   *
   * @param port 0: any that is free
   * @param clock the real one: it is another system's
   */
  public SimulatedSystem(SimulatedVendor vendor, int port, Clock clock) {
    records = new SimulatedRecords();
    api = vendor.calls.apply(records, clock);
    tokens.add(TOKEN);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public SimulatedRecords records() {
    return records;
  }

  public SimulatedFaults faults() {
    return faults;
  }

  /** People who work there too, by e-mail address. */
  public void hire(String... emails) {
    api.hire(List.of(emails));
  }

  /** How often somebody logged in. */
  public int logins() {
    return logins.get();
  }

  public int calls() {
    return calls.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      calls.incrementAndGet();
      if (exchange.getRequestURI().getPath().equals("/")) {
        send(exchange, 200, "text/html; charset=utf-8", SimulatedPage.of(records));
        return;
      }
      Reply reply = reply(exchange, body);
      byte[] written = reply.body() == null ? new byte[0] : json.writeValueAsBytes(reply.body());
      send(exchange, reply.status(), "application/json", written);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] written)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, written.length == 0 ? -1 : written.length);
    exchange.getResponseBody().write(written);
  }

  private Reply reply(HttpExchange exchange, String body) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/token") || path.endsWith("/accessToken")) {
      String token = "token-" + logins.incrementAndGet();
      tokens.add(token);
      return new Reply(
          200, json.createObjectNode().put("access_token", token).put("instance_url", url()));
    }
    Optional<Reply> refusal = api.refuse(exchange.getRequestHeaders());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<Fault> fault = faults.poll();
    String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (fault.filter(Fault.EXPIRED_TOKEN::equals).isPresent() && !bearer.endsWith(TOKEN)) {
      tokens.remove(bearer.replace("Bearer ", ""));
    }
    if (!tokens.contains(bearer.replace("Bearer ", ""))) {
      return api.error(401, "EXPIRED_AUTHENTICATION");
    }
    if (fault.isEmpty() || fault.get() == Fault.EXPIRED_TOKEN) {
      return api.done(exchange.getRequestMethod(), exchange.getRequestURI(), body);
    }
    return failed(exchange, fault.get(), body);
  }

  private Reply failed(HttpExchange exchange, Fault fault, String body) throws IOException {
    return switch (fault) {
      case TOO_MANY_WITH_REST -> {
        exchange.getResponseHeaders().add("Retry-After", "1");
        yield api.error(429, "RATE_LIMITS");
      }
      case TOO_MANY -> api.error(429, "RATE_LIMITS");
      case ERROR_INSIDE -> new Reply(200, api.problem("VALIDATION_ERROR"));
      case LOST_ANSWER -> {
        api.done(exchange.getRequestMethod(), exchange.getRequestURI(), body);
        yield api.error(504, "TIMEOUT");
      }
      case REFUSED_TOKEN -> api.error(401, "EXPIRED_AUTHENTICATION");
      case INTERNAL_ERROR, EXPIRED_TOKEN -> api.error(500, "INTERNAL_ERROR");
      case BAD_GATEWAY -> api.error(502, "BAD_GATEWAY");
    };
  }
}
