package dev.baton.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.text.SignalInput.Taken;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of values of another shape, of numbers, instants, keys and character sets. */
abstract class Shapes extends InputScenario {
  private static final List<String> NO_TEXT =
      List.of("[\"a\"]", "{\"a\":1}", "[]", "[null]", "[[\"a\"]]", "1e400", "1e3", "-1E-400");

  private static Stream<Arguments> each(List<String> fields, List<String> values) {
    return fields.stream().flatMap(field -> values.stream().map(one -> Arguments.of(field, one)));
  }

  static Stream<Arguments> misshapen() {
    return Stream.of(
            each(
                SignalInput.OPTIONAL.stream().filter(f -> !f.startsWith("properties")).toList(),
                NO_TEXT),
            each(List.of("channel"), List.of("\"fax\"", "5", "[1]", "{}", "true")),
            each(List.of("lead.techStack"), List.of("\"x\"", "5", "{}", "[{\"a\":1},null,5]")),
            each(List.of("lead.consent"), List.of("5", "[1]", "\"maybe\"")),
            each(List.of("properties"), List.of("5", "\"x\"", "[1]", "true")))
        .flatMap(one -> one);
  }

  @ParameterizedTest
  @MethodSource("misshapen")
  void an_optional_field_of_another_shape_is_left_out_and_told(String field, String value) {
    Taken taken = signals.send(field, new RawValue(value));

    assertThat(taken.errors()).isEmpty();
    assertThat(taken.warnings()).isNotEmpty().containsOnly(field);
    if (SignalInput.OPTIONAL.contains(field)) {
      assertThat(signals.kept(taken.email(), field)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1",
        "1.10",
        "-0.05",
        "120",
        "12345678901234567890",
        "1234567890.12345678901234567890"
      })
  void a_number_stays_as_it_was_written(String number) {
    for (String field : List.of("properties.message", "lead.phone", "lead.externalId")) {
      String own = field.equals("lead.externalId") ? number + System.nanoTime() : number;
      Taken taken = signals.send(field, new RawValue(own));
      assertThat(taken.warnings()).isEmpty();
      assertThat(signals.kept(taken.email(), field)).contains(own);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e999", "1e-400"})
  void a_number_that_nobody_can_reckon_with_is_left_out_and_told(String number) {
    Taken taken = signals.send("properties.message", new RawValue(number));

    assertThat(taken.warnings()).containsExactly("properties.message");
    assertThat(signals.kept(taken.email(), "properties.message")).isEmpty();
    assertThat(signals.send("lead.externalId", new RawValue(number)).warnings())
        .containsExactly("lead.externalId");
  }

  static Stream<Arguments> misanswered() {
    return each(List.of("note", "kind", "outcome", "at", "nextAt"), NO_TEXT);
  }

  @ParameterizedTest
  @MethodSource("misanswered")
  void an_answer_of_another_shape_is_refused_with_its_field(String field, String value) {
    Map<String, Object> touch = new HashMap<>(Map.of("kind", "email"));
    touch.put(field, new RawValue(value));

    baton
        .as("mona")
        .post("/api/handoffs/" + handoff() + "/touch", Sent.json(touch))
        .isProblem(422, field);
  }

  static Stream<Arguments> beyond() {
    return each(
        List.of("asOf", "at", "nextAt", "until", "from", "to"),
        List.of(
            "-999999999-01-01T00:00:00Z",
            "-4800-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "+10000-01-01T00:00:00Z",
            "+20266-11-22T09:30:00+01:00",
            "+999999999-12-31T23:59:59Z"));
  }

  @ParameterizedTest
  @MethodSource("beyond")
  void an_instant_that_no_lead_can_have_is_refused(String field, String instant) {
    HttpCaller mona = baton.as("mona");
    String at = "/api/handoffs/" + handoff();
    String escaped = URLEncoder.encode(instant, UTF_8);
    Answer answer =
        switch (field) {
          case "asOf" ->
              mona.get("/api/leads/" + lead().at("/id").asText() + "/score?asOf=" + escaped);
          case "until" ->
              mona.post(at + "/pause", Map.of("reason", "lead_unavailable", "until", instant));
          case "from", "to" -> mona.get("/api/insight/funnel?" + field + "=" + escaped);
          default ->
              mona.post(
                  at + "/touch", Map.of("kind", "call", "outcome", "connected", field, instant));
        };
    answer.isProblem(422, field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "lead", "lead.email", "properties.a", "properties.a.b"})
  void a_key_that_is_there_twice_is_refused_by_its_name(String path) {
    String[] keys = path.split("\\.");
    String last = keys[keys.length - 1];
    String twice = "\"%s\":{},\"%s\":1".formatted(last, last);
    for (int i = keys.length - 2; i >= 0; i--) {
      twice = "\"%s\":{%s}".formatted(keys[i], twice);
    }
    String row = "{\"id\":\"x\",%s}".formatted(twice);

    assertThat(baton.as("marc").post("/api/signals", row).isProblem(400).text())
        .contains("'" + last + "' is there twice");
    assertThat(signals.sendRow(Sent.address(), row).isKept()).isFalse();
    assertThat(
            baton
                .as("mona")
                .post("/api/handoffs/" + handoff() + "/touch", row)
                .isProblem(400)
                .text())
        .contains("'" + last + "' is there twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "ISO-8859-1", "windows-1252", "ISO-8859-15", "UTF-16", "UTF-16LE"})
  void a_body_is_read_in_the_character_set_that_it_declares(String name) {
    Charset charset = Charset.forName(name);
    boolean parted = "\n".getBytes(charset).length == 1;
    for (String type : List.of(HttpCaller.OBJECT, HttpCaller.LINES)) {
      String email = Sent.address();
      String body =
          "{\"type\":\"page_view\",\"source\":\"Müller\",\"lead\":{\"email\":\"%s\"}}"
              .formatted(email);
      Answer answer =
          post("marc", "/api/signals", type + ";charset=" + name, body.getBytes(charset));
      if (parted || type.equals(HttpCaller.OBJECT)) {
        answer.is(200);
        assertThat(signals.kept(email, "source")).contains("Müller");
      } else {
        answer.isProblem(415);
      }
    }
    String note = "Grüße " + System.nanoTime();
    post(
            "mona",
            "/api/handoffs/" + handoff() + "/touch",
            "application/json;charset=" + name,
            "{\"kind\":\"email\",\"note\":\"%s\"}".formatted(note).getBytes(charset))
        .is(200);
    assertThat(db.sql("select note from touch where note = ?").param(note).query().listOfRows())
        .hasSize(1);
  }

  @Test
  void bytes_that_are_no_text_in_their_character_set_are_refused() {
    String row = Sent.json(Sent.signal(Sent.address(), "source", "x"));
    byte[] broken = row.replace("\"x\"", "\"M\u00FCller\"").getBytes(ISO_8859_1);
    String touch = "/api/handoffs/" + handoff() + "/touch";

    for (String declared : List.of("", ";charset=UTF-8", ";charset=US-ASCII")) {
      post("marc", "/api/signals", HttpCaller.OBJECT + declared, broken).isProblem(400);
      post("mona", touch, HttpCaller.OBJECT + declared, broken).isProblem(400);
    }
    byte[] lines = ("\n" + row + "\n" + new String(broken, ISO_8859_1)).getBytes(ISO_8859_1);
    Answer answer = post("marc", "/api/signals", HttpCaller.LINES, lines).is(200);
    assertThat(answer.at("/accepted").asInt()).isEqualTo(1);
    assertThat(answer.at("/rejected/0/index").asInt()).isEqualTo(1);
    for (String type : List.of(HttpCaller.OBJECT, HttpCaller.LINES)) {
      post("marc", "/api/signals", type + ";charset=klingon", broken).isProblem(415);
    }
    post("mona", touch, HttpCaller.OBJECT + ";charset=klingon", broken).isProblem(415);
  }

  @Test
  void a_byte_order_mark_is_skipped() {
    String mark = "\uFEFF";
    String row = Sent.json(Sent.signal(Sent.address(), "source", "x"));
    HttpCaller marc = baton.as("marc");

    marc.post("/api/signals", mark + row).is(200);
    assertThat(
            marc.send("POST", "/api/signals", HttpCaller.LINES, mark + row + "\n" + row)
                .is(200)
                .at("/accepted")
                .asInt())
        .isEqualTo(2);
    baton
        .as("mona")
        .post("/api/handoffs/" + handoff() + "/touch", mark + "{\"kind\":\"email\"}")
        .is(200);
  }
}
