package dev.baton;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What happens to a lead, as marketing and a manager tell it over HTTP. */
public record LeadsOverHttp(HttpCaller baton) {
  private static final Map<String, Object> NEED =
      Map.of("need", Map.of("met", true, "evidence", "said so"));

  /** A demo request: its lead's id. */
  public String ask(Map<String, Object> lead) {
    return does(Map.of("type", "demo_requested", "lead", lead));
  }

  public String ask(Map<String, Object> lead, Map<String, Object> properties) {
    return does(Map.of("type", "demo_requested", "properties", properties, "lead", lead));
  }

  /** They want to hear no more in this way, such as {@code email}. */
  public void withdraw(String email, String way) {
    does(
        Map.of("type", "page_view", "lead", Map.of("email", email, "consent", Map.of(way, false))));
  }

  private String does(Map<String, Object> signal) {
    return baton.as("marc").post("/api/signals", signal).is(200).at("/lead/id").asText();
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
