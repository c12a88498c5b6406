package dev.baton.know.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.LeadsOverHttp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Attribution as marketing asks for it, on one database. */
abstract class AttributionJourney {
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String email = "ada@%s.example".formatted(UUID.randomUUID());
  private HttpCaller baton;
  private HttpCaller marc;
  private LeadsOverHttp leads;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    marc = baton.as("marc");
    leads = new LeadsOverHttp(baton);
  }

  private String name(String word) {
    return word + "-" + run;
  }

  private String send(String type, String source, String campaign, Map<String, Object> properties) {
    return send(type, source, campaign, Instant.now(), properties);
  }

  private String send(
      String type,
      String source,
      String campaign,
      Instant occurredAt,
      Map<String, Object> properties) {
    Map<String, Object> signal = new HashMap<>();
    signal.put("type", type);
    signal.put("occurredAt", occurredAt.toString());
    signal.put("properties", properties);
    signal.put("lead", Map.of("email", email, "companySize", 120, "industry", "SaaS"));
    if (source != null) {
      signal.put("source", name(source));
    }
    if (campaign != null) {
      signal.put("campaign", name(campaign));
    }
    return marc.post("/api/signals", signal).is(200).at("/lead/id").asText();
  }

  /** Webinar, then an ad, then a click of a scanner, then a demo request without a source. */
  private String mql() {
    Instant now = Instant.now();
    send("webinar_attended", "webinar", "spring", now.minusSeconds(7200), Map.of());
    send("ad_clicked", "search", "summer", now.minusSeconds(3600), Map.of());
    send(
        "email_clicked",
        "scanner",
        "trap",
        now.minusSeconds(600),
        Map.of("sentAt", now.minusSeconds(605).toString()));
    String lead = send("demo_requested", null, null, now.minusSeconds(60), Map.of());
    baton.as("mona").await("/api/leads/" + lead, l -> l.at("/handoff").hasNonNull("owner"));
    return lead;
  }

  private static JsonNode row(Answer answer, String key) {
    for (JsonNode row : answer.is(200).at("/rows")) {
      if (row.at("/key").asText().equals(key)) {
        return row;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private static BigDecimal sum(Answer answer) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : answer.at("/rows")) {
      sum = sum.add(row.at("/credits").decimalValue());
    }
    return sum;
  }

  @Test
  void credits_sum_to_what_the_funnel_counts_whatever_the_model_goal_and_cut() {
    leads.win(mql(), 9000);
    Map<String, String> stages = Map.of("mql", "mql", "sql", "sql", "won", "customer");
    for (String basis : List.of("cohort", "period")) {
      JsonNode funnel = marc.get("/api/insight/funnel?basis=" + basis).is(200).at("/total");
      for (String goal : stages.keySet()) {
        for (String model : AttributionModel.WORDS) {
          for (String by : List.of("source", "campaign", "type", "models")) {
            Answer answer =
                marc.get(
                        "/api/know/attribution?model=%s&goal=%s&by=%s&basis=%s"
                            .formatted(model, goal, by, basis))
                    .is(200);
            long counted = funnel.at("/" + stages.get(goal)).asLong();
            assertThat(counted).isPositive();
            assertThat(answer.at("/n").asLong()).isEqualTo(counted);
            assertThat(sum(answer)).isEqualByComparingTo(BigDecimal.valueOf(counted));
          }
        }
      }
    }
  }

  @Test
  void a_goal_is_split_over_what_was_recorded_before_it_and_scanners_have_no_part() {
    String lead = mql();
    send("form_submitted", "late", "late", Instant.now().minusSeconds(10_000), Map.of());
    Answer linear = marc.get("/api/know/attribution?model=linear&goal=mql&by=source");
    assertThat(row(linear, name("webinar")).at("/credits").asDouble()).isEqualTo(0.5);
    assertThat(row(linear, name("search")).at("/credits").asDouble()).isEqualTo(0.5);
    assertThat(row(linear, name("scanner")).isMissingNode()).isTrue();
    assertThat(row(linear, name("late")).isMissingNode()).isTrue();
    Answer first = marc.get("/api/know/attribution?model=first&goal=mql&by=campaign");
    assertThat(row(first, name("spring")).at("/credits").asDouble()).isEqualTo(1);
    Answer last = marc.get("/api/know/attribution?model=last&goal=mql&by=campaign");
    assertThat(row(last, name("summer")).at("/credits").asDouble()).isEqualTo(1);
    JsonNode goal = goal(lead);
    assertThat(goal.at("/credits")).hasSize(2);
    assertThat(goal.at("/credits/0/source").asText()).isEqualTo(name("webinar"));
    assertThat(goal.at("/credits/0/credit").decimalValue()).isEqualByComparingTo("0.5");
  }

  private JsonNode goal(String lead) {
    for (int page = 0; ; page++) {
      Answer goals = marc.get("/api/know/attribution/goals?goal=mql&page=" + page).is(200);
      for (JsonNode item : goals.at("/items")) {
        if (item.at("/leadId").asText().equals(lead)) {
          return item;
        }
      }
      assertThat(goals.json().hasNonNull("next")).as("a page with " + lead).isTrue();
    }
  }

  @Test
  void only_goals_of_one_definition_where_that_is_asked_for() {
    mql();
    Answer by = marc.get("/api/know/attribution?goal=mql&by=models");
    String hash = by.at("/rows/0/key").asText();
    Answer one = marc.get("/api/know/attribution?goal=mql&models=" + hash).is(200);
    assertThat(one.at("/n").asLong()).isEqualTo(by.at("/rows/0/n").asLong()).isPositive();
    assertThat(marc.get("/api/know/attribution?goal=mql&models=unknown").at("/n").asLong())
        .isZero();
  }

  @Test
  void imported_costs_tell_what_a_goal_cost_and_what_came_back() {
    leads.win(mql(), 9000);
    String month = Instant.now().toString().substring(0, 7);
    String csv =
        "campaign;month;amount;currency\n\"%s\";%s;1.500,00;EUR\n%s;%s;250;EUR\n"
            .formatted(
                name("Spring").toUpperCase(java.util.Locale.ROOT), month, name("idle"), month);
    Answer taken = marc.send("PUT", "/api/know/costs", "text/csv", csv);
    assertThat(taken.is(200).at("/rows").asInt()).isEqualTo(2);

    Answer won = marc.get("/api/know/attribution?goal=won&by=campaign&model=linear");
    JsonNode spring = row(won, name("spring"));
    assertThat(spring.at("/won/EUR").asDouble()).isEqualTo(4500);
    assertThat(spring.at("/cost/EUR").asDouble()).isEqualTo(1500);
    assertThat(spring.at("/costPerGoal/EUR").asDouble()).isEqualTo(3000);
    assertThat(spring.at("/returned/EUR").asDouble()).isEqualTo(2, within(0.0001));
    JsonNode idle = row(won, name("idle"));
    assertThat(idle.at("/credits").asDouble()).isZero();
    assertThat(idle.has("costPerGoal")).isFalse();

    for (String by : List.of("source", "campaign", "type", "models")) {
      String page = marc.get("/know?range=all&goal=won&by=" + by).is(200).text();
      assertThat(page).contains("What led to").doesNotContain("Nobody reached this goal");
    }
    assertThat(marc.get("/know?range=all&goal=won&by=campaign").text())
        .contains(name("spring"), "1,500 EUR", "200 % EUR");
    assertThat(marc.get("/know?from=2026-02-30&goal=love&model=x").is(200).text())
        .contains("Not a day we know");

    Map<String, Object> nothing =
        Map.of("campaign", name("idle"), "month", month, "amount", 0, "currency", "EUR");
    marc.send(
            "PUT",
            "/api/know/costs",
            HttpCaller.OBJECT,
            HttpCaller.json(Map.of("costs", List.of(nothing))))
        .is(200);
    assertThat(marc.get("/api/know/costs").is(200).text())
        .contains(name("spring"))
        .doesNotContain(name("idle"));
  }

  @Test
  void a_wrong_row_is_named_and_none_is_kept() {
    String csv = "campaign,month,amount,currency\n%s,2026-13,x,EURO\n%s,2026-11,5,EUR\n";
    Answer refused =
        marc.send("PUT", "/api/know/costs", "text/csv", csv.formatted(name("a"), name("b")));
    refused.isProblem(422, "line 2, month");
    refused.isProblem(422, "line 2, amount");
    refused.isProblem(422, "line 2, currency");
    marc.send("PUT", "/api/know/costs", "text/csv", "a,b\n1,2\n").isProblem(422, "campaign");
    marc.send("PUT", "/api/know/costs", HttpCaller.OBJECT, "{\"costs\": [1]}")
        .isProblem(422, "costs[0]");
    assertThat(marc.get("/api/know/costs").text()).doesNotContain(name("b"));
  }

  @Test
  void words_that_are_none_are_refused_with_those_that_are() {
    marc.get("/api/know/attribution?model=magic").isProblem(422, "model");
    marc.get("/api/know/attribution?goal=love").isProblem(422, "goal");
    marc.get("/api/know/attribution?by=mood&from=x").isProblem(422, "by");
  }
}
