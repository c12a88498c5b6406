package dev.baton.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.OnH2;
import dev.baton.engine.FileDecisions;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A change of a table over HTTP, from Modeler and on its pages, by all who have a part in it. */
@OnH2
class ChangeJourneyTest {
  private static final String FILE = "review-cadence.dmn";
  private static final String CHANGED =
      FileDecisions.xml("review-cadence")
          .replace(
              "<decision id=\"review-cadence\" name=\"",
              "<decision id=\"review-cadence\" name=\"Our ");

  private HttpCaller baton;
  private HttpCaller dora;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    dora = baton.as("dora");
  }

  @Test
  void a_change_goes_from_the_proposal_into_force_and_back() {
    long id = proposes();
    String url = "/api/changes/" + id;

    Answer proposed = dora.get(url).is(200);
    assertThat(proposed.at("/state").asText()).isEqualTo("proposed");
    assertThat(proposed.at("/author").asText()).isEqualTo("dora");
    assertThat(proposed.at("/diff/0/file").asText()).isEqualTo(FILE);
    assertThat(proposed.at("/diff/0/what").asText()).isEqualTo("changed");
    assertThat(proposed.at("/diff/0/text").asText()).startsWith("The name of the table: ");

    dora.post(url + "/apply", Map.of()).isProblem(409);
    assertThat(dora.post(url + "/check", Map.of()).is(200).at("/state").asText())
        .isEqualTo("checked");
    dora.post(url + "/sign", Map.of("side", "marketing")).isProblem(403);
    baton.as("marc").post(url + "/sign", Map.of("side", "marketing", "note", "good")).is(200);
    Answer signed = baton.as("mona").post(url + "/sign", Map.of("side", "sales")).is(200);
    assertThat(signed.at("/state").asText()).isEqualTo("signed");
    assertThat(signed.at("/signatures").findValuesAsText("side"))
        .containsExactly("marketing", "sales");
    assertThat(signed.at("/signatures/0/note").asText()).isEqualTo("good");

    assertThat(dora.post(url + "/apply", Map.of()).is(200).at("/state").asText())
        .isEqualTo("in_force");
    assertThat(name()).startsWith("Our ");
    Answer back = dora.post(url + "/rollback", Map.of()).is(200);
    assertThat(back.at("/state").asText()).isEqualTo("rolled_back");
    assertThat(back.at("/notUndone").size()).isPositive();
    assertThat(name()).doesNotStartWith("Our ");
    dora.post(url + "/withdraw", Map.of()).isProblem(409);

    assertThat(
            baton
                .as("admin")
                .get("/api/audit?who=dora")
                .is(200)
                .at("/items")
                .findValuesAsText("what"))
        .startsWith("change_rolled_back", "change_applied", "change_checked", "change_proposed");
  }

  @Test
  void who_may_do_what_is_told_before_what_is_wrong() {
    long id = proposes();
    String url = "/api/changes/" + id;

    baton.get(url).is(401);
    baton.as("rita").get(url).isProblem(403);
    baton.as("rita").post("/api/changes", Map.of()).isProblem(403);
    baton.as("mona").get(url).is(200);
    baton.as("mona").post("/api/changes", Map.of()).isProblem(403);
    baton.as("marc").post(url + "/check", Map.of()).isProblem(403);
    baton.as("mona").get("/api/audit").isProblem(403);
    dora.get("/api/changes/987654321").isProblem(404);
    dora.get("/api/changes/none").isProblem(404);
    dora.post("/api/changes", Map.of()).isProblem(422, "title");
    dora.post(url + "/sign", Map.of("side", "finance")).isProblem(422, "side");
    dora.send(request(url, "PUT", "{")).isProblem(400);
    dora.post(url + "/apply", Map.of("migrate", "perhaps")).isProblem(422, "migrate");
  }

  @Test
  void what_modeler_deploys_there_is_a_proposal() {
    HttpCaller marc = baton.as("marc");
    assertThat(marc.get("/changes/engine-rest/version").is(200).at("/version").asText())
        .startsWith("7.24");
    marc.get("/changes/engine-rest/deployment?maxResults=0").is(200);

    Answer sent = deploys(marc, "/changes/engine-rest/deployment/create");

    sent.is(200);
    assertThat(sent.at("/name").asText()).matches("Proposed as change \\d+: Our calendar");
    String id = sent.at("/id").asText().replace("change-", "");
    Answer change = dora.get("/api/changes/" + id).is(200);
    assertThat(change.at("/author").asText()).isEqualTo("marc");
    assertThat(change.at("/files/0").asText()).isEqualTo(FILE);
    assertThat(name()).doesNotStartWith("Our ");

    Answer refused =
        baton.as("rita").send(form("/changes/engine-rest/deployment/create", FILE, CHANGED));
    assertThat(refused.status()).isEqualTo(403);
    deploysNothing(marc).is(400);
  }

  @Test
  void a_deployment_beside_the_changes_is_one_with_its_author() {
    deploys(dora, "/engine-rest/deployment/create").is(200);
    try {
      Answer last = baton.as("mona").get("/api/changes").is(200);
      assertThat(last.at("/items/0/title").asText()).isEqualTo("Our calendar");
      assertThat(last.at("/items/0/author").asText()).isEqualTo("dora");
      assertThat(last.at("/items/0/state").asText()).isEqualTo("in_force");
    } finally {
      long id = dora.get("/api/changes").at("/items/0/id").asLong();
      dora.post("/api/changes/" + id + "/rollback", Map.of()).is(200);
    }
    assertThat(name()).doesNotStartWith("Our ");
  }

  @Test
  void its_pages_tell_designers_marketing_and_managers_what_they_can_do() {
    long id = proposes();
    String url = "/changes/" + id;

    assertThat(page("dora", "/changes")).contains("Propose a change", "Another calendar");
    assertThat(page("mona", "/changes")).doesNotContain("Propose a change");
    assertThat(page("dora", url)).contains("The name of the table", "Check it", "Put it in force");
    dora.post("/api" + url + "/check", Map.of()).is(200);
    assertThat(page("dora", url))
        .contains("What it would have done", "Nothing is in the way")
        .contains("How much there would be to do", "It judges live leads silently");
    dora.post("/api" + url + "/shadow", Map.of("on", true)).is(200);
    assertThat(page("mona", url)).contains("nobody has done anything yet");
    assertThat(baton.as("mona").get("/api" + url).at("/shadow/on").asBoolean()).isTrue();
    assertThat(baton.as("mona").get("/api" + url).at("/load/seed").asLong()).isEqualTo(15);
    assertThat(page("mona", url)).contains("Sign for sales").doesNotContain("Put it in force");
    assertThat(page("marc", url)).contains("Sign for marketing");
    assertThat(
            baton.as("rita").send(HttpRequest.newBuilder(baton.root().resolve(url)).GET()).status())
        .isEqualTo(403);
    dora.post("/api" + url + "/withdraw", Map.of()).is(200);
    assertThat(page("dora", url)).contains("Withdrawn by").doesNotContain("Check it");
  }

  @Test
  void everybody_who_works_here_reads_the_definition_and_prints_it() {
    for (String who : List.of("rita", "marc", "mona", "dora", "admin")) {
      assertThat(page(who, "/definition"))
          .contains("What is an MQL?", "A lead becomes an MQL when its score is 60 or more.");
    }
    assertThat(page("rita", "/definition")).contains("These models came with the application");
    assertThat(page("rita", "/definition.pdf")).startsWith("%PDF");
    String since = baton.as("rita").get("/api/definition").is(200).at("/since").asText();
    assertThat(
            baton
                .as("rita")
                .get("/api/definition?at=%s&from=%s".formatted(since, since))
                .is(200)
                .at("/differences"))
        .isEmpty();
    assertThat(page("rita", "/definition?at=%s&from=%s".formatted(since, since)))
        .contains("Nothing: both say the same.");
    Answer refused = baton.as("rita").get("/api/definition?at=last%20week").is(422);
    assertThat(refused.at("/errors/0/field").asText()).isEqualTo("at");
    assertThat(refused.at("/errors/0/message").asText()).contains("give a day such as");
  }

  @Test
  void a_change_of_texts_shows_how_messages_would_read_in_each_language() {
    String texts =
        FileDecisions.xml("message-text").replace("{Question} bald fällig", "Eilt: {question}");
    long id = proposes("message-text.dmn", texts);
    assertThat(page("dora", "/changes/" + id))
        .contains("How messages would read", "Deutsch", "due soon", "Review due soon")
        .contains("lang=\"de\">Eilt: Prüfung");
    dora.post("/api/changes/" + id + "/withdraw", Map.of()).is(200);
  }

  private long proposes() {
    return proposes(FILE, CHANGED);
  }

  private long proposes(String file, String content) {
    return dora.post(
            "/api/changes",
            Map.of(
                "title",
                "Another calendar",
                "why",
                "we meet on Tuesdays",
                "files",
                List.of(Map.of("name", file, "content", content))))
        .is(201)
        .at("/id")
        .asLong();
  }

  private String name() {
    return dora.get(
            "/engine-rest/decision-definition?key=review-cadence&latestVersion=true&maxResults=1")
        .is(200)
        .at("/0/name")
        .asText();
  }

  private String page(String by, String path) {
    return baton
        .as(by)
        .send(HttpRequest.newBuilder(baton.root().resolve(path)).GET())
        .is(200)
        .text();
  }

  private HttpRequest.Builder request(String path, String method, String body) {
    return HttpRequest.newBuilder(baton.root().resolve(path))
        .header("Content-Type", HttpCaller.OBJECT)
        .method(method, BodyPublishers.ofString(body));
  }

  private Answer deploys(HttpCaller by, String path) {
    return by.send(form(path, FILE, CHANGED));
  }

  private Answer deploysNothing(HttpCaller by) {
    return by.send(request("/changes/engine-rest/deployment/create", "POST", "{}"));
  }

  /** As Modeler writes it. */
  private HttpRequest.Builder form(String path, String file, String content) {
    String body =
        """
        --parting
        Content-Disposition: form-data; name="deployment-name"

        Our calendar
        --parting
        Content-Disposition: form-data; name="%1$s"; filename="%1$s"
        Content-Type: application/octet-stream

        %2$s
        --parting--
        """
            .formatted(file, content)
            .replace("\n", "\r\n");
    return HttpRequest.newBuilder(baton.root().resolve(path))
        .header("Content-Type", "multipart/form-data; boundary=parting")
        .POST(BodyPublishers.ofString(body));
  }
}
