package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our script on pages of another origin, in a browser. */
@Tag("nightly")
@OnH2
class WebsiteIT {
  private static final int BIGGEST = 3 * 1024;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired JdbcClient db;
  private final String name = "site-" + UUID.randomUUID().toString().substring(0, 8);
  private final String email = "ada@%s.example".formatted(name);
  private HttpServer site;
  private HttpCaller marc;
  private int port;
  private String script = "";

  @BeforeEach
  void serve(@LocalServerPort int baton) throws IOException {
    port = baton;
    marc = HttpCaller.at(baton).as("marc");
    site = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    site.createContext(
        "/",
        exchange -> {
          byte[] page = page().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
    put(List.of("localhost:" + site.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    site.stop(0);
  }

  private void put(List<String> hosts) {
    Map<String, Object> source =
        Map.of("kind", "website", "secret", UUID.randomUUID().toString(), "returnHosts", hosts);
    marc.send("PUT", "/api/sources/" + name, HttpCaller.OBJECT, HttpCaller.json(source)).is(200);
  }

  private String page() {
    return """
        <!doctype html><html lang="en"><title>Acme</title>
        <script src="http://localhost:%d/baton.js" data-source="%s" %s
          data-pages="/pricing=pricing_page_view /product/*=product_page_view" defer></script>
        <form data-baton="demo_requested" action="/thanks" id="demo">
          <input name="email"><input name="first_name"><input name="company">
          <input name="secret" type="password" value="hidden"><textarea name="message"></textarea>
          <button>Send</button></form>
        <form action="/search" id="search"><input name="email" value="not@told.example">
          <button>Search</button></form>
        """
        .formatted(port, name, script);
  }

  private String at(String path) {
    return "http://localhost:%d%s".formatted(site.getAddress().getPort(), path);
  }

  private List<JsonNode> payloads() {
    List<JsonNode> all = new ArrayList<>();
    marc.get("/api/sources/%s/payloads".formatted(name)).is(200).at("/items").forEach(all::add);
    return all;
  }

  private List<String> types() {
    return db.sql("select type from signal where sender = ? order by id")
        .param("source:" + name)
        .query(String.class)
        .list();
  }

  @Test
  void it_is_smaller_than_three_kilobytes_and_served_to_everybody() {
    String served = HttpCaller.at(port).get("/baton.js").is(200).text();

    assertThat(served.getBytes(StandardCharsets.UTF_8).length).isLessThan(BIGGEST);
  }

  @Test
  void nothing_is_kept_or_sent_before_the_visitor_agrees() {
    Page page = browser.open(1280, ColorScheme.LIGHT);
    page.navigate(at("/pricing?utm_source=ads&utm_campaign=spring"));
    page.locator("#demo [name=email]").fill(email);
    page.locator("#demo button").click();
    page.waitForURL("**/thanks**");
    page.navigate(at("/pricing?utm_source=ads&utm_campaign=spring"));

    assertThat(page.evaluate("() => localStorage.length + document.cookie.length")).isEqualTo(0);
    assertThat(payloads()).isEmpty();

    page.evaluate("() => baton.consent(true)");
    await().untilAsserted(() -> assertThat(types()).containsExactly("pricing_page_view"));

    page.evaluate("() => baton.consent(false)");
    page.navigate(at("/product/one"));
    assertThat(page.evaluate("() => localStorage.length")).isEqualTo(0);
    assertThat(types()).hasSize(1);
  }

  @Test
  void views_and_forms_of_one_visitor_become_a_lead_with_its_campaign() {
    script = "data-consent=\"given\"";
    Page page = browser.open(1280, ColorScheme.LIGHT);
    page.navigate(at("/product/one?utm_source=ads&utm_campaign=spring"));
    await().untilAsserted(() -> assertThat(types()).containsExactly("product_page_view"));
    page.navigate(at("/about"));
    await().untilAsserted(() -> assertThat(types()).contains("page_view"));
    page.locator("#search button").click();
    page.waitForURL("**/search**");
    await().untilAsserted(() -> assertThat(types()).hasSize(3));
    page.navigate(at("/pricing"));
    page.locator("#demo [name=email]").fill(email);
    page.locator("#demo [name=first_name]").fill("Ada");
    page.locator("#demo [name=company]").fill("Acme");
    page.locator("#demo [name=message]").fill("Call me");
    page.locator("#demo button").click();
    page.waitForURL("**/thanks**");

    await().untilAsserted(() -> assertThat(types()).contains("demo_requested"));
    Map<String, Object> lead =
        db.sql("select id, source, campaign from lead where email = ?")
            .param(email)
            .query()
            .singleRow();
    assertThat(lead).containsEntry("source", "ads").containsEntry("campaign", "spring");
    String shown = marc.get("/api/leads/" + lead.get("id")).is(200).text();
    assertThat(shown).contains("product_page_view", "pricing_page_view");
    assertThat(marc.get("/leads/" + lead.get("id")).is(200).text()).contains("Call me");
    assertThat(payloads()).isNotEmpty();
    assertThat(payloads().toString()).doesNotContain("hidden", "not@told.example");
  }

  @Test
  void a_page_of_a_host_that_the_source_does_not_name_is_not_heard() throws Exception {
    put(List.of("www.acme.example"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:%d/web/%s".formatted(port, name)))
            .POST(
                BodyPublishers.ofString("{\"type\":\"page_view\",\"lead\":{\"visitorId\":\"v\"}}"));
    HttpClient http = HttpClient.newHttpClient();

    for (String origin :
        List.of("https://evil.example", "null", "https://www.acme.example.evil.example")) {
      HttpResponse<String> answer =
          http.send(request.copy().header("Origin", origin).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(origin).isEqualTo(403);
    }
    HttpResponse<String> ours =
        http.send(
            request.copy().header("Origin", "https://www.acme.example").build(),
            BodyHandlers.ofString());
    assertThat(ours.statusCode()).isEqualTo(204);
    assertThat(ours.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://www.acme.example");
    assertThat(payloads()).hasSize(1);
  }
}
