package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller.Answer;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands behind Tasklist and Cockpit, by the requests that they make. */
@OnH2
class TasklistRestTest {
  private HttpCaller baton;
  private ReviewedLead lead;
  private String task;

  @BeforeEach
  void hand_a_lead_to_rita(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    lead = ReviewedLead.aLeadOf("rita", baton);
    task = lead.task(baton);
  }

  @Test
  void a_refused_answer_arrives_as_a_sentence_and_not_as_a_broken_server() {
    Answer refused = complete(Map.of("decision", text("reject")));

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.at("/message").asText()).isEqualTo("reason: please choose");
    assertThat(refused.at("/errors/0/allowed")).hasSize(4);
  }

  @Test
  void a_form_says_bant_in_flat_fields_and_nothing_of_it_stays_in_the_process() throws Exception {
    complete(Map.of("decision", text("accept"))).is(204);
    lead.awaitState("QUALIFICATION", baton);
    task = lead.task(baton);

    complete(
            Map.of(
                "decision", text("qualify"),
                "need", Map.of("value", true, "type", "Boolean"),
                "needEvidence", text("said so"),
                "budget", Map.of("value", false, "type", "Boolean")))
        .is(204);

    lead.awaitState("FIRST_TOUCH", baton);
    JsonNode variables =
        baton
            .as("admin")
            .get("/engine-rest/task/" + lead.task(baton) + "/variables")
            .is(200)
            .json();
    assertThat(variables.has("needEvidence")).isFalse();
    assertThat(variables.has("decision")).as("the answer to the last question").isFalse();
    assertThat(variables.at("/company/value").asText()).isEqualTo(lead.company());
    assertThat(variables.at("/score/value").asInt()).isEqualTo(80);
  }

  @Test
  void a_rep_does_not_move_a_due_date_or_hand_a_task_to_somebody() {
    HttpCaller rita = baton.as("rita");

    rita.send(
            "PUT",
            "/engine-rest/task/" + task,
            HttpCaller.OBJECT,
            "{\"due\":\"2030-01-01T00:00:00.000+0000\"}")
        .is(403);
    rita.post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "ben")).is(403);
  }

  @Test
  void the_tile_is_for_whoever_may_use_cockpit() {
    String tile = "/camunda/api/cockpit/plugin/baton/default/today";

    Answer today = baton.as("mona").get(tile).is(200);
    assertThat(today.at("/open").isNumber()).as("of today; at night all is due tomorrow").isTrue();
    assertThat(today.json().has("overdue")).isTrue();
    baton.as("dora").get(tile).is(200);
    baton.as("rita").get(tile).is(403);
    baton.get(tile).is(401);
  }

  @Test
  void cockpit_names_leads_to_those_who_read_them_and_links_for_them_alone() {
    String plugin = "/camunda/api/cockpit/plugin/baton/default/";

    JsonNode leads = baton.as("mona").get(plugin + "leads").is(200).json();
    assertThat(leads.at("/open")).isNotEmpty().hasSizeLessThanOrEqualTo(50);
    List<JsonNode> due = leads.at("/open").findValues("at");
    assertThat(due).as("who owes nothing comes last").extracting(JsonNode::isNull).isSorted();
    assertThat(due)
        .filteredOn(JsonNode::isTextual)
        .isNotEmpty()
        .extracting(at -> Instant.parse(at.asText()))
        .isSorted();
    JsonNode first = leads.at("/open/0");
    JsonNode who =
        baton.as("mona").get("/api/leads/" + first.at("/leadId").asText()).is(200).json();
    assertThat(who.at("/company").asText("")).isEqualTo(first.at("/company").asText(""));
    assertThat(who.at("/name").asText("")).isEqualTo(first.at("/person").asText(""));
    assertThat(who.at("/handoff/state").asText()).isEqualTo(first.at("/state").asText());
    assertThat(baton.as("mona").get(plugin + "viewer").is(200).at("/readsLeads").asBoolean())
        .isTrue();
    assertThat(baton.as("dora").get(plugin + "viewer").is(200).at("/readsLeads").asBoolean())
        .isFalse();
    baton.as("dora").get(plugin + "leads").is(403);
    baton.as("rita").get(plugin + "leads").is(403);
  }

  @Test
  void cockpit_gets_its_lists_although_the_engine_refuses_endless_ones() {
    String list = "/process-definition?key=lead-handoff&sortBy=version&sortOrder=desc";

    baton.as("mona").get("/camunda/api/engine/engine/default" + list).is(200);
    baton.as("mona").get("/engine-rest" + list).is(400);
  }

  @Test
  void tasklist_asks_why_a_hand_raiser_is_rejected_and_a_program_does_not() throws Exception {
    Map<String, Object> rejection =
        Map.of("decision", text("reject"), "reason", text("low_intent"));

    Answer refused = completeInTasklist(rejection);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.at("/message").asText())
        .isEqualTo("note: say in a sentence why: this lead asked to talk to us");
    complete(rejection).is(204);
    lead.awaitState("CLOSED", baton);
  }

  @Test
  void tasklist_asks_how_a_must_is_known() throws Exception {
    complete(Map.of("decision", text("accept"))).is(204);
    lead.awaitState("QUALIFICATION", baton);
    task = lead.task(baton);
    Map<String, Object> met = Map.of("value", true, "type", "Boolean");

    Answer refused = completeInTasklist(Map.of("decision", text("qualify"), "need", met));
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.at("/message").asText())
        .isEqualTo("needEvidence: say how you know: we call it a must");
    completeInTasklist(
            Map.of("decision", text("qualify"), "need", met, "needEvidence", text("said so")))
        .is(204);

    lead.awaitState("FIRST_TOUCH", baton);
  }

  private Answer complete(Map<String, Object> variables) {
    return baton
        .as("rita")
        .post("/engine-rest/task/" + task + "/submit-form", Map.of("variables", variables));
  }

  /** With the session and the token that its page brings. */
  private Answer completeInTasklist(Map<String, Object> variables) throws Exception {
    HttpCaller rita = baton.as("rita");
    HttpRequest page =
        HttpRequest.newBuilder(baton.root().resolve("/camunda/app/tasklist/default/"))
            .header("Authorization", rita.authorization())
            .build();
    Map<String, String> cookies =
        HttpClient.newHttpClient()
            .send(page, BodyHandlers.discarding())
            .headers()
            .allValues("Set-Cookie")
            .stream()
            .flatMap(cookie -> HttpCookie.parse(cookie).stream())
            .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue));
    String submit = "/camunda/api/engine/engine/default/task/%s/submit-form".formatted(task);
    return rita.send(
        HttpRequest.newBuilder(baton.root().resolve(submit))
            .header("Content-Type", HttpCaller.OBJECT)
            .header("X-XSRF-TOKEN", String.valueOf(cookies.get("XSRF-TOKEN")))
            .header(
                "Cookie",
                cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")))
            .POST(BodyPublishers.ofString(HttpCaller.json(Map.of("variables", variables)))));
  }

  private static Map<String, Object> text(String value) {
    return Map.of("value", value, "type", "String");
  }
}
