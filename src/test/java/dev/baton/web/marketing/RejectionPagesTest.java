package dev.baton.web.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.web.HandedLead;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A no over HTTP and on the pages: answered, contested, decided, merged, reopened. */
@OnH2
class RejectionPagesTest {
  @Autowired JdbcClient db;
  private HttpCaller baton;
  private HandedLead lead;

  @BeforeEach
  void hand_a_lead_to_rita(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    lead = HandedLead.of(baton, db, "Ada");
  }

  @Test
  void a_rejection_is_disputed_by_marketing_and_overturned_by_a_manager() throws Exception {
    reject("wrong_icp", Map.of());
    String rejection = "/api/rejections/" + lead.handoff();
    assertThat(page("/rejections", "marc"))
        .contains(lead.name(), "Not our kind of customer", "data-to=\"" + rejection + "/answer\"");
    assertThat(page(lead.path(), "mona")).contains("Do not contact", "/reopen\"");

    baton
        .as("marc")
        .post(rejection + "/answer", Map.of("answer", "contest"))
        .isProblem(422, "note");
    baton
        .as("marc")
        .post(rejection + "/answer", Map.of("answer", "contest", "note", "200 <b>people</b>"))
        .is(200);
    assertThat(
            baton
                .as("marc")
                .post(rejection + "/answer", Map.of("answer", "agree"))
                .isProblem(409)
                .at("/by")
                .asText())
        .isEqualTo("marc");
    assertThat(page("/rejections?state=CONTESTED", "mona"))
        .contains(lead.name(), "200 &lt;b&gt;people", rejection + "/decision");
    JsonNode decided =
        baton
            .as("mona")
            .post(rejection + "/decision", Map.of("decision", "overturn", "note", "True"))
            .is(200)
            .json();

    assertThat(decided.at("/state").asText()).isEqualTo("DECIDED");
    assertThat(baton.as("marc").get("/api/leads/" + lead.id()).at("/stage").asText())
        .isEqualTo("RECYCLED");
    assertThat(page(lead.path(), "mona")).doesNotContain("Do not contact", "/reopen\"");
  }

  @Test
  void a_rep_reads_their_own_rejections_and_no_form() throws Exception {
    reject("low_intent", Map.of("note", "Collecting material"));

    assertThat(page("/rejections?state=OPEN", "rita"))
        .contains(lead.name(), "Collecting material")
        .doesNotContain("/api/rejections/");
    assertThat(page("/rejections?state=OPEN", "nora")).doesNotContain(lead.name());
    assertThat(baton.as("nora").get("/api/rejections").at("/items")).isEmpty();
    baton.as("marc").get("/api/rejections?state=lost").isProblem(422, "state");
  }

  @Test
  void a_merged_lead_answers_as_the_one_that_is_left() throws Exception {
    HandedLead second = HandedLead.of(baton, db, "Bea");
    JsonNode merged =
        baton
            .as("marc")
            .post("/api/leads/" + second.id() + "/merge", Map.of("into", lead.email()))
            .is(200)
            .json();
    assertThat(merged.at("/survivor").asText()).isEqualTo(lead.id());

    JsonNode asked = baton.as("mona").get("/api/leads/" + second.id()).is(200).json();
    assertThat(asked.at("/id").asText()).isEqualTo(lead.id());
    assertThat(asked.at("/mergedInto").asText()).isEqualTo(lead.id());
    assertThat(asked.at("/timeline").findValuesAsText("what")).contains("merge");
    assertThat(
            baton.as("mona").get("/api/leads?email=" + second.email()).at("/items/0/id").asText())
        .isEqualTo(lead.id());
    assertThat(
            baton
                .as("mona")
                .post("/api/handoffs/" + second.handoff() + "/review", Map.of("decision", "accept"))
                .isProblem(409)
                .text())
        .contains("merged with another one");
    assertThat(
            baton
                .as("mona")
                .send(
                    HttpRequest.newBuilder(baton.root().resolve(second.path()))
                        .header("Accept", "text/html"))
                .status())
        .isEqualTo(302);
    assertThat(
            baton
                .as("marc")
                .post("/api/leads/" + second.id() + "/merge", Map.of("into", lead.id()))
                .is(200)
                .at("/merged")
                .isMissingNode())
        .isTrue();
    baton
        .as("marc")
        .post("/api/leads/" + lead.id() + "/merge", Map.of("into", "nobody@x.example"))
        .isProblem(422, "into");
  }

  @Test
  void the_marketing_sla_has_figures_of_its_own_and_no_clock_of_sales() throws Exception {
    reject("low_intent", Map.of());

    JsonNode promises = baton.as("marc").get("/api/insight/marketing-sla").is(200).json();
    assertThat(promises.at("/answered/open").asLong()).isPositive();
    assertThat(promises.at("/quality/limit").asDouble()).isEqualTo(0.2);
    assertThat(baton.as("mona").get("/api/insight/sla?by=clock").is(200).text())
        .doesNotContain("rejection");
  }

  private void reject(String reason, Map<String, Object> more) throws Exception {
    Map<String, Object> answer = new java.util.HashMap<>(more);
    answer.put("decision", "reject");
    answer.put("reason", reason);
    baton.as("rita").post("/api/handoffs/" + lead.handoff() + "/review", answer).is(200);
    baton
        .as("mona")
        .await("/api/leads/" + lead.id(), found -> !found.at("/stage").asText().equals("MQL"));
  }

  private String page(String path, String user) {
    return baton
        .as(user)
        .send(
            HttpRequest.newBuilder(baton.root().resolve(path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"))
        .is(200)
        .text();
  }
}
