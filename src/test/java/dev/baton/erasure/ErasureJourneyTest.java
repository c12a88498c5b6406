package dev.baton.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.OnPostgres;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person asks marketing what is held of them, and to be erased. */
@OnPostgres
class ErasureJourneyTest {
  private HttpCaller baton;

  @BeforeEach
  void open(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  @Test
  void marketing_exports_and_erases_a_person_who_is_unknown_from_then_on() {
    String lead = send("forget-me@journey.example");
    baton.as("mona").await("/api/leads/" + lead, l -> l.at("/handoff").hasNonNull("owner"));
    assertThat(baton.as("marc").get("/leads/" + lead).is(200).text())
        .contains("Download everything held of them", "Erase the person");
    assertThat(baton.as("mona").get("/leads/" + lead).is(200).text())
        .doesNotContain("Erase the person");

    HttpCaller.Answer export = baton.as("marc").get("/api/leads/" + lead + "/export").is(200);
    assertThat(export.at("/id").asText()).isEqualTo(lead);
    assertThat(export.at("/held/lead/0/email").asText()).isEqualTo("forget-me@journey.example");
    assertThat(export.at("/held/signal/0/recordedAt").asText()).endsWith("Z");
    assertThat(export.at("/processes/0/process").asText()).isEqualTo("lead-handoff");
    baton.as("marc").post("/api/leads/" + lead + "/erase", Map.of()).isProblem(422, "reason");
    baton.as("marc").post("/api/leads/nobody/erase", Map.of()).isProblem(404);

    HttpCaller.Answer erased =
        baton.as("marc").post("/api/leads/" + lead + "/erase", Map.of("reason", "asked")).is(200);

    assertThat(erased.at("/leadId").asText()).isEqualTo(lead);
    assertThat(erased.at("/records").asInt()).isEqualTo(1);
    baton.as("mona").get("/api/leads/" + lead).isProblem(404);
    baton.as("mona").get("/leads/" + lead).is(404);
    baton.as("marc").get("/api/leads/" + lead + "/export").isProblem(404);
    assertThat(baton.as("mona").get("/api/leads?email=forget-me@journey.example").at("/items"))
        .isEmpty();
    assertThat(baton.as("admin").get("/api/audit?what=person_erased").text()).contains(lead);
    assertThat(send("forget-me@journey.example")).isNotEqualTo(lead);
  }

  private String send(String email) {
    return baton
        .as("marc")
        .post("/api/signals", Map.of("type", "demo_requested", "lead", Map.of("email", email)))
        .is(200)
        .at("/lead/id")
        .asText();
  }
}
