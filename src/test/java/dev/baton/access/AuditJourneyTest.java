package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.TestStaff;
import dev.baton.privacy.AuditTrail;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people change is in the audit, whichever way they do it. */
@OnH2
class AuditJourneyTest {
  @Autowired AuditTrail audit;
  private HttpCaller baton;
  private HttpCaller admin;
  private int port;

  @BeforeEach
  void open(@LocalServerPort int port) {
    this.port = port;
    baton = HttpCaller.at(port);
    admin = baton.as("admin");
  }

  @Test
  void people_teams_and_tokens_are_told_with_before_and_after() {
    String team = "t" + UUID.randomUUID().toString().substring(0, 8);
    baton
        .as("mona")
        .send("PUT", "/api/teams/" + team, HttpCaller.OBJECT, "{\"name\": \"First\"}")
        .is(200);
    baton
        .as("mona")
        .send("PUT", "/api/teams/" + team, HttpCaller.OBJECT, "{\"name\": \"Second\"}")
        .is(200);
    baton
        .as("mona")
        .send("PUT", "/api/people/nora", HttpCaller.OBJECT, "{\"active\": true}")
        .is(200);
    admin.post("/api/tokens", Map.of("name", "crm " + team)).is(201);

    HttpCaller.Answer saved = admin.get("/api/audit?what=team_saved&who=mona").is(200);
    assertThat(saved.at("/items/0/on").asText()).isEqualTo("team " + team);
    assertThat(saved.at("/items/0/before").asText()).contains("First");
    assertThat(saved.at("/items/0/after").asText()).contains("Second");
    assertThat(saved.at("/items/0/from").asText()).isNotBlank();
    HttpCaller.Answer person = admin.get("/api/audit?what=person_saved").is(200);
    assertThat(person.at("/items/0/on").asText()).isEqualTo("person nora");
    assertThat(person.at("/items/0/before").asText()).startsWith("sales, team north");
    assertThat(person.text()).doesNotContain("nora@baton.example");
    assertThat(admin.get("/api/audit?what=token_created").text()).contains("crm " + team);
  }

  @Test
  void logins_and_failed_ones_are_told_without_what_a_stranger_typed() throws Exception {
    logIn("rita", "wrong");
    logIn("my secret password", "oops");
    logIn("rita", TestStaff.PASSWORD);

    HttpCaller.Answer in = admin.get("/api/audit?what=logged_in&who=rita").is(200);
    assertThat(in.at("/items/0/from").asText()).isNotBlank();
    assertThat(admin.get("/api/audit?what=login_failed&who=rita").at("/items")).isNotEmpty();
    HttpCaller.Answer failed = admin.get("/api/audit?what=login_failed").is(200);
    assertThat(failed.text()).contains("(unknown)").doesNotContain("my secret password");
  }

  @Test
  void what_is_written_over_the_engines_interfaces_is_told_and_what_is_asked_is_not() {
    String filter = "audited-" + UUID.randomUUID();
    Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    admin
        .post(
            "/engine-rest/filter/create",
            Map.of("resourceType", "Task", "name", filter, "query", Map.of()))
        .is(200);
    admin.post("/engine-rest/task?maxResults=1", Map.of()).is(200);
    admin.post("/engine-rest/task/count", Map.of()).is(200);

    assertThat(admin.get("/api/audit?what=engine_called").is(200).at("/items"))
        .filteredOn(told -> !Instant.parse(told.at("/at").asText()).isBefore(began))
        .extracting(told -> told.at("/on").asText())
        .containsExactly("POST /engine-rest/filter/create");
  }

  @Test
  void an_administrator_reads_the_audit_as_a_page_and_as_a_file_and_checks_it() {
    admin.post("/api/tokens", Map.of("name", "=formula")).is(201);
    // a rule has no name
    audit.add("rule", "answered_qualification", "handoff 1", null, "qualify");

    assertThat(admin.get("/audit?what=token_created").is(200).text())
        .contains("Token created", "=formula")
        .doesNotContain("Whole: ");
    assertThat(admin.get("/audit?check").is(200).text()).contains("Whole: ");
    assertThat(admin.get("/audit").is(200).text()).contains("<td>Rule</td>");
    HttpCaller.Answer file = admin.get("/audit.csv?what=token_created").is(200);
    assertThat(file.type()).startsWith("text/csv");
    assertThat(file.text()).startsWith("at,by,what,on,before,after,from").contains("'=formula");
    HttpCaller.Answer check = admin.get("/api/audit/check").is(200);
    assertThat(check.at("/intact").asBoolean()).as(check.text()).isTrue();
    assertThat(check.at("/entries").asLong()).isPositive();
    assertThat(baton.as("mona").get("/").is(200).text()).doesNotContain("href=\"/audit\"");
  }

  /** As the login page does it, with its own token against forgery. */
  private void logIn(String name, String password) throws Exception {
    var browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    URI login = URI.create("http://localhost:" + port + "/login");
    String page =
        browser
            .send(HttpRequest.newBuilder(login).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
    assertThat(token.find()).isTrue();
    String form =
        "_csrf=%s&username=%s&password=%s"
            .formatted(encoded(token.group(1)), encoded(name), encoded(password));
    browser.send(
        HttpRequest.newBuilder(login)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
