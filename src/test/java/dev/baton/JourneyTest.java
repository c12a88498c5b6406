package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.EngineUsers;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** One lead through the whole application, by HTTP only. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties =
        "spring.datasource.url=jdbc:h2:mem:journey;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT")
class JourneyTest {
  @Autowired TestRestTemplate http;
  @Autowired EngineUsers users;
  @Autowired People people;

  @BeforeEach
  void hire() {
    users.createTeam("default", "Everybody in sales");
    hire("rita", Role.SALES);
    hire("mona", Role.MANAGER);
    hire("marc", Role.MARKETING);
  }

  private void hire(String id, Role role) {
    String email = id + "@baton.example";
    users.createRole(role.group(), role.group());
    users.saveUser(id, id, email, Optional.of("demo"), List.of(role.group()));
    people.save(new Person(id, id, email, role, "default", ZoneOffset.UTC, true));
  }

  @Test
  void a_demo_request_reaches_a_rep_and_ends_as_a_customer() throws Exception {
    String email = UUID.randomUUID() + "@acme.example";
    ResponseEntity<JsonNode> sent =
        as("marc")
            .postForEntity(
                "/api/signals",
                Map.of(
                    "type", "demo_requested",
                    "source", "webinar",
                    "lead",
                        Map.of(
                            "email",
                            email,
                            "companySize",
                            120,
                            "industry",
                            "SaaS",
                            "jobTitle",
                            "VP Sales")),
                JsonNode.class);
    assertThat(sent.getStatusCode()).isEqualTo(HttpStatus.OK);
    String lead = sent.getBody().at("/lead/id").asText();

    JsonNode routed = await(lead, l -> l.at("/handoff/owner").asText().equals("rita"));
    assertThat(routed.at("/stage").asText()).isEqualTo("MQL");
    assertThat(routed.at("/score/total").asInt()).isEqualTo(80);
    assertThat(due(routed, "review")).isEqualTo(Duration.ofHours(4));
    String handoff = "/api/handoffs/" + routed.at("/handoff/id").asText();

    assertThat(answer(handoff + "/review", Map.of("decision", "accept")))
        .isEqualTo("QUALIFICATION");
    assertThat(
            answer(
                handoff + "/qualification",
                Map.of(
                    "framework", "bant",
                    "decision", "qualify",
                    "criteria", Map.of("need", Map.of("met", true, "evidence", "said so")))))
        .isEqualTo("FIRST_TOUCH");
    assertThat(answer(handoff + "/touch", Map.of("kind", "call", "outcome", "connected")))
        .isEqualTo("OPPORTUNITY");
    assertThat(
            answer(
                handoff + "/opportunity",
                Map.of(
                    "value", 12500, "currency", "EUR", "stage", "proposal", "nextStep", "Send it")))
        .isEqualTo("OPPORTUNITY");
    assertThat(answer(handoff + "/outcome", Map.of("outcome", "won"))).isEqualTo("CLOSED");

    JsonNode won = lead(lead);
    assertThat(won.at("/stage").asText()).isEqualTo("CUSTOMER");
    assertThat(won.at("/handoff/result").asText()).isEqualTo("won");
    for (JsonNode deadline : won.at("/handoff/deadlines")) {
      assertThat(deadline.hasNonNull("metAt")).as(deadline.toString()).isTrue();
    }
  }

  private static Duration due(JsonNode lead, String clock) {
    for (JsonNode deadline : lead.at("/handoff/deadlines")) {
      if (deadline.at("/clock").asText().equals(clock)) {
        return Duration.between(
            Instant.parse(deadline.at("/startedAt").asText()),
            Instant.parse(deadline.at("/dueAt").asText()));
      }
    }
    throw new AssertionError("no clock " + clock + " in " + lead);
  }

  private String answer(String path, Map<String, Object> body) {
    ResponseEntity<JsonNode> response = as("rita").postForEntity(path, body, JsonNode.class);
    assertThat(response.getStatusCode()).as("%s", response.getBody()).isEqualTo(HttpStatus.OK);
    return response.getBody().at("/state").asText();
  }

  private TestRestTemplate as(String user) {
    return http.withBasicAuth(user, "demo");
  }

  private JsonNode lead(String id) {
    return as("mona").getForObject("/api/leads/" + id, JsonNode.class);
  }

  private JsonNode await(String id, Predicate<JsonNode> condition) throws InterruptedException {
    JsonNode lead = lead(id);
    for (int i = 0; i < 100 && !condition.test(lead); i++) {
      Thread.sleep(50);
      lead = lead(id);
    }
    assertThat(condition.test(lead)).as(lead.toPrettyString()).isTrue();
    return lead;
  }
}
