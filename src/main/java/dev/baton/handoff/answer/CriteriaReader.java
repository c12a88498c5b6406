package dev.baton.handoff.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.FieldReader;
import dev.baton.input.TextPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reader of the criteria of a qualification, from an object or from a form's flat fields. */
public final class CriteriaReader {
  private static final int LONGEST = 14_000;
  private static final String BANT = "bant";
  private static final String MEDDIC = "meddic";

  /** The framework of an answer that names none; it has no criteria. */
  private static final String UNKNOWN = "";

  /** A form's fields are flat: a box {@code need}, and {@code needEvidence}, -Link and -Date. */
  private static final Set<String> FORM_FIELDS =
      Stream.of(QualificationSchema.BANT, QualificationSchema.MEDDIC)
          .flatMap(form -> form.fields().stream())
          .filter(field -> field.type() == Type.CRITERION)
          .flatMap(field -> field.parts().stream())
          .map(AnswerField::name)
          .collect(Collectors.toUnmodifiableSet());

  private CriteriaReader() {}

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
            : Objects.requireNonNullElse(
                fields.oneOf(AnswerFields.FRAMEWORK, QualificationSchema.frameworks()), UNKNOWN);
    JsonNode given =
        asForm ? ofForm(fields, Criteria.of(framework)) : ofObject(fields, Criteria.of(framework));
    if (given.toString().length() > LONGEST) {
      fields.wrong(AnswerFields.CRITERIA, "longer than %,d characters".formatted(LONGEST));
    }
    return new Criteria(framework, given, asForm);
  }

  private static String ofForm(FieldReader fields) {
    return Criteria.of(MEDDIC).stream()
            .filter(name -> !Criteria.of(BANT).contains(name))
            .anyMatch(name -> fields.raw(name) != null)
        ? MEDDIC
        : BANT;
  }

  private static JsonNode ofForm(FieldReader fields, List<String> names) {
    ObjectNode criteria = JsonNodeFactory.instance.objectNode();
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

  static String evidence(String name) {
    return name + "Evidence";
  }

  private static String link(String name) {
    return name + "Link";
  }

  private static String date(String name) {
    return name + "Date";
  }

  private static JsonNode ofObject(FieldReader fields, List<String> names) {
    JsonNode criteria = Criteria.json(fields.raw(AnswerFields.CRITERIA));
    if (criteria.isObject()) {
      criteria.properties().forEach(one -> check(one.getKey(), one.getValue(), names, fields));
    } else {
      fields.wrong(AnswerFields.CRITERIA, "an object with a criterion each: " + names);
    }
    // Whatever else it carries is kept too.
    TextPolicy.objection(criteria.toString(), Integer.MAX_VALUE)
        .filter(why -> !fields.isWrong(AnswerFields.CRITERIA))
        .ifPresent(why -> fields.wrong(AnswerFields.CRITERIA, why));
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
    FieldReader criterion = fields.inside(field + ".", given);
    criterion.text("evidence", AnswerField.LONGEST_EVIDENCE);
    checkLink(field + ".link", criterion.text("link", AnswerField.LONGEST_LINK), fields);
  }

  /** It is shown as a link, and so may lead to a page and nowhere else. */
  private static void checkLink(String field, @Nullable String link, FieldReader fields) {
    checkLength(field, link, AnswerField.LONGEST_LINK, fields);
    if (link != null && !link.isBlank() && !link.strip().matches("(?i)https?://\\S+")) {
      fields.wrong(field, "not a link, such as https://example.com/notes");
    }
  }

  private static void checkLength(
      String field, @Nullable String text, int longest, FieldReader fields) {
    if (text != null && text.length() > longest) {
      fields.wrong(field, "longer than %d characters".formatted(longest));
    }
  }

  /** A day, or nothing. */
  private static boolean isDay(JsonNode date) {
    return date.isMissingNode() || date.isNull() || FieldReader.isDay(date.asText());
  }
}
