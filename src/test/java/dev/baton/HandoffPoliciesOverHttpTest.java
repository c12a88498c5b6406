package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.FileDecisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the policies, the non-negotiables and the attempts look like from outside. */
@OnH2
class HandoffPoliciesOverHttpTest {
  private static final Map<String, Object> NEED = Map.of("need", Map.of("met", true));

  @Autowired RepositoryService models;
  private final List<String> deployed = new ArrayList<>();
  private final String source = "policy-" + UUID.randomUUID();
  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  @AfterEach
  void the_shipped_policy_is_in_force_again() {
    deployed.forEach(models::deleteDeployment);
  }

  private void agreedOn(String... fromAndTo) {
    String table = FileDecisions.xml("handoff-policy");
    for (int i = 0; i < fromAndTo.length; i += 2) {
      table =
          table.replace(
              "<text>\"%s\"</text>".formatted(fromAndTo[i]),
              "<text>\"%s\"</text>".formatted(fromAndTo[i + 1]));
    }
    deployed.add(models.createDeployment().addString("handoff-policy.dmn", table).deploy().getId());
  }

  private String send(String type, Object email) {
    return baton
        .as("marc")
        .post(
            "/api/signals",
            Map.of(
                "type", type,
                "source", source,
                "lead",
                    Map.of(
                        "email",
                        email,
                        "companySize",
                        120,
                        "industry",
                        "SaaS",
                        "jobTitle",
                        "VP Sales")))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  private JsonNode await(String lead, Predicate<JsonNode> wanted) throws InterruptedException {
    return baton.as("mona").await("/api/leads/" + lead, wanted);
  }

  private static boolean asks(JsonNode lead, String clock) {
    return lead.at("/handoff/deadlines").findValuesAsText("clock").contains(clock);
  }

  private String someone() {
    return UUID.randomUUID() + "@policy.example";
  }

  @Test
  void by_rule_the_lead_is_an_sql_and_the_funnel_tells_it_apart() throws Exception {
    agreedOn("HUMAN", "AUTO");
    String id = send("demo_requested", someone());
    JsonNode lead = await(id, l -> asks(l, "first_touch"));

    assertThat(lead.at("/stage").asText()).isEqualTo("SQL");
    assertThat(lead.at("/handoff/state").asText()).isEqualTo("FIRST_TOUCH");
    assertThat(lead.at("/handoff/policy").asText()).isEqualTo("AUTO");
    String handoff = "/api/handoffs/" + lead.at("/handoff/id").asText();
    baton.as("mona").post(handoff + "/review", Map.of("decision", "accept")).isProblem(409);
    baton.as("mona").post(handoff + "/touch", Map.of("kind", "call")).is(200);

    JsonNode row = funnel();
    for (String stage : List.of("mql", "sal", "sql", "byRule/sal", "byRule/sql")) {
      assertThat(row.at("/" + stage).asInt()).as(stage).isEqualTo(1);
    }
  }

  private JsonNode funnel() {
    for (JsonNode row : baton.as("mona").get("/api/insight/funnel?by=source").is(200).at("/rows")) {
      if (row.at("/key").asText().equals(source)) {
        return row;
      }
    }
    throw new AssertionError("no row for " + source);
  }

  @Test
  void a_confirmation_is_answered_at_the_door_of_the_qualification() throws Exception {
    agreedOn("HUMAN", "AUTO_THEN_CONFIRM");
    JsonNode lead =
        await(
            send("demo_requested", someone()),
            l -> asks(l, "first_touch") && asks(l, "qualification"));
    String handoff = "/api/handoffs/" + lead.at("/handoff/id").asText();

    JsonNode confirmed =
        baton
            .as("mona")
            .post(
                handoff + "/qualification",
                Map.of("framework", "bant", "decision", "qualify", "criteria", NEED))
            .is(200)
            .json();

    assertThat(confirmed.at("/state").asText()).isEqualTo("FIRST_TOUCH");
    baton
        .as("mona")
        .post(
            handoff + "/qualification",
            Map.of("framework", "bant", "decision", "qualify", "criteria", NEED))
        .isProblem(409);
    JsonNode row = funnel();
    assertThat(row.at("/sql").asInt()).isEqualTo(1);
    assertThat(row.at("/byRule/sql").asInt()).as("the rule was first").isEqualTo(1);
  }

  @Test
  void a_no_to_the_confirmation_closes_it() throws Exception {
    agreedOn("HUMAN", "AUTO_THEN_CONFIRM");
    String id = send("demo_requested", someone());
    JsonNode lead = await(id, l -> asks(l, "first_touch") && asks(l, "qualification"));
    String handoff = "/api/handoffs/" + lead.at("/handoff/id").asText();

    baton
        .as("mona")
        .post(
            handoff + "/qualification",
            Map.of("framework", "bant", "decision", "disqualify", "reason", "bad_timing"))
        .is(200);

    assertThat(await(id, l -> l.at("/stage").asText().equals("RECYCLED")).at("/handoff/result"))
        .hasToString("\"disqualified\"");
    baton.as("mona").post(handoff + "/touch", Map.of("kind", "call")).isProblem(409);
  }

  @Test
  void without_a_review_the_qualification_is_the_first_question() throws Exception {
    agreedOn("explicit", "implicit");
    String id = send("demo_requested", someone());
    JsonNode lead = await(id, l -> asks(l, "qualification"));
    assertThat(lead.at("/stage").asText()).isEqualTo("MQL");
    String handoff = "/api/handoffs/" + lead.at("/handoff/id").asText();

    baton
        .as("mona")
        .post(
            handoff + "/qualification",
            Map.of("framework", "bant", "decision", "qualify", "criteria", NEED))
        .is(200);

    JsonNode row = funnel();
    for (String stage : List.of("mql", "sal", "sql")) {
      assertThat(row.at("/" + stage).asInt()).as(stage).isEqualTo(1);
    }
    assertThat(row.at("/byRule/sal").asInt()).isZero();
  }

  @Test
  void marketing_keeps_an_mql_that_is_not_sales_ready() throws Exception {
    agreedOn("now", "nurture");
    String email = someone();
    String id = send("webinar_attended", email);
    JsonNode kept = await(id, l -> l.at("/stage").asText().equals("MQL"));
    assertThat(kept.hasNonNull("handoff")).isFalse();

    send("contact_sales", email);

    await(id, l -> asks(l, "review"));
  }

  @Test
  void a_missing_must_is_named_and_only_a_manager_goes_on_without_it() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    String handoff = "/api/handoffs/" + lead.handoff();
    baton.as("rita").post(handoff + "/review", Map.of("decision", "accept")).is(200);
    Map<String, Object> yes =
        Map.of("framework", "bant", "decision", "qualify", "criteria", Map.of());
    Map<String, Object> anyway =
        Map.of(
            "framework",
            "bant",
            "decision",
            "qualify",
            "criteria",
            Map.of(),
            "override",
            "The CEO asked for <b>us</b>");

    baton.as("rita").post(handoff + "/qualification", yes).isProblem(422, "criteria.need");
    baton.as("rita").post(handoff + "/qualification", anyway).isProblem(403);
    baton.as("mona").post(handoff + "/qualification", yes).isProblem(422, "criteria.need");
    JsonNode view = baton.as("mona").post(handoff + "/qualification", anyway).is(200).json();

    assertThat(view.at("/qualification/by").asText()).isEqualTo("mona");
    assertThat(view.at("/qualification/override").asText())
        .isEqualTo("The CEO asked for <b>us</b>");
    assertThat(view.at("/qualification/without").toString()).isEqualTo("[\"need\"]");
    assertThat(baton.as("mona").get("/api/leads/" + lead.lead()).text())
        .contains("qualification: qualify, override without need");
    assertThat(page("/leads/" + lead.lead(), "rita"))
        .contains("Qualified without need", "The CEO asked for &lt;b&gt;us&lt;/b&gt;")
        .doesNotContain("<b>us</b>");
  }

  @Test
  void a_lead_that_did_not_answer_stands_on_the_home_page_until_it_is_tried_again()
      throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    String handoff = "/api/handoffs/" + lead.handoff();
    Map<String, Object> noAnswer = Map.of("kind", "call", "outcome", "no_answer");
    baton.as("rita").post(handoff + "/held/touch", noAnswer).isProblem(422, "nextAt");
    JsonNode tried = baton.as("rita").post(handoff + "/touch", noAnswer).is(200).json();
    assertThat(tried.at("/attempts/nextAt").asText()).as("by the retry plan").isNotEmpty();

    Map<String, Object> planned =
        Map.of("kind", "call", "outcome", "no_answer", "nextAt", "2199-01-01T09:00:00Z");
    baton.as("rita").post(handoff + "/touch", planned).is(200);
    JsonNode view = baton.as("rita").post(handoff + "/touch", planned).is(200).json();

    assertThat(view.at("/attempts/count").asInt()).isEqualTo(3);
    assertThat(view.at("/attempts/nextAt").asText()).startsWith("2199-01-01");
    assertThat(page("/", "rita")).contains("Try again", "tried 3 times");
    assertThat(page("/leads/" + lead.lead(), "rita"))
        .contains("Tried 3 times", "Called, no answer (3rd try); next try");
  }

  @Test
  void a_deal_says_on_the_page_of_its_lead_when_it_closes() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    String handoff = "/api/handoffs/" + lead.handoff();
    Map<String, Object> met = Map.of("met", true, "evidence", "said so");
    HttpCaller rita = baton.as("rita");
    rita.post(handoff + "/review", Map.of("decision", "accept")).is(200);
    rita.post(
            handoff + "/qualification",
            Map.of(
                "framework",
                "bant",
                "decision",
                "qualify",
                "criteria",
                Map.of("budget", met, "authority", met, "need", met, "timing", met)))
        .is(200);
    rita.post(handoff + "/touch", Map.of("kind", "call", "outcome", "connected")).is(200);
    rita.post(
            handoff + "/opportunity",
            Map.of(
                "value", 100,
                "currency", "EUR",
                "stage", "proposal",
                "nextStep", "Send it",
                "closeDate", "2199-12-24"))
        .is(200);

    assertThat(page("/leads/" + lead.lead(), "rita")).contains("Closes", "Tue 24 Dec 2199");
  }

  private String page(String path, String user) {
    return baton
        .as(user)
        .send(
            java.net.http.HttpRequest.newBuilder(baton.root().resolve(path))
                .header("Accept", "text/html"))
        .is(200)
        .text();
  }
}
