package dev.baton.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a qualification asks, by BANT or MEDDIC; a criterion that is not answered is not met. */
final class Criteria {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 15_000;
  private static final String BANT = "bant";
  private static final String MEDDIC = "meddic";
  private static final Map<String, List<String>> OF =
      Map.of(
          BANT, List.of("budget", "authority", "need", "timing"),
          MEDDIC,
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

  /** A form's fields are flat: a box {@code need} and a line {@code needEvidence}. */
  static final Set<String> FORM_FIELDS =
      OF.values().stream()
          .flatMap(List::stream)
          .flatMap(name -> Stream.of(name, evidence(name)))
          .collect(Collectors.toUnmodifiableSet());

  private Criteria() {}

  /**
   * Checks framework and criteria, from an object or from a form; answers both as the JSON that is
   * kept. A form that names no framework is BANT's.
   */
  static String read(Fields fields) {
    boolean asForm =
        fields.raw(AnswerFields.CRITERIA) == null
            && FORM_FIELDS.stream().anyMatch(field -> fields.raw(field) != null);
    String framework =
        asForm && fields.raw(AnswerFields.FRAMEWORK) == null
            ? BANT
            : fields.oneOf(AnswerFields.FRAMEWORK, List.of(BANT, MEDDIC));
    List<String> names = OF.getOrDefault(String.valueOf(framework), List.of());
    JsonNode criteria = asForm ? ofForm(fields, names) : ofObject(fields, names);
    if (criteria.toString().length() > LONGEST) {
      fields.wrong(AnswerFields.CRITERIA, "longer than %,d characters".formatted(LONGEST));
    }
    return JSON.createObjectNode().put("framework", framework).set("criteria", criteria).toString();
  }

  private static JsonNode ofForm(Fields fields, List<String> names) {
    ObjectNode criteria = JSON.createObjectNode();
    for (String name : names) {
      Boolean met = fields.bool(name);
      String evidence = fields.text(evidence(name));
      if (met != null || evidence != null) {
        criteria.putObject(name).put("met", Boolean.TRUE.equals(met)).put("evidence", evidence);
      }
    }
    return criteria;
  }

  private static String evidence(String name) {
    return name + "Evidence";
  }

  private static JsonNode ofObject(Fields fields, List<String> names) {
    JsonNode criteria = json(fields.raw(AnswerFields.CRITERIA));
    if (criteria.isObject()) {
      criteria.fields().forEachRemaining(one -> check(one.getKey(), one.getValue(), names, fields));
    } else {
      fields.wrong(AnswerFields.CRITERIA, "an object with a criterion each: " + names);
    }
    return criteria;
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
