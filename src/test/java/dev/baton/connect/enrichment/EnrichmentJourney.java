package dev.baton.connect.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.LeadsOverHttp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What another system knows of companies, before their leads are routed, on one database. */
@DirtiesContext
abstract class EnrichmentJourney {
  private static final KnownCompanies COMPANIES = new KnownCompanies();
  private static final String ALL =
      """
      {"name": "Told Elsewhere", "employees": 640, "industry": "SaaS",
       "location": {"country": "Germany"}, "email": "boss@elsewhere.example"}
      """;

  @DynamicPropertySource
  static void set(DynamicPropertyRegistry properties) {
    properties.add("baton.enrichment.url", COMPANIES::url);
    properties.add("baton.enrichment.header", () -> "X-Api-Key");
    properties.add("baton.enrichment.secret", () -> "the-key");
    properties.add("baton.enrichment.daily-budget", () -> 40);
  }

  @Autowired JdbcClient db;
  @Autowired RuntimeService runtime;
  private final String domain =
      "e%s.example".formatted(UUID.randomUUID().toString().substring(0, 8));
  private HttpCaller marc;

  @BeforeEach
  void call(@LocalServerPort int port) {
    marc = HttpCaller.at(port).as("marc");
    db.sql("delete from enrichment_day").update();
  }

  private String lead(String name, Map<String, Object> more) {
    Map<String, Object> lead = new HashMap<>(more);
    lead.put("email", "%s@%s".formatted(name, domain));
    return new LeadsOverHttp(marc).ask(lead);
  }

  private JsonNode routed(String lead) {
    return marc.await(
        "/api/leads/" + lead, seen -> !seen.at("/handoff/owner").asText("").isEmpty());
  }

  private Map<String, String> profile(String lead) {
    Map<String, String> known = new HashMap<>();
    db.sql("select field, content from profile_value where lead_id = ? order by id")
        .param(lead)
        .query(
            row -> {
              known.put(row.getString("field"), row.getString("content"));
            });
    return known;
  }

  private static String enriched(JsonNode lead) {
    for (JsonNode entry : lead.at("/timeline")) {
      if (entry.at("/what").asText().equals("enriched")) {
        return entry.at("/detail").asText();
      }
    }
    return "";
  }

  @Test
  void what_is_unknown_is_filled_before_the_lead_is_routed_and_what_was_said_stands() {
    COMPANIES.knows(domain, ALL);

    String lead = lead("ada", Map.of("industry", "Retail"));

    assertThat(enriched(routed(lead)))
        .isEqualTo("enrichment of %s: learned, company, companySize, country".formatted(domain));
    assertThat(profile(lead))
        .containsEntry("companySize", "640")
        .containsEntry("country", "DE")
        .containsEntry("industry", "Retail");
    assertThat(
            db.sql("select count(*) as n from lead where email = 'boss@elsewhere.example'")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(COMPANIES.calls()).contains(domain + " the-key");
    assertThat(
            db.sql(
                    """
                    select p.recorded_at <= r.chosen_at as before_routing from profile_value p
                      join (select min(l.routed_at) as chosen_at from routing_entry l
                        join handoff h on h.id = l.handoff_id where h.lead_id = :lead) r on true
                    where p.lead_id = :lead and p.field = 'companySize'
                    """)
                .param("lead", lead)
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(marc.get("/leads/" + lead).is(200).text())
        .contains("Learned of %s from another system".formatted(domain));
  }

  @Test
  void a_company_is_asked_about_once_in_some_days() {
    COMPANIES.knows(domain, ALL);

    routed(lead("ada", Map.of()));
    String bob = lead("bob", Map.of());

    assertThat(enriched(routed(bob))).contains("learned");
    assertThat(COMPANIES.asked(domain)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          500             | failed, it answered 500
          302             | failed, it answered 302
          401             | failed, it answered 401
          404             | nothing, nothing that wasn't known
          <html>          | failed, its answer is no JSON object
          "text"          | failed, its answer is no JSON object
          {"employees"    | failed, its answer is no JSON object
          {"other": true} | nothing, nothing that wasn't known
          """)
  void whatever_it_answers_the_lead_goes_on_and_says_why(String answer, String why) {
    COMPANIES.knows(domain, answer);

    String lead = lead("ada", Map.of());

    assertThat(enriched(routed(lead))).endsWith(why);
    assertThat(runtime.createIncidentQuery().count()).isZero();
  }

  @Test
  void a_slow_answer_holds_a_lead_for_three_seconds_at_most() {
    COMPANIES.knows(domain, "slow");
    Instant before = Instant.now();

    String lead = lead("ada", Map.of());

    assertThat(enriched(routed(lead))).containsAnyOf("late", "failed");
    assertThat(Duration.between(before, Instant.now()))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(20));
    assertThat(runtime.createIncidentQuery().count()).isZero();
  }

  @Test
  void a_day_has_its_budget() {
    db.sql("delete from enrichment_day").update();
    db.sql("insert into enrichment_day (called_on, calls) values (?, 40)")
        .param(Instant.now().atZone(ZoneOffset.UTC).toLocalDate())
        .update();
    COMPANIES.knows(domain, ALL);

    String lead = lead("ada", Map.of());

    assertThat(enriched(routed(lead))).endsWith("the budget of 40 calls a day is used up");
    assertThat(COMPANIES.asked(domain)).isZero();
  }

  @Test
  void free_mail_is_asked_of_nobody() {
    Map<String, Object> signal =
        Map.of(
            "type",
            "demo_requested",
            "lead",
            Map.of("email", domain.replace('.', '-') + "@gmail.com"));
    String lead = marc.post("/api/signals", signal).is(200).at("/lead/id").asText();

    assertThat(enriched(routed(lead))).isEmpty();
    assertThat(COMPANIES.asked("gmail.com")).isZero();
  }
}
