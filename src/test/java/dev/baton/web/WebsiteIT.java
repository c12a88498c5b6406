package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.data.Offset;
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
  private String embed = "";

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
        %s
        """
        .formatted(port, name, script, embed);
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

  private void embedForm() {
    embed =
        "<script src=\"http://localhost:%d/baton-form.js\" data-source=\"%s\" data-type=\"demo_requested\"></script>"
            .formatted(port, name);
  }

  private String stored(String field) {
    return db.sql(
            """
            select p.content from profile_value p join lead l on l.id = p.lead_id
            where l.email = ? and p.field = ?
            """)
        .param(email)
        .param(field)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  @Test
  void the_form_that_we_host_stands_in_a_page_and_tells_who_its_visitor_is() {
    script = "data-consent=\"given\"";
    embedForm();
    Page page = browser.open(1280, ColorScheme.LIGHT);
    page.navigate(at("/pricing?utm_source=ads&utm_campaign=spring"));
    await().untilAsserted(() -> assertThat(types()).containsExactly("pricing_page_view"));
    FrameLocator form = page.frameLocator("iframe");
    form.getByRole(AriaRole.HEADING).waitFor();
    await()
        .untilAsserted(
            () ->
                assertThat(page.locator("iframe").boundingBox().height)
                    .isCloseTo(form.locator("html").boundingBox().height, Offset.offset(2.0)));

    form.getByLabel("E-mail", new FrameLocator.GetByLabelOptions().setExact(true)).fill("nobody");
    form.getByText("Send").click();
    form.getByText("This is no e-mail address").waitFor();
    assertThat(payloads()).hasSize(1);
    form.getByLabel("E-mail", new FrameLocator.GetByLabelOptions().setExact(true)).fill(email);
    form.getByLabel("First name").fill("Ada");
    form.getByLabel("What can we do").fill("Call me");
    form.getByRole(AriaRole.CHECKBOX).check();
    form.getByText("Send").click();
    form.getByText("Your message has arrived").waitFor();

    assertThat(form.getByRole(AriaRole.LINK).getAttribute("href")).contains("/book/");
    await().untilAsserted(() -> assertThat(types()).contains("demo_requested"));
    Map<String, Object> lead =
        db.sql("select id, source, campaign from lead where email = ?")
            .param(email)
            .query()
            .singleRow();
    assertThat(lead).containsEntry("source", "ads").containsEntry("campaign", "spring");
    assertThat(stored("consent.email")).isEqualTo("true");
    assertThat(marc.get("/api/leads/" + lead.get("id")).is(200).text())
        .contains("pricing_page_view", "demo_requested");
    assertThat(marc.get("/leads/" + lead.get("id")).is(200).text()).contains("Call me");
  }

  @Test
  void without_consent_the_form_tells_what_was_typed_and_the_campaign_of_the_page() {
    embedForm();
    Page page = browser.open(390, ColorScheme.DARK);
    page.navigate(at("/pricing?utm_source=ads"));
    FrameLocator form = page.frameLocator("iframe");
    form.getByLabel("E-mail", new FrameLocator.GetByLabelOptions().setExact(true)).fill(email);
    form.getByText("Send").click();
    form.getByText("Your message has arrived").waitFor();

    await().untilAsserted(() -> assertThat(types()).containsExactly("demo_requested"));
    assertThat(payloads().toString()).contains("ads").doesNotContain("visitorId");
    assertThat(stored("consent.email")).isNull();
    assertThat(page.evaluate("() => localStorage.length + document.cookie.length")).isEqualTo(0);
  }

  @Test
  void no_other_page_may_show_the_form() {
    embedForm();
    Page page = browser.open(1280, ColorScheme.LIGHT);
    List<String> said = new CopyOnWriteArrayList<>();
    page.onConsoleMessage(message -> said.add(message.text()));
    page.navigate("http://127.0.0.1:%d/".formatted(site.getAddress().getPort()));
    page.waitForCondition(() -> said.stream().anyMatch(text -> text.contains("frame-ancestors")));

    assertThat(page.frameLocator("iframe").locator("form").count()).isZero();
    browser.forgetComplaints();
    HttpCaller.at(port).get("/forms/nobody").is(404);
  }

  @Test
  void the_form_and_the_page_on_which_it_is_copied_are_accessible() {
    Page page = browser.open(1280, ColorScheme.LIGHT);
    page.navigate("/forms/%s?type=demo_requested".formatted(name));
    page.getByText("Request a demo").waitFor();
    browser.look("hosted-form");
    browser.logIn("marc");
    page.navigate("/sources/" + name);
    assertThat(page.locator("#main").innerText())
        .contains("/baton-form.js\" data-source=\"%s\"".formatted(name));
    assertThat(browser.button("Copy the form").isVisible()).isTrue();
    browser.look("website-source");
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
