package dev.baton.connect.enrichment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A system that knows companies, with its faults, as an HTTP server. */
final class KnownCompanies {
  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  KnownCompanies() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:%d/companies/{domain}".formatted(server.getAddress().getPort());
  }

  /** What it says of a domain: JSON, a status of three digits, or "slow". */
  void knows(String domain, String answer) {
    answers.put(domain, answer);
  }

  long asked(String domain) {
    return asked.stream().filter(each -> each.startsWith(domain + " ")).count();
  }

  List<String> calls() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String domain = exchange.getRequestURI().getPath().replace("/companies/", "");
    asked.add(domain + " " + exchange.getRequestHeaders().getFirst("X-Api-Key"));
    String answer = answers.getOrDefault(domain, "404");
    if (answer.equals("slow")) {
      try {
        Thread.sleep(6_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    boolean isStatus = answer.matches("\\d{3}");
    exchange.sendResponseHeaders(isStatus ? Integer.parseInt(answer) : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
