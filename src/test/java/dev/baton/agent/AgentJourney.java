package dev.baton.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.LeadsOverHttp;
import dev.baton.lead.Suppressions;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Agents through the whole application, by HTTP, on whatever database a subclass names. */
abstract class AgentJourney {
  private static final String RESEARCH = "/api/agents/research-account";

  @Autowired private AgentRun run;
  @Autowired private Suppressions suppressions;
  @Autowired private Clock clock;
  private HttpCaller baton;
  private HttpCaller mona;
  private HttpCaller marc;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    mona = baton.as("mona");
    marc = baton.as("marc");
  }

  @AfterEach
  void off() {
    set(false);
  }

  private JsonNode set(boolean on) {
    return mona.send("PUT", RESEARCH, HttpCaller.OBJECT, HttpCaller.json(Map.of("on", on)))
        .is(200)
        .json();
  }

  private String owner(String lead) {
    return mona.await("/api/leads/" + lead, l -> l.at("/handoff/owner").isTextual())
        .at("/handoff/owner")
        .asText();
  }

  /** What is proposed about a lead and waits for a person. */
  private JsonNode waiting(String lead) {
    String path = RESEARCH + "/proposals?state=waiting";
    return of(mona.await(path, page -> !of(page, lead).isMissingNode()), lead);
  }

  @Test
  void a_hot_lead_is_researched_and_its_owner_approves_with_changes() {
    assertThat(agent().at("/on").asBoolean()).isFalse();
    assertThat(set(true).at("/on").asBoolean()).isTrue();
    assertThat(agent().at("/changedBy").asText()).isEqualTo("mona");
    assertThat(baton.as("admin").get("/api/audit?what=agent_switched").is(200).text())
        .contains("agent research-account");
    String lead = hotLead();
    String owner = owner(lead);

    run.run();

    JsonNode waiting = waiting(lead);
    assertThat(waiting.at("/owner").asText()).isEqualTo(owner);
    assertThat(waiting.at("/draft/writtenBy").asText()).isEqualTo("rule");
    assertThat(waiting.at("/draft/text").asText()).contains("1 of its people are known");
    assertThat(waiting.at("/draft/reasons")).isNotEmpty();
    assertThat(waiting.at("/draft/sources")).isNotEmpty();
    String proposal = "/api/agents/proposals/" + waiting.at("/id").asText();
    baton.as("dora").get(proposal).isProblem(403);
    marc.post(proposal, Map.of("decision", "approve")).isProblem(403);
    HttpCaller rep = baton.as(owner);
    rep.post(proposal, Map.of()).isProblem(422, "decision");
    rep.post(proposal, Map.of("decision", "reject")).isProblem(422, "reason");
    assertThat(rep.get("/leads/" + lead).is(200).text())
        .contains("Proposed: note", "Why, and from");

    rep.post(proposal, Map.of("decision", "approve", "text", "They buy in March")).is(200);

    JsonNode kept = mona.get(proposal).is(200).json();
    assertThat(kept.at("/state").asText()).isEqualTo("edited");
    assertThat(kept.at("/answer/text").asText()).isEqualTo("They buy in March");
    assertThat(kept.at("/answer/by").asText()).isEqualTo(owner);
    mona.await(proposal, p -> p.at("/publishedAt").isTextual());
    rep.post(proposal, Map.of("decision", "approve")).isProblem(409);
    assertThat(rep.get("/leads/" + lead).is(200).text()).contains("They buy in March");
    assertThat(mona.get("/api/leads/" + lead).is(200).at("/stage").asText()).isEqualTo("MQL");
    assertThat(agent().at("/edited").asInt()).isPositive();
    assertThat(mona.get("/agents").is(200).text()).contains("Account research", "Switch off");
    assertThat(marc.get("/agents").is(200).text()).doesNotContain("Switch off");
    assertThat(marc.get("/api/leads/" + lead + "/export").is(200).text())
        .contains("They buy in March");
    marc.post("/api/leads/" + lead + "/erase", Map.of("reason", "asked for it")).is(200);
    mona.get(proposal).isProblem(404);
  }

  @Test
  void a_draft_of_a_message_is_read_by_whoever_sees_the_lead_and_nothing_is_sent() {
    String lead = hotLead();
    String owner = owner(lead);

    JsonNode draft = baton.as(owner).get("/api/leads/" + lead + "/draft").is(200).json();

    assertThat(draft.at("/text").asText()).startsWith("Hello Ada,").contains("asking for a demo");
    assertThat(draft.at("/reasons")).isNotEmpty();
    baton.as("dora").get("/api/leads/" + lead + "/draft").isProblem(403);
    baton.as(owner).post("/api/leads/" + lead + "/draft/polish", Map.of()).isProblem(409);
    assertThat(baton.as(owner).get("/leads/" + lead + "/work").is(200).text())
        .contains("Draft of a message", "Hello Ada,", "Nothing is sent by itself");
  }

  @Test
  void the_control_room_says_why_a_proposal_was_withdrawn() {
    set(true);
    String lead = hotLead();
    String owner = owner(lead);
    run.run();
    JsonNode waiting = waiting(lead);
    String proposal = "/api/agents/proposals/" + waiting.at("/id").asText();
    suppressions.suppress(lead, "asked", "marc", clock.instant());

    run.run();

    JsonNode ended = mona.get(proposal).is(200).json();
    assertThat(ended.at("/state").asText()).isEqualTo("ended");
    assertThat(ended.at("/answer/reason").asText()).isEqualTo("Nobody is to contact them any more");
    assertThat(ended.at("/answer/by").isMissingNode()).isTrue();
    baton.as(owner).post(proposal, Map.of("decision", "approve")).isProblem(409);
    assertThat(agent().at("/ended").asInt()).isPositive();
    assertThat(mona.get("/agents").is(200).text())
        .contains("Why withdrawn", "Nobody is to contact them any more");
  }

  @Test
  void what_is_no_switch_is_refused() {
    mona.send("PUT", RESEARCH, HttpCaller.OBJECT, "{}").isProblem(422, "on");
    mona.send("PUT", RESEARCH, HttpCaller.OBJECT, "{\"on\":\"yes\"}").isProblem(422, "on");
    mona.get(RESEARCH + "/proposals?state=odd").isProblem(422, "state");
    mona.get("/api/agents/none/proposals").isProblem(404);
  }

  private JsonNode agent() {
    for (JsonNode one : mona.get("/api/agents").is(200).at("/items")) {
      if (one.at("/name").asText().equals("research-account")) {
        return one;
      }
    }
    throw new AssertionError("There is no account research");
  }

  private static JsonNode of(JsonNode page, String lead) {
    for (JsonNode one : page.at("/items")) {
      if (one.at("/leadId").asText().equals(lead)) {
        return one;
      }
    }
    return page.at("/none");
  }

  private String hotLead() {
    Map<String, Object> lead = new HashMap<>();
    lead.put("email", "ada@" + UUID.randomUUID() + ".example");
    lead.put("firstName", "Ada");
    lead.put("companySize", 120);
    lead.put("industry", "SaaS");
    lead.put("jobTitle", "VP Sales");
    return new LeadsOverHttp(marc).ask(lead);
  }
}
