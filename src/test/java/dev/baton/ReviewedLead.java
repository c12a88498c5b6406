package dev.baton;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/** A lead that raised its hand and waits for the review of a rep. */
public record ReviewedLead(String lead, String handoff, String company) {

  public static ReviewedLead aLeadOf(String rep, HttpCaller baton) throws InterruptedException {
    String company = "Acme " + UUID.randomUUID().toString().substring(0, 8);
    JsonNode sent =
        baton
            .as("marc")
            .post(
                "/api/signals",
                Map.of(
                    "type", "demo_requested",
                    "source", "webinar",
                    "lead",
                        Map.of(
                            "email",
                            UUID.randomUUID() + "@acme.example",
                            "company",
                            company,
                            "companySize",
                            120,
                            "industry",
                            "SaaS",
                            "jobTitle",
                            "VP Sales")))
            .is(200)
            .json();
    String lead = sent.at("/lead/id").asText();
    JsonNode routed =
        baton.as("mona").await("/api/leads/" + lead, l -> l.at("/handoff").hasNonNull("owner"));
    ReviewedLead reviewedLead = new ReviewedLead(lead, routed.at("/handoff/id").asText(), company);
    reviewedLead.task(baton);
    if (!routed.at("/handoff/owner").asText().equals(rep)) {
      baton
          .as("mona")
          .post(
              "/api/handoffs/" + reviewedLead.handoff() + "/reassign",
              Map.of("rep", rep, "reason", "knows them"))
          .is(200);
    }
    return reviewedLead;
  }

  /** The id of the task that is open, as soon as there is one. */
  String task(HttpCaller baton) throws InterruptedException {
    String tasks = "/engine-rest/task?maxResults=10&processInstanceBusinessKey=" + handoff;
    return baton.as("admin").await(tasks, found -> found.size() == 1).at("/0/id").asText();
  }

  void awaitState(String state, HttpCaller baton) throws InterruptedException {
    baton
        .as("mona")
        .await("/api/leads/" + lead, l -> l.at("/handoff/state").asText().equals(state));
  }
}
