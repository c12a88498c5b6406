package dev.baton.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.OnH2;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code POST /api/signals} as the contract promises it. */
@OnH2
class SignalControllerTest {
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  @Autowired JdbcClient db;
  private final String email = UUID.randomUUID() + "@acme.example";
  private HttpCaller baton;
  private HttpCaller marc;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    marc = baton.as("marc");
  }

  // Three shapes

  @Test
  void one_signal_answers_with_its_lead() {
    Answer answer = marc.post("/api/signals", signal(Map.of())).is(200);

    assertThat(answer.at("/lead/email").asText()).isEqualTo(email);
    assertThat(answer.at("/lead/id").asText()).isNotBlank();
    assertThat(answer.at("/duplicate").isBoolean()).isTrue();
    assertThat(answer.at("/duplicate").asBoolean()).isFalse();
    assertThat(answer.at("/warnings").isArray()).isTrue();
    assertThat(answer.at("/warnings")).isEmpty();
  }

  @Test
  void an_array_keeps_the_good_rows_and_tells_the_bad_ones_by_index() {
    Map<String, Object> noLead = Map.of("type", "page_view");
    Map<String, Object> badMail = signal(Map.of("lead", Map.of("email", "no address")));
    Answer answer =
        marc.post("/api/signals", List.of(signal(Map.of()), noLead, signal(Map.of()), badMail, 7))
            .is(200);

    assertThat(answer.at("/accepted").asInt()).isEqualTo(2);
    assertThat(answer.at("/duplicates").asInt()).isZero();
    assertThat(answer.at("/rejected")).hasSize(3);
    assertThat(answer.at("/rejected/0/index").asInt()).isEqualTo(1);
    assertThat(answer.at("/rejected/0/errors/0/field").asText()).isEqualTo("lead");
    assertThat(answer.at("/rejected/1/index").asInt()).isEqualTo(3);
    assertThat(answer.at("/rejected/1/errors/0/field").asText()).isEqualTo("lead.email");
    assertThat(answer.at("/rejected/1/errors/0/message").asText()).contains("no address");
    assertThat(answer.at("/rejected/2/index").asInt()).isEqualTo(4);
    assertThat(recorded()).isEqualTo(2);
  }

  @Test
  void lines_count_from_zero_over_those_that_are_not_blank() {
    String body =
        String.join(
            "\r\n",
            "",
            HttpCaller.json(signal(Map.of())),
            "   ",
            "{broken",
            "",
            HttpCaller.json(signal(Map.of("type", "levitated"))),
            "");
    Answer answer = marc.send("POST", "/api/signals", HttpCaller.LINES, body).is(200);

    assertThat(answer.at("/accepted").asInt()).isEqualTo(2);
    assertThat(answer.at("/rejected")).hasSize(1);
    assertThat(answer.at("/rejected/0/index").asInt()).isEqualTo(1);
    assertThat(answer.at("/rejected/0/errors/0/message").asText()).startsWith("Not JSON");
    assertThat(answer.at("/warnings")).hasSize(1);
    assertThat(answer.at("/warnings/0/index").asInt()).isEqualTo(2);
    assertThat(answer.at("/warnings/0/field").asText()).isEqualTo("type");
    assertThat(answer.at("/warnings/0/message").asText()).contains("levitated");
  }

  @Test
  void an_empty_array_and_empty_lines_record_nothing() {
    assertThat(marc.post("/api/signals", "[]").is(200).at("/accepted").asInt()).isZero();
    Answer blank = marc.send("POST", "/api/signals", HttpCaller.LINES, "\n \n").is(200);
    assertThat(blank.at("/accepted").asInt()).isZero();
  }

  // What is warned of and kept

  @Test
  void unknown_types_and_fields_are_kept_and_told() {
    Answer answer =
        marc.post(
                "/api/signals",
                signal(
                    Map.of(
                        "type",
                        "levitated",
                        "mood",
                        "fine",
                        "lead",
                        Map.of("email", email, "shoeSize", 44))))
            .is(200);

    assertThat(answer.at("/warnings").findValuesAsText("field"))
        .containsExactlyInAnyOrder("type", "mood", "lead.shoeSize");
    assertThat(recorded()).isEqualTo(1);
    JsonNode lead = read(answer);
    assertThat(lead.at("/score/total").asInt()).isZero();
    assertThat(lead.at("/timeline").findValuesAsText("detail")).contains("levitated");
  }

  // Idempotence

  @Test
  void the_same_id_with_the_same_content_is_a_silent_duplicate() {
    String id = UUID.randomUUID().toString();
    String lead = marc.post("/api/signals", signal(Map.of("id", id))).at("/lead/id").asText();

    Answer again = marc.post("/api/signals", signal(Map.of("id", id))).is(200);
    assertThat(again.at("/duplicate").asBoolean()).isTrue();
    assertThat(again.at("/warnings")).isEmpty();
    assertThat(again.at("/lead/id").asText()).isEqualTo(lead);
    assertThat(recorded()).isEqualTo(1);
  }

  @Test
  void the_order_of_fields_is_no_other_content() {
    String id = UUID.randomUUID().toString();
    String one = "{\"id\":\"%s\",\"type\":\"page_view\",\"lead\":{\"email\":\"%s\"}}";
    String other = "{\"lead\":{\"email\":\"%2$s\"},\"type\":\"page_view\",\"id\":\"%1$s\"}";
    marc.post("/api/signals", one.formatted(id, email)).is(200);

    Answer again = marc.post("/api/signals", other.formatted(id, email)).is(200);
    assertThat(again.at("/duplicate").asBoolean()).isTrue();
    assertThat(again.at("/warnings")).isEmpty();
  }

  @Test
  void the_same_id_with_other_content_is_told_and_the_first_one_stays() {
    String id = UUID.randomUUID().toString();
    marc.post("/api/signals", signal(Map.of("id", id))).is(200);

    Map<String, Object> other = signal(Map.of("id", id, "type", "demo_requested"));
    Answer again = marc.post("/api/signals", other).is(200);
    assertThat(again.at("/duplicate").asBoolean()).isTrue();
    assertThat(again.at("/warnings/0/field").asText()).isEqualTo("id");
    assertThat(read(again).at("/stage").asText()).isEqualTo("LEAD");
    assertThat(recorded()).isEqualTo(1);
  }

  @Test
  void a_row_repeated_within_one_batch_is_a_duplicate() {
    Map<String, Object> row = signal(Map.of("id", UUID.randomUUID().toString()));
    Answer answer = marc.post("/api/signals", List.of(row, row, signal(Map.of()))).is(200);

    assertThat(answer.at("/accepted").asInt()).isEqualTo(2);
    assertThat(answer.at("/duplicates").asInt()).isEqualTo(1);
    assertThat(answer.at("/warnings")).isEmpty();
  }

  @Test
  void another_senders_id_is_another_signal() {
    Map<String, Object> row = signal(Map.of("id", UUID.randomUUID().toString()));
    marc.post("/api/signals", row).is(200);
    Answer other = baton.as("admin").post("/api/signals", row).is(200);

    assertThat(other.at("/duplicate").asBoolean()).isFalse();
    assertThat(recorded()).isEqualTo(2);
  }

  // Instants

  @Test
  void without_an_instant_it_occurred_now() {
    Answer answer = marc.post("/api/signals", signal(Map.of())).is(200);
    assertThat(at(answer)).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
  }

  @Test
  void a_late_signal_keeps_its_own_instant_and_its_offset_counts() {
    Instant threeDaysAgo = Instant.now().minusSeconds(3 * 86_400).truncatedTo(ChronoUnit.MILLIS);
    OffsetDateTime told = threeDaysAgo.atOffset(ZoneOffset.ofHours(9));
    Answer answer =
        marc.post("/api/signals", signal(Map.of("occurredAt", told.toString()))).is(200);
    assertThat(at(answer)).isEqualTo(threeDaysAgo);
  }

  @Test
  void five_minutes_ahead_are_a_wrong_clock_and_six_are_the_future() {
    String almost = Instant.now().plusSeconds(4 * 60 + 50).toString();
    marc.post("/api/signals", signal(Map.of("occurredAt", almost))).is(200);
    String future = Instant.now().plusSeconds(6 * 60).toString();
    marc.post("/api/signals", signal(Map.of("occurredAt", future))).isProblem(422, "occurredAt");
    assertThat(recorded()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T09:30:00",
        "2026-11-22",
        "yesterday",
        "1763803800",
        "2026-02-30T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z"
      })
  void an_instant_without_offset_or_out_of_this_world_is_refused(String instant) {
    marc.post("/api/signals", signal(Map.of("occurredAt", instant))).isProblem(422, "occurredAt");
    assertThat(recorded()).isZero();
  }

  // Whole requests that can't be taken

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  \n ", "{", "{\"type\":\"page_view\"", "nonsense", "{} {}", "[1,", "\u0000"})
  void what_is_not_json_is_refused_as_a_whole(String body) {
    marc.post("/api/signals", body).isProblem(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "7", "\"page_view\"", "true", "{}", "{\"type\":null,\"lead\":[]}"})
  void json_that_is_no_signal_is_refused_with_reasons(String body) {
    assertThat(marc.post("/api/signals", body).isProblem(422).at("/errors")).isNotEmpty();
  }

  @Test
  void ten_thousand_rows_are_the_most() {
    String row = "{}\n";
    Answer most = marc.send("POST", "/api/signals", HttpCaller.LINES, row.repeat(10_000)).is(200);
    assertThat(most.at("/rejected")).hasSize(10_000);
    marc.send("POST", "/api/signals", HttpCaller.LINES, row.repeat(10_001)).isProblem(413);
    marc.post("/api/signals", "[" + "{},".repeat(10_000) + "{}]").isProblem(413);
  }

  @Test
  void sixteen_mebibytes_are_the_most() {
    String row = HttpCaller.json(signal(Map.of()));
    String most = row + " ".repeat(MOST_BYTES - row.length());
    marc.post("/api/signals", most).is(200);
    marc.post("/api/signals", most + " ").isProblem(413);
    marc.send("POST", "/api/signals", HttpCaller.LINES, most + "\n").isProblem(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "text/csv", "application/xml", "multipart/form-data"})
  void another_content_type_is_refused(String type) {
    marc.send("POST", "/api/signals", type, HttpCaller.json(signal(Map.of()))).isProblem(415);
  }

  @Test
  void json_with_a_character_set_is_taken() {
    String body = HttpCaller.json(signal(Map.of()));
    marc.send("POST", "/api/signals", "application/json;charset=UTF-8", body).is(200);
  }

  @Test
  void nesting_without_end_is_refused_and_does_no_harm() {
    String deep = "[".repeat(200_000);
    marc.post("/api/signals", deep).isProblem(400);
    String lines = deep + "\n" + HttpCaller.json(signal(Map.of()));
    Answer answer = marc.send("POST", "/api/signals", HttpCaller.LINES, lines).is(200);
    assertThat(answer.at("/accepted").asInt()).isEqualTo(1);
    assertThat(answer.at("/rejected")).hasSize(1);
  }

  // Texts of all kinds

  @Test
  void a_text_that_is_too_long_is_refused_where_the_signal_needs_it_and_left_out_elsewhere() {
    for (String field : List.of("id", "type")) {
      marc.post("/api/signals", signal(Map.of(field, "x".repeat(100_000)))).isProblem(422, field);
    }
    marc.post(
            "/api/signals",
            signal(Map.of("lead", Map.of("email", "x".repeat(400) + "@acme.example"))))
        .isProblem(422, "lead.email");
    assertThat(recorded()).isZero();
    Answer answer =
        marc.post(
                "/api/signals",
                signal(
                    Map.of(
                        "source",
                        "x".repeat(100_000),
                        "properties",
                        Map.of("note", "x".repeat(20_000)),
                        "lead",
                        Map.of("email", email, "externalId", "x".repeat(300)))))
            .is(200);
    assertThat(answer.at("/warnings").findValuesAsText("field"))
        .containsExactlyInAnyOrder("source", "properties", "lead.externalId");
    assertThat(recorded()).isEqualTo(1);
  }

  @Test
  void an_optional_text_that_is_too_long_is_left_out_and_told() {
    String longest = "x".repeat(100_000);
    for (String field : List.of("source", "campaign", "channel")) {
      warnsOf(field, signal(Map.of(field, longest)));
    }
    for (String field : List.of("firstName", "company", "phone")) {
      warnsOf("lead." + field, about(Map.of(field, longest)));
    }
    warnsOf("properties", signal(Map.of("properties", Map.of("note", longest))));
    assertThat(recorded()).isEqualTo(7);
  }

  private void warnsOf(String field, Map<String, Object> signal) {
    Answer answer = marc.post("/api/signals", signal).is(200);
    assertThat(answer.at("/warnings").findValuesAsText("field")).containsExactly(field);
  }

  @Test
  void a_text_of_exactly_the_longest_length_is_kept_whole() {
    String longest = "\uD83D\uDE80".repeat(100);
    Answer answer =
        marc.post("/api/signals", signal(Map.of("source", longest, "lead", Map.of("email", email))))
            .is(200);
    assertThat(read(answer).at("/source").asText()).isEqualTo(longest);
  }

  @Test
  void a_control_character_is_taken_out_of_a_text_and_refused_in_an_address() {
    warnsOf("source", signal(Map.of("source", "web\u0000inar")));
    warnsOf("lead.lastName", about(Map.of("lastName", "Nu\u0007ll")));
    warnsOf("properties.message", signal(Map.of("properties", Map.of("message", "a\u0000b"))));
    marc.post("/api/signals", about(Map.of("email", "a\u0000b@acme.example")))
        .isProblem(422, "lead.email");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoë \uD83D\uDE80 O'Brien; drop table lead;--",
        "\u0645\u062D\u0645\u062F \u05D3\u05D5\u05D3",
        "\u202Eevil\u202C",
        "李小龍",
        "<script>alert(1)</script>"
      })
  void a_name_of_any_script_comes_back_as_it_was_sent(String name) {
    Answer answer = marc.post("/api/signals", about(Map.of("firstName", name))).is(200);
    assertThat(read(answer).at("/name").asText()).isEqualTo(name);
  }

  @Test
  void a_line_break_in_a_name_cannot_split_a_header_or_a_subject() {
    Map<String, Object> row =
        about(Map.of("firstName", "Eve\r\nBcc: all@baton.example", "lastName", "X"));
    row.put("type", "demo_requested");
    Answer answer = marc.post("/api/signals", row).is(200);
    assertThat(read(answer).at("/name").asText()).isEqualTo("Eve Bcc: all@baton.example X");
  }

  @Test
  void numbers_and_texts_stand_for_each_other() {
    Map<String, Object> asText = about(Map.of("companySize", " 120 ", "phone", 4930123456L));
    Answer answer = marc.post("/api/signals", asText).is(200);
    assertThat(read(answer).at("/score/fit").asInt()).isEqualTo(20);
  }

  @Test
  void a_range_of_company_sizes_scores_by_its_lower_bound() {
    Answer answer = marc.post("/api/signals", about(Map.of("companySize", "51-200"))).is(200);
    assertThat(answer.at("/warnings")).isEmpty();
    assertThat(read(answer).at("/score/fit").asInt()).isEqualTo(20);
  }

  @Test
  void an_email_is_trimmed_and_lower_cased_and_nothing_else() {
    String plain = marc.post("/api/signals", signal(Map.of())).at("/lead/id").asText();
    Answer shouted =
        marc.post("/api/signals", about(Map.of("email", "  " + email.toUpperCase() + " "))).is(200);
    assertThat(shouted.at("/lead/id").asText()).isEqualTo(plain);
    assertThat(shouted.at("/lead/email").asText()).isEqualTo(email);

    Answer tagged = marc.post("/api/signals", about(Map.of("email", "tag+" + email))).is(200);
    assertThat(tagged.at("/lead/id").asText()).isNotEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@", "a@", "@b", "a b@c", "a@b@c", "a@b\r\nBcc: x", "<a@b>", "a,b@x.de"})
  void what_is_no_email_address_is_refused(String address) {
    marc.post("/api/signals", about(Map.of("email", address))).isProblem(422, "lead.email");
  }

  @Test
  void all_that_is_wrong_with_a_signal_is_told_at_once() {
    Answer answer =
        marc.post(
            "/api/signals",
            Map.of(
                "occurredAt",
                "soon",
                "channel",
                "sideways",
                "properties",
                7,
                "lead",
                Map.of("companySize", "many", "techStack", "Java", "consent", "yes")));
    answer.isProblem(422);
    assertThat(answer.at("/errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("type", "occurredAt", "lead");
  }

  @Test
  void a_batch_longer_than_one_transaction_is_told_row_by_row() {
    String lines =
        IntStream.range(0, 250)
            .mapToObj(i -> i % 50 == 49 ? "{}" : HttpCaller.json(signal(Map.of("id", email + i))))
            .collect(Collectors.joining("\n"));
    Answer answer = marc.send("POST", "/api/signals", HttpCaller.LINES, lines).is(200);
    assertThat(answer.at("/accepted").asInt()).isEqualTo(245);
    assertThat(answer.at("/rejected").findValuesAsText("index"))
        .containsExactly("49", "99", "149", "199", "249");
  }

  /** A plain page view of this test's lead, with some fields other than usual. */
  private Map<String, Object> signal(Map<String, Object> fields) {
    Map<String, Object> signal = new HashMap<>();
    signal.put("type", "page_view");
    signal.put("lead", Map.of("email", email));
    signal.putAll(fields);
    return signal;
  }

  private Map<String, Object> about(Map<String, Object> lead) {
    Map<String, Object> person = new HashMap<>();
    person.put("email", email);
    person.putAll(lead);
    return signal(Map.of("lead", person));
  }

  private JsonNode read(Answer sent) {
    return marc.get("/api/leads/" + sent.at("/lead/id").asText()).is(200).json();
  }

  private Instant at(Answer sent) {
    return db.sql("select occurred_at from signal where lead_id = :lead")
        .param("lead", sent.at("/lead/id").asText())
        .query((rs, row) -> Sql.instant(rs, "occurred_at"))
        .single();
  }

  private int recorded() {
    return db.sql(
            "select count(*) as n from signal s join lead l on l.id = s.lead_id where email = :email")
        .param("email", email)
        .query(Integer.class)
        .single();
  }
}
