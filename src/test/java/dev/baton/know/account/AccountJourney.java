package dev.baton.know.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A company with its score and buying group as people see it, on one database. */
abstract class AccountJourney {
  private final String domain =
      "c%s.example".formatted(UUID.randomUUID().toString().substring(0, 8));
  private HttpCaller baton;
  private HttpCaller marc;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    marc = baton.as("marc");
  }

  private String send(String name, String title, String type) {
    Map<String, Object> lead = new HashMap<>();
    lead.put("email", name + "@" + domain);
    lead.put("firstName", name);
    lead.put("companySize", 800);
    lead.put("industry", "SaaS");
    if (title != null) {
      lead.put("jobTitle", title);
    }
    return marc.post("/api/signals", Map.of("type", type, "lead", lead))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  private String account(String lead) {
    return marc.get("/api/leads/" + lead).is(200).at("/accountId").asText();
  }

  private JsonNode read(String account) {
    return marc.get("/api/accounts/" + account).is(200).json();
  }

  private static List<String> texts(JsonNode list, String pointer) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.at(pointer).asText()));
    return texts;
  }

  private static String member(JsonNode account, String role) {
    for (JsonNode one : account.at("/group")) {
      if (one.at("/role").asText().equals(role)) {
        return one.path("leadId").asText("");
      }
    }
    throw new AssertionError("No role " + role + " in " + account);
  }

  @Test
  void a_company_is_as_warm_as_its_people_and_says_why_and_who_is_missing() {
    String ada = send("ada", "VP Sales", "demo_requested");
    String account = account(ada);
    JsonNode one = read(account);
    assertThat(one.at("/segment").asText()).isEqualTo("large");
    assertThat(texts(one.at("/group"), "/role"))
        .containsExactly("decision_maker", "champion", "user", "finance");
    assertThat(member(one, "decision_maker")).isEqualTo(ada);
    assertThat(texts(one.at("/missing"), "")).containsExactly("Champion", "User", "Finance");
    int before = one.at("/score/total").asInt();
    assertThat(
            one.at("/score/contributions").findValues("points").stream()
                .mapToInt(JsonNode::asInt)
                .sum())
        .isEqualTo(before)
        .isPositive();
    assertThat(texts(one.at("/score/contributions"), "/rule"))
        .containsExactlyInAnyOrder("active-one", "warm-one", "decider-active", "fit-good");

    String cleo = send("cleo", "Leiterin Einkauf", "page_view");
    String mara = send("mara", "Marketing Manager", "pricing_page_view");
    String untold = send("uli", null, "page_view");
    send("uli", null, "funding_event");
    JsonNode four = read(account);
    assertThat(member(four, "finance")).isEqualTo(cleo);
    assertThat(member(four, "champion")).isEqualTo(mara);
    assertThat(texts(four.at("/missing"), "")).containsExactly("User");
    assertThat(texts(four.at("/group"), "/leadId")).doesNotContain(untold);
    assertThat(four.at("/people").asInt()).isEqualTo(4);
    assertThat(texts(four.at("/score/contributions"), "/rule"))
        .contains("active-many", "money-raised");
    assertThat(four.at("/score/total").asInt()).isGreaterThan(before);
    assertThat(marc.get("/accounts/" + account).is(200).text())
        .contains("Still missing: User", "Somebody who decides was active", "mara");
    assertThat(texts(marc.get("/api/accounts").is(200).at("/items"), "/id")).contains(account);
    assertThat(marc.get("/accounts").is(200).text()).contains("/accounts/" + account);
  }

  @Test
  void a_rep_reads_companies_of_their_leads_only() {
    String ada = send("ada", "VP Sales", "page_view");
    String account = account(ada);
    baton.as("rita").get("/api/accounts/" + account).isProblem(404);
    assertThat(texts(baton.as("rita").get("/api/accounts").is(200).at("/items"), "/id"))
        .doesNotContain(account);

    baton
        .as("mona")
        .send(
            "PUT",
            "/api/accounts/%s/owner".formatted(account),
            HttpCaller.OBJECT,
            HttpCaller.json(Map.of("owner", "rita")))
        .is(200);
    JsonNode seen = baton.as("rita").get("/api/accounts/" + account).is(200).json();
    assertThat(seen.at("/missing").toString()).doesNotContain("Decision maker");
    assertThat(member(seen, "decision_maker")).as("a lead that isn't hers").isEmpty();
    assertThat(seen.toString()).doesNotContain("\"ada\"");
    assertThat(baton.as("rita").get("/accounts/" + account).is(200).text())
        .contains("Somebody of another team’s leads");
  }

  @Test
  void an_account_that_is_none_is_not_found() {
    marc.get("/api/accounts/none").isProblem(404);
    marc.get("/accounts/none").is(404);
  }
}
