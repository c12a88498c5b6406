package dev.baton.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a qualification confirms, criterion by criterion, in one of two frameworks. */
final class Criteria {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BANT = "bant";
  private static final String MEDDIC = "meddic";
  private static final Map<String, List<String>> NAMES =
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
      NAMES.values().stream()
          .flatMap(List::stream)
          .flatMap(name -> Stream.of(name, evidence(name)))
          .collect(Collectors.toUnmodifiableSet());

  private Criteria() {}

  /**
   * The framework and its criteria as JSON, from either shape; a form that names none is BANT's.
   */
  static String read(Fields fields) {
    boolean asForm =
        fields.raw(AnswerFields.CRITERIA) == null
            && FORM_FIELDS.stream().anyMatch(field -> fields.raw(field) != null);
    String framework =
        asForm && fields.raw(AnswerFields.FRAMEWORK) == null
            ? BANT
            : fields.oneOf(AnswerFields.FRAMEWORK, List.of(BANT, MEDDIC));
    List<String> names = framework == null ? List.of() : NAMES.getOrDefault(framework, List.of());
    JsonNode criteria = asForm ? ofForm(fields, names) : ofObject(fields, names);
    if (criteria.toString().length() > 15_000) {
      fields.wrong(AnswerFields.CRITERIA, "longer than 15,000 characters");
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

  /** Each criterion is {@code {met, evidence?, link?, date?}}; a missing one is not met. */
  private static JsonNode ofObject(Fields fields, List<String> names) {
    JsonNode criteria = json(fields.raw(AnswerFields.CRITERIA));
    if (!criteria.isObject()) {
      fields.wrong(AnswerFields.CRITERIA, "an object with a criterion each: " + names);
      return criteria;
    }
    criteria
        .fields()
        .forEachRemaining(
            criterion -> {
              String field = AnswerFields.CRITERIA + "." + criterion.getKey();
              if (!names.isEmpty() && !names.contains(criterion.getKey())) {
                fields.wrong(field, "not a criterion; known are " + String.join(", ", names));
              } else if (!criterion.getValue().path("met").isBoolean()) {
                fields.wrong(field + ".met", "true or false");
              }
            });
    return criteria;
  }

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

  private static String evidence(String name) {
    return name + "Evidence";
  }
}
