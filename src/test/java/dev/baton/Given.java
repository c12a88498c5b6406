package dev.baton;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/** A lead that raised its hand and waits for the review of a rep. */
record Given(String lead, String handoff, String company) {

  static Given aLeadOf(String rep, Client baton) throws InterruptedException {
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
    Given given = new Given(lead, routed.at("/handoff/id").asText(), company);
    given.task(baton);
    if (!routed.at("/handoff/owner").asText().equals(rep)) {
      baton
          .as("mona")
          .post(
              "/api/handoffs/" + given.handoff() + "/reassign",
              Map.of("rep", rep, "reason", "knows them"))
          .is(200);
    }
    return given;
  }

  /** The id of the task that is open, as soon as there is one. */
  String task(Client baton) throws InterruptedException {
    String tasks = "/engine-rest/task?maxResults=10&processInstanceBusinessKey=" + handoff;
    return baton.as("admin").await(tasks, found -> found.size() == 1).at("/0/id").asText();
  }

  void awaitState(String state, Client baton) throws InterruptedException {
    baton
        .as("mona")
        .await("/api/leads/" + lead, l -> l.at("/handoff/state").asText().equals(state));
  }
}
