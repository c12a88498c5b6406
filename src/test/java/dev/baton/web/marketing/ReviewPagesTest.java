package dev.baton.web.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.review.ReviewPlanning;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A review over HTTP and on its pages, from its date to what became of its decisions. */
@OnH2
@ExtendWith(OutputCaptureExtension.class)
class ReviewPagesTest {
  @Autowired ReviewPlanning planning;
  private HttpCaller baton;
  private String review;

  @BeforeEach
  void a_review_begins(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    planning.sweep();
    review =
        baton
            .as("marc")
            .get("/api/reviews?state=planned&kind=weekly_handoff")
            .at("/items/0/id")
            .asText();
    assertThat(page("/reviews", "mona")).contains("/api/reviews/" + review + "/start");
    assertThat(page("/reviews", "rita")).doesNotContain("/api/reviews/");
    baton.as("mona").post("/api/reviews/" + review + "/start", Map.of()).is(200);
    baton
        .as("mona")
        .await(
            "/api/reviews/" + review, found -> found.at("/review/state").asText().equals("OPEN"));
  }

  @Test
  void what_tasklist_sends_wrongly_is_told_field_by_field_and_is_no_broken_server(
      CapturedOutput log) {
    String task =
        baton
            .as("marc")
            .get("/engine-rest/task?maxResults=1&processInstanceBusinessKey=" + review)
            .is(200)
            .at("/0/id")
            .asText();

    HttpCaller.Answer refused =
        baton
            .as("marc")
            .post(
                "/engine-rest/task/" + task + "/submit-form",
                Map.of("variables", Map.of("what1", text("Call"), "owner1", text("dora"))));

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.at("/message").asText())
        .isEqualTo(
            "owner1: nobody of sales, marketing or the managers has the id 'dora';"
                + " dueOn1: by which day, such as 2026-12-24");
    assertThat(refused.json().at("/errors").findValuesAsText("field"))
        .containsExactly("owner1", "dueOn1");
    assertThat(log.getOut()).doesNotContain("MinutesReader");
    baton
        .as("rita")
        .post("/engine-rest/task/" + task + "/submit-form", Map.of("variables", Map.of()))
        .is(403);
    assertThat(baton.as("marc").get("/api/reviews/" + review).at("/review/state").asText())
        .isEqualTo("OPEN");
  }

  private static Map<String, Object> text(String value) {
    return Map.of("value", value, "type", "String");
  }

  @Test
  void it_is_held_with_notes_and_decisions_and_kept_as_it_was() throws Exception {
    String sheet = page("/reviews/" + review, "marc");
    assertThat(sheet)
        .contains(
            "1. Where did leads drop this week",
            "SLA of sales",
            "Rejection reasons",
            "data-to=\"/api/reviews/" + review + "/hold\"")
        .doesNotContain("/skip\"");
    assertThat(page("/reviews/" + review, "rita"))
        .contains("SLA of marketing")
        .doesNotContain("data-to=");

    assertThat(page("/", "marc")).contains("/reviews/" + review, "to be held");
    assertThat(page("/", "rita")).doesNotContain("/reviews/" + review);

    String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    Map<String, Object> minutes =
        Map.of(
            "notes", Map.of("rejections", "Fair <b>leads</b>"),
            "attended", List.of("marc", "mona"),
            "decisions",
                List.of(
                    Map.of(
                        "point", "rejections",
                        "what", "Ask for the company's size",
                        "owner", "rita",
                        "dueOn", tomorrow)));
    baton
        .as("marc")
        .post(
            "/api/reviews/" + review + "/hold",
            Map.of("decisions", List.of(Map.of("owner", "rita"))))
        .isProblem(422, "decisions[0].dueOn");
    JsonNode held =
        baton.as("marc").post("/api/reviews/" + review + "/hold", minutes).is(200).json();

    assertThat(held.at("/review/closedBy").asText()).isEqualTo("marc");
    assertThat(held.at("/figures/sheets").size()).isGreaterThan(5);
    HttpCaller.Answer conflict =
        baton.as("mona").post("/api/reviews/" + review + "/hold", minutes).isProblem(409);
    assertThat(conflict.at("/by").asText()).isEqualTo("marc");
    assertThat(page("/reviews/" + review, "mona")).contains("Fair &lt;b&gt;leads", "company&#39;s");
    assertThat(page("/reviews", "dora", 403)).doesNotContain("company");

    String decision = "/api/review-decisions/" + held.at("/decisions/0/decision/id").asText();
    assertThat(page("/reviews/" + review, "rita")).contains(decision);
    assertThat(page("/", "rita")).contains("Ask for the company", "your task");
    assertThat(page("/reviews/" + review, "ben")).doesNotContain(decision);
    baton.as("ben").post(decision + "/close", Map.of("result", "done")).isProblem(403);
    baton.as("rita").post(decision + "/close", Map.of("result", "dropped")).isProblem(422, "note");
    closed(decision);
    baton.as("mona").post(decision + "/close", Map.of("result", "done")).isProblem(409);
    assertThat(page("/reviews", "rita")).contains("is-done");
    assertThat(page("/", "rita")).doesNotContain("your task");
  }

  /** The task comes a moment after the review was held. */
  private void closed(String decision) {
    assertThat(
            baton
                .as("rita")
                .post(decision + "/close", Map.of("result", "done", "note", "It asks now"))
                .is(200)
                .at("/state")
                .asText())
        .isEqualTo("done");
  }

  @Test
  void a_manager_leaves_one_out_and_says_why() {
    HttpCaller mona = baton.as("mona");
    mona.post("/api/reviews/" + review + "/skip", Map.of()).isProblem(422, "reason");
    mona.post("/api/reviews/" + review + "/skip", Map.of("reason", "All at the fair")).is(200);
    mona.post("/api/reviews/" + review + "/skip", Map.of("reason", "Again")).isProblem(409);
    mona.post("/api/reviews/" + review + "/start", Map.of()).isProblem(409);
    assertThat(page("/reviews", "marc")).contains("All at the fair");
  }

  @Test
  void a_list_is_asked_for_with_words_that_exist() {
    baton.as("marc").get("/api/reviews?state=lost").isProblem(422, "state");
    baton.as("marc").get("/api/reviews?kind=party").isProblem(422, "kind");
    baton.as("marc").get("/api/reviews?page=x").isProblem(422, "page");
    assertThat(page("/reviews/nothing", "marc", 404)).doesNotContain("Exception");
  }

  private String page(String path, String user) {
    return page(path, user, 200);
  }

  private String page(String path, String user, int status) {
    return baton
        .as(user)
        .send(
            HttpRequest.newBuilder(baton.root().resolve(path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"))
        .is(status)
        .text();
  }
}
