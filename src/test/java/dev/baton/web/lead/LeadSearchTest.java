package dev.baton.web.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.OnH2;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code GET /api/leads}: a lead is found by each of its identities, and its answer names them. */
@OnH2
class LeadSearchTest {
  private final String tag = UUID.randomUUID().toString();
  private final String email = tag + "@müller.example";
  private HttpCaller marc;
  private String id;

  @BeforeEach
  void come(@LocalServerPort int port) {
    marc = HttpCaller.at(port).as("marc");
    Map<String, Object> lead =
        Map.of("email", email, "externalId", "crm " + tag, "visitorId", "visitor " + tag);
    id =
        marc.post("/api/signals", Map.of("type", "page_view", "lead", lead))
            .is(200)
            .at("/lead/id")
            .asText();
  }

  private Answer find(String field, String value) {
    return marc.get("/api/leads?" + field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
        .is(200);
  }

  @Test
  void a_lead_is_found_by_each_of_its_identities_and_its_answer_names_them() {
    for (Map.Entry<String, String> identity :
        Map.of(
                "email", "\u00A0" + email.toUpperCase(),
                "externalId", "crm " + tag,
                "visitorId", "visitor " + tag)
            .entrySet()) {
      Answer found = find(identity.getKey(), identity.getValue());
      assertThat(found.at("/items")).hasSize(1);
      assertThat(found.at("/items/0/id").asText()).isEqualTo(id);
      assertThat(found.at("/items/0/email").asText()).isEqualTo(email);
      assertThat(found.at("/items/0/externalId").asText()).isEqualTo("crm " + tag);
      assertThat(found.at("/items/0/visitorIds/0").asText()).isEqualTo("visitor " + tag);
    }
    Answer lead = marc.get("/api/leads/" + id).is(200);
    assertThat(lead.at("/externalId").asText()).isEqualTo("crm " + tag);
    assertThat(lead.at("/visitorIds/0").asText()).isEqualTo("visitor " + tag);
  }

  @Test
  void a_domain_in_punycode_is_the_same_address() {
    String punycode = tag + "@xn--mller-kva.example";
    assertThat(find("email", punycode).at("/items/0/id").asText()).isEqualTo(id);
    Answer again =
        marc.post("/api/signals", Map.of("type", "page_view", "lead", Map.of("email", punycode)))
            .is(200);
    assertThat(again.at("/lead/id").asText()).isEqualTo(id);
    assertThat(again.at("/lead/email").asText()).isEqualTo(email);
  }

  @Test
  void an_identity_of_nobody_finds_nobody() {
    for (String field : new String[] {"email", "externalId", "visitorId"}) {
      assertThat(find(field, "nobody " + tag).at("/items")).isEmpty();
      assertThat(find(field, "").at("/items")).isEmpty();
    }
    Answer both = marc.get("/api/leads?externalId=nobody&visitorId=" + "visitor+" + tag).is(200);
    assertThat(both.at("/items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"external_id", "Email", "foo", "limit", "id"})
  void an_unknown_parameter_is_refused_with_the_known_ones(String name) {
    Answer refused = marc.get("/api/leads?" + name + "=x");
    refused.isProblem(422, name);
    assertThat(refused.at("/detail").asText()).contains(name, "externalId", "visitorId", "stage");
    assertThat(refused.at("/errors/0/allowed").toString()).contains("email", "owner", "page");
  }

  @Test
  void a_lead_is_found_by_its_name_and_comes_as_a_file_too() {
    Map<String, Object> lead =
        Map.of("email", email, "firstName", "Zaha", "lastName", tag, "company", "=Formula");
    marc.post("/api/signals", Map.of("type", "page_view", "lead", lead, "source", "fair")).is(200);

    Answer found = find("q", tag + " zaha");
    assertThat(found.at("/items")).hasSize(1);
    assertThat(found.at("/items/0/name").asText()).isEqualTo("Zaha " + tag);
    assertThat(found.at("/items/0/source").asText()).isEqualTo("fair");
    assertThat(found.at("/items/0/score").isInt()).isTrue();

    Answer file = marc.get("/api/leads.csv?q=" + tag).is(200);
    assertThat(file.type()).startsWith("text/csv");
    assertThat(file.text().lines())
        .hasSize(2)
        .first()
        .isEqualTo(
            "id,email,externalId,visitorIds,name,company,stage,since,source,campaign,score,"
                + "handoffId,state,owner,band,dueAt");
    assertThat(file.text()).contains("visitor " + tag, "'=Formula");
  }

  @ParameterizedTest
  @ValueSource(strings = {"minScore=many", "sort=name", "stage=NONE", "page=-1"})
  void a_filter_that_makes_no_sense_is_told_by_its_name(String filter) {
    marc.get("/api/leads?" + filter).isProblem(422, filter.substring(0, filter.indexOf('=')));
  }
}
