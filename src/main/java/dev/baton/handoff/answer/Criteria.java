package dev.baton.handoff.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.FieldReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a qualification says of each criterion, by BANT or MEDDIC; one that is not answered is not
 * met. Need, authority and timing are asked by both.
 *
 * @param asForm whether it came in a form's flat fields
 */
public record Criteria(String framework, JsonNode given, boolean asForm) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 14_000;
  private static final String BANT = "bant";
  private static final String MEDDIC = "meddic";

  /** A form's fields are flat: a box {@code need}, and {@code needEvidence}, -Link and -Date. */
  private static final Set<String> FORM_FIELDS =
      Stream.of(AnswerSchema.BANT, AnswerSchema.MEDDIC)
          .flatMap(form -> form.fields().stream())
          .filter(field -> field.type() == Type.CRITERION)
          .flatMap(field -> field.parts().stream())
          .map(AnswerField::name)
          .collect(Collectors.toUnmodifiableSet());

  /** The criteria of a framework, in the order in which they are asked. */
  public static List<String> of(String framework) {
    return asked(framework).map(AnswerField::name).toList();
  }

  private static Stream<AnswerField> asked(String framework) {
    return Optional.ofNullable(AnswerSchema.qualification(framework)).stream()
        .flatMap(form -> form.fields().stream())
        .filter(field -> field.type() == Type.CRITERION);
  }

  /**
   * Checks framework and criteria, from an object or from a form. A form that names no framework is
   * the one whose criteria it carries.
   */
  public static Criteria read(FieldReader fields) {
    boolean asForm =
        fields.raw(AnswerFields.CRITERIA) == null
            && FORM_FIELDS.stream().anyMatch(field -> fields.raw(field) != null);
    String framework =
        asForm && fields.raw(AnswerFields.FRAMEWORK) == null
            ? ofForm(fields)
            : fields.oneOf(AnswerFields.FRAMEWORK, AnswerSchema.frameworks());
    JsonNode given = asForm ? ofForm(fields, of(framework)) : ofObject(fields, of(framework));
    if (given.toString().length() > LONGEST) {
      fields.wrong(AnswerFields.CRITERIA, "longer than %,d characters".formatted(LONGEST));
    }
    return new Criteria(framework, given, asForm);
  }

  boolean isMet(String criterion) {
    return given.path(criterion).path("met").asBoolean();
  }

  /** Under which name whoever answered knows a criterion. */
  String field(String criterion) {
    return asForm ? criterion : AnswerFields.CRITERIA + "." + criterion;
  }

  /**
   * As it is kept.
   *
   * @param override why a manager went on without non-negotiables, or null
   * @param without which ones
   */
  public String toJson(String override, List<String> without) {
    ObjectNode kept = JSON.createObjectNode().put("framework", framework);
    kept.set("criteria", given);
    if (override != null) {
      ObjectNode manager = kept.putObject("override").put("reason", override);
      without.forEach(manager.putArray("without")::add);
    }
    return kept.toString();
  }

  private static String ofForm(FieldReader fields) {
    return of(MEDDIC).stream()
            .filter(name -> !of(BANT).contains(name))
            .anyMatch(name -> fields.raw(name) != null)
        ? MEDDIC
        : BANT;
  }

  private static JsonNode ofForm(FieldReader fields, List<String> names) {
    ObjectNode criteria = JSON.createObjectNode();
    for (String name : names) {
      Boolean met = fields.bool(name);
      String evidence = fields.text(evidence(name));
      String link = fields.text(link(name));
      LocalDate date = fields.date(date(name));
      checkLength(evidence(name), evidence, AnswerField.LONGEST_EVIDENCE, fields);
      checkLink(link(name), link, fields);
      if (met != null || evidence != null || link != null || date != null) {
        ObjectNode criterion = criteria.putObject(name);
        criterion.put("met", Boolean.TRUE.equals(met)).put("evidence", evidence);
        criterion.put("link", link).put("date", date == null ? null : date.toString());
      }
    }
    return criteria;
  }

  private static String evidence(String name) {
    return name + "Evidence";
  }

  private static String link(String name) {
    return name + "Link";
  }

  private static String date(String name) {
    return name + "Date";
  }

  private static JsonNode ofObject(FieldReader fields, List<String> names) {
    JsonNode criteria = json(fields.raw(AnswerFields.CRITERIA));
    if (criteria.isObject()) {
      criteria.properties().forEach(one -> check(one.getKey(), one.getValue(), names, fields));
    } else {
      fields.wrong(AnswerFields.CRITERIA, "an object with a criterion each: " + names);
    }
    return criteria;
  }

  /** Each is {@code {met, evidence?, link?, date?}}. */
  private static void check(String name, JsonNode given, List<String> names, FieldReader fields) {
    String field = AnswerFields.CRITERIA + "." + name;
    if (!names.isEmpty() && !names.contains(name)) {
      fields.wrong(field, "not a criterion; known are " + String.join(", ", names));
    } else if (!given.path("met").isBoolean()) {
      fields.wrong(field + ".met", "true or false");
    }
    if (!isDay(given.path("date"))) {
      fields.wrong(field + ".date", "not a date, such as 2026-12-24");
    }
    checkLength(
        field + ".evidence",
        given.path("evidence").asText(null),
        AnswerField.LONGEST_EVIDENCE,
        fields);
    checkLink(field + ".link", given.path("link").asText(null), fields);
  }

  /** It is shown as a link, and so may lead to a page and nowhere else. */
  private static void checkLink(String field, String link, FieldReader fields) {
    checkLength(field, link, AnswerField.LONGEST_LINK, fields);
    if (link != null && !link.isBlank() && !link.strip().matches("(?i)https?://\\S+")) {
      fields.wrong(field, "not a link, such as https://example.com/notes");
    }
  }

  private static void checkLength(String field, String text, int longest, FieldReader fields) {
    if (text != null && text.length() > longest) {
      fields.wrong(field, "longer than %d characters".formatted(longest));
    }
  }

  /** A day, or nothing. */
  private static boolean isDay(JsonNode date) {
    return date.isMissingNode() || date.isNull() || FieldReader.isDay(date.asText());
  }

  /** The day that the rep named at the criterion {@code timing}. */
  public static Optional<Instant> timingDate(AnswerLog.Entry answer) {
    JsonNode date = json(answer.content()).at("/criteria/timing/date");
    return date.isTextual()
        ? Optional.of(LocalDate.parse(date.asText()).atStartOfDay(ZoneOffset.UTC).toInstant())
        : Optional.empty();
  }

  /** A map, or the text that a form submits; nothing is an empty object. */
  static JsonNode json(Object raw) {
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
