package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller.Answer;
import dev.baton.engine.DrawnModel;
import dev.baton.engine.ElementTemplate;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A designer changes the running process and a table, as Camunda Modeler does it: over HTTP. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "BATON_ADMIN_PASSWORD=" + TestStaff.PASSWORD,
      "baton.changes.sign-off=optional",
      "spring.datasource.url=jdbc:h2:mem:designers;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
          + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT"
    })
@Import(TestStaff.class)
class DesignerJourneyTest {
  private static final Map<String, Object> GOOD_FIT =
      Map.of("companySize", 120, "industry", "SaaS", "jobTitle", "VP Sales");

  private static final String TO_QUALIFICATION =
      "sourceRef=\"chooseQualificationSla\" targetRef=\"qualifyLead\"";

  private static final String FIRST_FLOW = "<bpmn:sequenceFlow id=\"leadBecameMql_routeLead\"";

  private HttpCaller baton;
  private HttpCaller mona;
  private HttpCaller dora;
  private HttpCaller admin;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    mona = baton.as("mona");
    dora = baton.as("dora");
    admin = baton.as("admin");
  }

  @Test
  void a_changed_process_is_for_the_next_lead_and_the_running_one_ends_as_it_began()
      throws Exception {
    String running = inReview();
    int first = version(running);

    deploy(dora, "lead-handoff.bpmn", withOneMoreAlert()).is(200);
    String next = inReview();

    assertThat(version(running)).isEqualTo(first);
    assertThat(version(next)).isEqualTo(first + 1);
    assertThat(versions()).as("what Cockpit shows").contains(first, first + 1);

    accept(running);
    accept(next);
    assertThat(told(running)).isEqualTo(List.of("New lead to review"));
    assertThat(told(next)).isEqualTo(List.of("New lead to review", "New lead to qualify"));
    disqualify(running);
    disqualify(next);
    assertThat(ended(running)).isEqualTo(first);
    assertThat(ended(next)).isEqualTo(first + 1);
  }

  @Test
  void a_changed_threshold_counts_for_the_next_signal() throws Exception {
    JsonNode below = lead(signal("page_view"));
    assertThat(below.at("/stage").asText()).isEqualTo("LEAD");
    int total = below.at("/score/total").asInt();
    String table = model("dmn/score-threshold.dmn");
    String lowered = table.replaceFirst("<text>60</text>", "<text>" + total + "</text>");

    deploy(dora, "score-threshold.dmn", lowered).is(200);
    try {
      assertThat(lead(signal("page_view")).at("/stage").asText()).isEqualTo("MQL");
      assertThat(lead(below.at("/id").asText()).at("/stage").asText()).isEqualTo("LEAD");
    } finally {
      deploy(dora, "score-threshold.dmn", table).is(200);
    }
    assertThat(lead(signal("page_view")).at("/stage").asText()).isEqualTo("LEAD");
  }

  @Test
  void a_broken_process_is_refused_with_the_element_and_the_reason_and_nothing_changes()
      throws Exception {
    List<Integer> before = versions();

    Answer refusal =
        deploy(
            dora,
            "lead-handoff.bpmn",
            model("bpmn/lead-handoff.bpmn").replace("${remindOwner}", "${remindOwnr}"));

    refusal.is(400);
    assertThat(refusal.at("/message").asText())
        .startsWith(
            "lead-handoff.bpmn was not deployed; the version in force stays."
                + " 'Remind owner' (id remindOwner) calls 'remindOwnr', which is no step");
    assertThat(refusal.at("/details/lead-handoff.bpmn/errors/0/mainElementId").asText())
        .isEqualTo("remindOwner");
    assertThat(versions()).isEqualTo(before);
    inReview();
  }

  @Test
  void a_process_without_a_question_that_the_application_asks_is_refused() throws Exception {
    Answer refusal =
        deploy(
            dora,
            "lead-handoff.bpmn",
            model("bpmn/lead-handoff.bpmn").replace("\"makeFirstTouch\"", "\"touchFirst\""));

    refusal.is(400);
    assertThat(refusal.at("/message").asText())
        .contains("lacks 'Make first touch' (id makeFirstTouch), which the application relies on");
  }

  @Test
  void a_late_answer_is_still_an_answer() throws Exception {
    String model = model("bpmn/lead-handoff.bpmn");
    String interrupting =
        model.replaceFirst(
            "(<bpmn:boundaryEvent id=\"reviewOverdue\"[^>]*) cancelActivity=\"false\"", "$1");
    assertThat(interrupting).isNotEqualTo(model);
    Answer refusal = deploy(dora, "lead-handoff.bpmn", interrupting);

    refusal.is(400);
    assertThat(refusal.at("/message").asText())
        .contains("(id reviewOverdue) must not end its task: a late answer is still an answer");
  }

  @Test
  void a_timer_that_ships_keeps_its_place_and_its_instant() throws Exception {
    String model = model("bpmn/lead-handoff.bpmn");
    String never = model.replaceFirst("(?s)(id=\"reviewOverdue\".*?)\\$\\{dueAt}", "$1\\${never}");
    assertThat(never).isNotEqualTo(model);

    assertThat(deploy(dora, "lead-handoff.bpmn", never).is(400).at("/message").asText())
        .contains("(id reviewOverdue) must wait for ${dueAt}");
  }

  @Test
  void a_designer_deletes_no_deployment() throws Exception {
    deploy(dora, "score-band.dmn", model("dmn/score-band.dmn")).is(200);
    String own =
        dora.get("/engine-rest/deployment?sortBy=deploymentTime&sortOrder=desc&maxResults=1")
            .is(200)
            .at("/0/id")
            .asText();
    signal("demo_requested");
    List<String> running = runningInstances();
    assertThat(running).isNotEmpty();

    Answer refusal =
        dora.send(
            HttpRequest.newBuilder(
                    dora.root().resolve("/engine-rest/deployment/" + own + "?cascade=true"))
                .DELETE());

    refusal.is(403);
    assertThat(refusal.at("/message").asText())
        .contains("Only an administrator deletes a deployment");
    assertThat(runningInstances()).containsAll(running);
  }

  private List<String> runningInstances() {
    return admin
        .get("/engine-rest/process-instance?maxResults=500")
        .is(200)
        .json()
        .findValuesAsText("id");
  }

  @Test
  void a_ladder_that_no_answer_could_end_is_refused() throws Exception {
    Answer refusal =
        deploy(
            dora,
            "escalation.bpmn",
            model("bpmn/escalation.bpmn").replace("\"questionAnswered\"", "\"neverAnswered\""));

    refusal.is(400);
    assertThat(refusal.at("/message").asText())
        .contains("lacks 'Question answered' (id questionAnswered), which the application relies");
  }

  @Test
  void an_answer_can_not_be_led_past_the_step_that_checks_it() throws Exception {
    Answer refusal =
        deploy(
            dora,
            "lead-handoff.bpmn",
            model("bpmn/lead-handoff.bpmn")
                .replace(
                    "sourceRef=\"reviewLead\" targetRef=\"recordReview\"",
                    "sourceRef=\"reviewLead\" targetRef=\"accepted\""));

    refusal.is(400);
    assertThat(refusal.at("/message").asText())
        .contains("'Review lead' (id reviewLead) must be followed by 'Record review'");
  }

  @Test
  void who_is_no_designer_deploys_nothing() throws Exception {
    for (String user : List.of("rita", "mona", "marc", "nobody")) {
      Answer refusal = deploy(baton.as(user), "score-band.dmn", model("dmn/score-band.dmn"));
      assertThat(refusal.status()).as(user).isEqualTo(403);
    }
    assertThat(deploy(baton, "score-band.dmn", model("dmn/score-band.dmn")).status())
        .isEqualTo(401);
  }

  /** Moves a label and puts "Alert owner" from its template before the second question. */
  private static String withOneMoreAlert() throws IOException {
    String model = model("bpmn/lead-handoff.bpmn");
    String step = ElementTemplate.named("Alert owner").element("alertOwnerAgain", Map.of());
    String again =
        "<bpmn:sequenceFlow id=\"again\" sourceRef=\"alertOwnerAgain\" targetRef=\"qualifyLead\" />";
    String changed =
        model
            .replace(
                TO_QUALIFICATION,
                "sourceRef=\"chooseQualificationSla\" targetRef=\"alertOwnerAgain\"")
            .replace(FIRST_FLOW, step + again + FIRST_FLOW)
            .replaceFirst(
                "</bpmndi:BPMNPlane>", DrawnModel.shapes(step + again) + "</bpmndi:BPMNPlane>")
            .replaceFirst("(<bpmndi:BPMNLabel>\\s*<dc:Bounds x=\")\\d+", "$177");
    assertThat(changed).contains(step).doesNotContain(TO_QUALIFICATION);
    return changed;
  }

  private static String model(String resource) throws IOException {
    return Files.readString(ShippedModelFiles.RESOURCES.resolve(resource));
  }

  /** As Modeler deploys. */
  private static Answer deploy(HttpCaller by, String file, String model) {
    String boundary = "parting";
    String body =
        """
        --%1$s
        Content-Disposition: form-data; name="deployment-name"

        %2$s
        --%1$s
        Content-Disposition: form-data; name="deployment-source"

        Camunda Modeler
        --%1$s
        Content-Disposition: form-data; name="%2$s"; filename="%2$s"
        Content-Type: application/octet-stream

        %3$s
        --%1$s--
        """
            .formatted(boundary, file, model)
            .replace("\n", "\r\n");
    return by.send(
        HttpRequest.newBuilder(by.root().resolve("/engine-rest/deployment/create"))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body)));
  }

  private String signal(String type) {
    Map<String, Object> lead = new HashMap<>(GOOD_FIT);
    lead.put("email", "ada@%s.example".formatted(UUID.randomUUID()));
    return baton
        .as("marc")
        .post("/api/signals", Map.of("type", type, "source", "search", "lead", lead))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  private JsonNode lead(String id) {
    return mona.get("/api/leads/" + id).is(200).json();
  }

  /** A lead whose owner is asked for a review. */
  private String inReview() throws InterruptedException {
    String lead = signal("demo_requested");
    mona.await(
        "/api/leads/" + lead,
        l ->
            l.at("/handoff/owner").isTextual()
                && admin.get(instances(l) + "&activityIdIn=reviewLead").json().size() == 1);
    return lead;
  }

  private static String instances(JsonNode lead) {
    return "/engine-rest/process-instance?maxResults=10&businessKey="
        + lead.at("/handoff/id").asText();
  }

  private int version(String lead) {
    String definition = admin.get(instances(lead(lead))).is(200).at("/0/definitionId").asText();
    return admin.get("/engine-rest/process-definition/" + definition).at("/version").asInt();
  }

  private List<Integer> versions() {
    return dora
        .get("/engine-rest/process-definition?maxResults=10&key=lead-handoff")
        .is(200)
        .json()
        .findValues("version")
        .stream()
        .map(JsonNode::asInt)
        .sorted()
        .toList();
  }

  private void accept(String lead) throws InterruptedException {
    answer(lead, "review", Map.of("decision", "accept"));
    mona.await(
        "/api/leads/" + lead,
        l -> admin.get(instances(l) + "&activityIdIn=qualifyLead").json().size() == 1);
  }

  private void disqualify(String lead) {
    answer(
        lead,
        "qualification",
        Map.of("framework", "bant", "decision", "disqualify", "reason", "no_budget"));
  }

  private void answer(String lead, String question, Map<String, Object> answer) {
    JsonNode handoff = lead(lead).at("/handoff");
    baton
        .as(handoff.at("/owner").asText())
        .post("/api/handoffs/" + handoff.at("/id").asText() + "/" + question, answer)
        .is(200);
  }

  /** The headlines of what the owner was told. */
  private List<String> told(String lead) {
    return StreamSupport.stream(
            mona.get("/api/alerts?leadId=" + lead).is(200).at("/items").spliterator(), false)
        .map(alert -> alert.at("/subject").asText().replaceFirst(":.*", ""))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** The version that a finished handoff ran. */
  private int ended(String lead) throws InterruptedException {
    String handoff = lead(lead).at("/handoff/id").asText();
    return admin
        .await(
            "/engine-rest/history/process-instance?maxResults=10&finished=true&processInstanceBusinessKey="
                + handoff,
            instances -> instances.size() == 1)
        .at("/0/processDefinitionVersion")
        .asInt();
  }
}
