package dev.baton.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a qualification asks, by BANT or MEDDIC; a criterion that is not answered is not met. */
final class Criteria {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 15_000;
  private static final List<String> FRAMEWORKS = List.of("bant", "meddic");
  private static final Map<String, List<String>> OF =
      Map.of(
          "bant", List.of("budget", "authority", "need", "timing"),
          "meddic",
              List.of(
                  "metrics",
                  "economicBuyer",
                  "decisionCriteria",
                  "decisionProcess",
                  "identifyPain",
                  "champion",
                  "need",
                  "authority",
                  "timing"));

  private Criteria() {}

  /** Checks framework and criteria; answers both as the JSON that is kept. */
  static String read(Fields fields) {
    String framework = fields.oneOf(AnswerFields.FRAMEWORK, FRAMEWORKS);
    JsonNode criteria = json(fields.raw(AnswerFields.CRITERIA));
    List<String> names = OF.getOrDefault(String.valueOf(framework), List.of());
    if (criteria.isObject()) {
      criteria.fields().forEachRemaining(one -> check(one.getKey(), one.getValue(), names, fields));
    } else {
      fields.wrong(AnswerFields.CRITERIA, "an object with a criterion each: " + names);
    }
    if (criteria.toString().length() > LONGEST) {
      fields.wrong(AnswerFields.CRITERIA, "longer than %,d characters".formatted(LONGEST));
    }
    return JSON.createObjectNode().put("framework", framework).set("criteria", criteria).toString();
  }

  /** Each is {@code {met, evidence?, link?, date?}}. */
  private static void check(String name, JsonNode given, List<String> names, Fields fields) {
    String field = AnswerFields.CRITERIA + "." + name;
    if (!names.isEmpty() && !names.contains(name)) {
      fields.wrong(field, "not a criterion; known are " + String.join(", ", names));
    } else if (!given.path("met").isBoolean()) {
      fields.wrong(field + ".met", "true or false");
    }
    if (!isDay(given.path("date"))) {
      fields.wrong(field + ".date", "not a date, such as 2026-12-24");
    }
  }

  /** A day, or nothing. */
  private static boolean isDay(JsonNode date) {
    return date.isMissingNode() || date.isNull() || Fields.isDay(date.asText());
  }

  /** The day that the rep named at the criterion {@code timing}. */
  static Optional<Instant> timingDate(AnswerLog.Entry answer) {
    JsonNode date = json(answer.content()).at("/criteria/timing/date");
    return date.isTextual()
        ? Optional.of(LocalDate.parse(date.asText()).atStartOfDay(ZoneOffset.UTC).toInstant())
        : Optional.empty();
  }

  /** A map, or the text that a form submits; nothing is an empty object. */
  private static JsonNode json(Object raw) {
    try {
      if (raw == null) {
        return JSON.createObjectNode();
      }
      return raw instanceof String text ? JSON.readTree(text) : JSON.valueToTree(raw);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
