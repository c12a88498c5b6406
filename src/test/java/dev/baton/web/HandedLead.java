package dev.baton.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.alert.message.AnswerLinkIssuer;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lead of rita's, in a team that only she is of: nora sees nothing of it. */
public record HandedLead(String id, String handoff, String email, String name) {

  public static HandedLead of(HttpCaller baton, JdbcClient db, String firstName)
      throws InterruptedException {
    String last = "Lane" + UUID.randomUUID().toString().substring(0, 6);
    String email = last.toLowerCase() + "@acme.example";
    Map<String, Object> person =
        Map.of(
            "email",
            email,
            "firstName",
            firstName,
            "lastName",
            last,
            "company",
            "Acme & Sons",
            "companySize",
            120,
            "industry",
            "SaaS",
            "jobTitle",
            "VP Sales");
    Map<String, Object> signal =
        Map.of(
            "type",
            "demo_requested",
            "source",
            "webinar",
            "properties",
            Map.of("message", "We lose leads <b>every</b> week."),
            "lead",
            person);
    String id = baton.as("marc").post("/api/signals", signal).is(200).at("/lead/id").asText();
    String handoff =
        baton
            .as("mona")
            .await("/api/leads/" + id, HandedLead::isAtReview)
            .at("/handoff/id")
            .asText();
    // what earlier tests left would push this one off a short list
    db.sql("update handoff set owner = 'ben', team = 'default' where owner = 'rita'").update();
    db.sql("update handoff set owner = 'rita', team = 'south' where id = ?")
        .param(handoff)
        .update();
    db.sql("update deadline set owner = 'rita' where handoff_id = ?").param(handoff).update();
    return new HandedLead(id, handoff, email, firstName + " " + last);
  }

  private static boolean isAtReview(JsonNode lead) {
    return lead.at("/handoff/deadlines").findValuesAsText("clock").contains("review");
  }

  /** The path of a link that somebody gets by mail. */
  public String mailedTo(String person, String clock, AnswerLinkIssuer issuer, JdbcClient db) {
    long deadline =
        db.sql("select max(id) as id from deadline where handoff_id = ? and clock = ?")
            .param(handoff)
            .param(clock)
            .query(Long.class)
            .single();
    return URI.create(issuer.link(deadline, person).orElseThrow()).getPath();
  }

  public String path() {
    return "/leads/" + id;
  }
}
