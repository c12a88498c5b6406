package dev.baton.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each change of a lead's consent keeps its words, its time and its source. */
abstract class ConsentJourney {
  @Autowired ConsentHistory consents;

  @Test
  void each_change_of_consent_is_kept_with_its_words_its_time_and_its_source(
      @LocalServerPort int port) {
    HttpCaller marc = HttpCaller.at(port).as("marc");
    String email = UUID.randomUUID() + "@consent.example";
    Map<String, Object> yes =
        Map.of("email", true, "text", "I agree to get mails.", "at", "2026-01-02T03:04:05Z");
    JsonNode first =
        marc.post(
                "/api/signals",
                Map.of(
                    "type",
                    "form_submitted",
                    "source",
                    "spring-webinar",
                    "lead",
                    Map.of("email", email, "consent", yes)))
            .is(200)
            .json();
    String lead = first.at("/lead/id").asText();
    marc.post("/api/signals", Map.of("type", "unsubscribed", "lead", Map.of("email", email)))
        .is(200);

    List<ConsentChange> changes = consents.of(lead);

    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).ways()).isEqualTo(Map.of("email", false));
    assertThat(changes.get(0).source()).isEqualTo("unsubscribed");
    assertThat(changes.get(1).ways()).isEqualTo(Map.of("email", true));
    assertThat(changes.get(1).text()).isEqualTo("I agree to get mails.");
    assertThat(changes.get(1).saidAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(changes.get(1).source()).isEqualTo("spring-webinar");
    HttpRequest.Builder page =
        HttpRequest.newBuilder(marc.root().resolve("/leads/" + lead)).header("Accept", "text/html");
    assertThat(marc.send(page).is(200).text())
        .contains("I agree to get mails.")
        .contains("May be e-mailed: yes")
        .contains("May be e-mailed: no");
    assertThat(marc.get("/api/leads/" + lead + "/export").is(200).text())
        .contains("I agree to get mails.")
        .contains("2026-01-02T03:04:05Z");
  }
}
