package dev.baton.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.ReviewedLead;
import dev.baton.sql.Sql;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rep's calls over HTTP: what the list shows, what is logged, and what is counted. */
abstract class CallJourney {
  @Autowired JdbcClient db;
  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  private String page(String user) {
    return baton
        .as(user)
        .send(HttpRequest.newBuilder(baton.root().resolve("/calls")).header("Accept", "text/html"))
        .is(200)
        .text();
  }

  private JsonNode own(String by) {
    return baton.as("rita").get("/api/insight/attempts?by=" + by).is(200).json();
  }

  @Test
  void a_lead_is_on_the_list_until_somebody_spoke_with_it() throws Exception {
    JsonNode before = own("rep").at("/total");
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    String handoff = "/api/handoffs/" + lead.handoff();
    baton.as("rita").post(handoff + "/review", Map.of("decision", "accept")).is(200);
    assertThat(page("rita")).contains(lead.handoff(), "Not tried yet", "No answer");
    assertThat(own("rep").at("/total/untried")).as("within a day").isEqualTo(before.at("/untried"));
    db.sql("update handoff set mql_at = :at where id = :id")
        .param("at", Sql.timestamp(Instant.now().minus(Duration.ofHours(25))))
        .param("id", lead.handoff())
        .update();
    JsonNode untried = own("rep").at("/total");
    assertThat(untried.at("/leads").asInt()).isEqualTo(before.at("/leads").asInt() + 1);
    assertThat(untried.at("/untried").asInt()).isEqualTo(before.at("/untried").asInt() + 1);
    assertThat(untried.at("/leakage").asDouble()).isPositive();

    JsonNode tried =
        baton
            .as("rita")
            .post(handoff + "/touch", Map.of("kind", "call", "outcome", "no_answer"))
            .is(200)
            .json();
    assertThat(tried.at("/attempts/nextAt").asText()).isNotEmpty();
    assertThat(page("rita")).contains(lead.handoff(), "Called, no answer", "Planned");
    JsonNode once = own("rep").at("/total");
    assertThat(once.at("/untried").asInt()).isEqualTo(before.at("/untried").asInt());
    assertThat(once.at("/attempts").asInt()).isEqualTo(before.at("/attempts").asInt() + 1);

    baton
        .as("rita")
        .post(handoff + "/touch", Map.of("kind", "call", "outcome", "connected"))
        .is(200);
    assertThat(page("rita")).doesNotContain(lead.handoff());
    assertThat(own("rep").at("/total/reached").asInt())
        .isEqualTo(before.at("/reached").asInt() + 1);
  }

  @Test
  void nobody_answered_needs_a_date_on_our_pages() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    baton
        .as("rita")
        .post(
            "/api/handoffs/" + lead.handoff() + "/held/touch",
            Map.of("kind", "call", "outcome", "no_answer"))
        .isProblem(422, "nextAt");
  }

  @Test
  void a_rep_reads_about_their_own_leads_only_and_a_manager_about_all() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    baton
        .as("rita")
        .post("/api/handoffs/" + lead.handoff() + "/review", Map.of("decision", "accept"))
        .is(200);

    assertThat(own("rep").at("/rows").findValuesAsText("key")).containsExactly("rita");
    assertThat(own("campaign").at("/total/leads")).isEqualTo(own("rep").at("/total/leads"));
    JsonNode all = baton.as("mona").get("/api/insight/attempts").is(200).json();
    assertThat(all.at("/total/leads").asInt())
        .isGreaterThanOrEqualTo(own("rep").at("/total/leads").asInt());
    assertThat(page("mona")).contains("Attempts and leakage").doesNotContain("Log a call");
    baton.as("mona").get("/api/insight/attempts?by=team").isProblem(422, "by");
    baton.as("marc").get("/calls").is(403);
  }
}
