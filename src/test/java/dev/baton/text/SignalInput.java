package dev.baton.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.input.StrictJson;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signals: each is sent between two good ones, which must be kept. */
record SignalInput(HttpCaller sender, JdbcClient db) {
  static final List<String> NEEDED = List.of("id", "type");

  /** Of the lead, beside its address. */
  static final List<String> IDENTITIES = List.of("lead.externalId", "lead.visitorId");

  static final List<String> OPTIONAL =
      List.of(
          "source",
          "campaign",
          "lead.firstName",
          "lead.lastName",
          "lead.jobTitle",
          "lead.phone",
          "lead.company",
          "lead.industry",
          "lead.consent.text",
          "properties.message");

  /** What became of a row: its lead's address, what is wrong with it, what is told of it. */
  record Taken(String email, List<String> errors, List<String> warnings) {
    boolean isKept() {
      return errors.isEmpty();
    }
  }

  Taken send(String field, Object value) {
    String email = Sent.address();
    return sendRow(email, Sent.json(Sent.signal(email, field, value)));
  }

  Taken sendRow(String email, String row) {
    List<String> neighbours = List.of(Sent.address(), Sent.address());
    String body = String.join("\n", plain(neighbours.get(0)), row, plain(neighbours.get(1)));
    Answer answer = sender.send("POST", "/api/signals", HttpCaller.LINES, body).is(200);
    boolean kept = answer.at("/rejected").isEmpty();
    assertThat(answer.at("/accepted").asInt()).as(answer.text()).isEqualTo(kept ? 3 : 2);
    assertThat(neighbours).allMatch(one -> signals(one) == 1);
    assertThat(signals(email)).isEqualTo(kept ? 1 : 0);
    assertThat(answer.at("/rejected").findValuesAsText("index")).allMatch("1"::equals);
    assertThat(answer.at("/warnings").findValuesAsText("index")).allMatch("1"::equals);
    List<String> errors = answer.at("/rejected").findValuesAsText("field");
    return new Taken(email, errors, answer.at("/warnings").findValuesAsText("field"));
  }

  private static String plain(String email) {
    return Sent.json(Sent.signal(email, "source", "neighbour"));
  }

  private int signals(String email) {
    return db.sql(
            "select count(*) as n from signal s join lead l on l.id = s.lead_id where email = ?")
        .param(email)
        .query(Integer.class)
        .single();
  }

  /** What is kept of a field. */
  Optional<String> kept(String email, String field) {
    String sql =
        switch (field) {
          case "id" -> "select signal_id from signal s join lead l on l.id = s.lead_id";
          case "type" -> "select s.type from signal s join lead l on l.id = s.lead_id";
          case "source", "campaign" ->
              "select s." + field + " from signal s join lead l on l.id = s.lead_id";
          case "lead.externalId" -> "select external_id from lead l";
          case "lead.visitorId" ->
              "select visitor_id from visitor v join lead l on l.id = v.lead_id";
          case "properties.message" ->
              "select properties from signal s join lead l on l.id = s.lead_id";
          default ->
              "select content from profile_value p join lead l on l.id = p.lead_id and p.field = '"
                  + field.substring("lead.".length())
                  + "'";
        };
    List<String> found = db.sql(sql + " where l.email = ?").param(email).query(String.class).list();
    return found.stream()
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(text -> field.startsWith("properties") ? message(text) : Optional.of(text));
  }

  private static Optional<String> message(String properties) {
    JsonNode message = read(properties).path("message");
    return message.isMissingNode() ? Optional.empty() : Optional.of(message.asText());
  }

  private static JsonNode read(String json) {
    try {
      return StrictJson.read(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
