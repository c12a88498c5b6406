package dev.baton;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What happens to a lead, as marketing and a manager tell it over HTTP. */
public record LeadsOverHttp(HttpCaller baton) {
  private static final Map<String, Object> NEED =
      Map.of("need", Map.of("met", true, "evidence", "said so"));

  /** A demo request: its lead's id. */
  public String ask(Map<String, Object> lead, Map<String, Object> properties) {
    return baton
        .as("marc")
        .post(
            "/api/signals",
            Map.of("type", "demo_requested", "properties", properties, "lead", lead))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  /** The lead's handoff, once it has an owner. */
  public JsonNode handoff(String lead) {
    return baton
        .as("mona")
        .await("/api/leads/" + lead, l -> l.at("/handoff").hasNonNull("owner"))
        .at("/handoff");
  }

  public void answer(String lead, String question, Map<String, Object> answer) {
    String handoff = handoff(lead).at("/id").asText();
    baton.as("mona").post("/api/handoffs/%s/%s".formatted(handoff, question), answer).is(200);
  }

  public void reject(String lead) {
    answer(
        lead,
        "review",
        Map.of("decision", "reject", "reason", "low_intent", "note", "Only <looking>"));
  }

  public void openDeal(String lead) {
    answer(lead, "review", Map.of("decision", "accept"));
    answer(
        lead,
        "qualification",
        Map.of("framework", "bant", "decision", "qualify", "criteria", NEED));
    answer(lead, "touch", Map.of("kind", "call", "outcome", "connected"));
    answer(
        lead,
        "opportunity",
        Map.of("value", 12500, "currency", "EUR", "stage", "proposal", "nextStep", "Send it"));
  }

  public void win(String lead, int value) {
    openDeal(lead);
    answer(lead, "outcome", Map.of("outcome", "won", "value", value));
  }
}
