package dev.baton.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who hears of companies that are hot. */
@OnH2
class HotAccountNoticesTest {
  @Autowired HotAccountNotices notices;
  @Autowired JdbcClient db;
  private final String domain =
      "hot%s.example".formatted(UUID.randomUUID().toString().substring(0, 8));
  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    forget();
  }

  @AfterEach
  void forget() {
    db.sql("delete from notice where kind = 'hot_accounts'").update();
  }

  private String warm(String name, String title) {
    for (String type : List.of("demo_requested", "pricing_page_view", "review_site_research")) {
      baton
          .as("marc")
          .post(
              "/api/signals",
              Map.of(
                  "type",
                  type,
                  "lead",
                  Map.of(
                      "email",
                      name + "@" + domain,
                      "company",
                      domain,
                      "companySize",
                      800,
                      "industry",
                      "SaaS",
                      "jobTitle",
                      title)))
          .is(200);
    }
    return baton
        .as("marc")
        .get("/api/leads?email=%s@%s".formatted(name, domain))
        .is(200)
        .at("/items/0/id")
        .asText();
  }

  private List<String> told() {
    List<String> to = new ArrayList<>();
    for (JsonNode one : baton.as("mona").get("/api/alerts").is(200).at("/items")) {
      if (one.at("/kind").asText().equals("hot_accounts")) {
        to.add(one.at("/to").asText());
      }
    }
    return to.stream().distinct().toList();
  }

  @Test
  void marketing_hears_of_hot_companies_once_a_week_and_a_rep_of_those_they_may_read() {
    String lead = warm("ada", "VP Sales");
    warm("bob", "CFO");
    warm("cleo", "Marketing Manager");
    String account = baton.as("marc").get("/api/leads/" + lead).is(200).at("/accountId").asText();
    JsonNode known = baton.as("marc").get("/api/accounts/" + account).is(200).json();
    assertThat(known.at("/score/band").asText()).as(known.toString()).isEqualTo("hot");
    baton
        .as("mona")
        .send(
            "PUT",
            "/api/accounts/%s/owner".formatted(account),
            HttpCaller.OBJECT,
            HttpCaller.json(Map.of("owner", "rita")))
        .is(200);

    notices.tell();
    notices.tell();

    assertThat(told()).contains("marc", "rita").doesNotContain("mona", "dora", "admin");
    assertThat(
            db.sql("select briefing from notice where kind = 'hot_accounts' and recipient = 'rita'")
                .query(String.class)
                .single())
        .contains(domain + ": score ", "people active in 30 days");
  }
}
