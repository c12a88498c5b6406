package dev.baton.handoff.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.StrictJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a qualification says of each criterion, by BANT or MEDDIC; one that is not answered is not
 * met. Need, authority and timing are asked by both.
 *
 * @param asForm whether it came in a form's flat fields
 */
public record Criteria(String framework, JsonNode given, boolean asForm) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The criteria of a framework, in the order in which they are asked. */
  public static List<String> of(String framework) {
    return asked(framework).map(AnswerField::name).toList();
  }

  private static Stream<AnswerField> asked(String framework) {
    return QualificationSchema.of(framework).stream()
        .flatMap(form -> form.fields().stream())
        .filter(field -> field.type() == Type.CRITERION);
  }

  boolean isMet(String criterion) {
    return given.path(criterion).path("met").asBoolean();
  }

  /** Whether it is said how it is known. */
  boolean isProven(String criterion) {
    return !given.path(criterion).path("evidence").asText("").isBlank();
  }

  /** Under which name whoever answered knows a criterion. */
  String field(String criterion) {
    return asForm ? criterion : AnswerFields.CRITERIA + "." + criterion;
  }

  String evidenceField(String criterion) {
    return asForm ? CriteriaReader.evidence(criterion) : field(criterion) + ".evidence";
  }

  /**
   * As it is kept, without non-negotiables.
   *
   * @param override why a manager went on
   * @param without which ones
   */
  public String toJson(String override, List<String> without) {
    ObjectNode kept = kept();
    ObjectNode manager = kept.putObject("override").put("reason", override);
    without.forEach(manager.putArray("without")::add);
    return kept.toString();
  }

  /** As it is kept, with all that is required. */
  public String toJson() {
    return kept().toString();
  }

  private ObjectNode kept() {
    ObjectNode kept = JSON.createObjectNode().put("framework", framework);
    kept.set("criteria", given);
    return kept;
  }

  /** The day that the rep named at the criterion {@code timing}. */
  public static Optional<Instant> timingDate(AnswerEntry answer) {
    JsonNode date = json(answer.content()).at("/criteria/timing/date");
    return date.isTextual()
        ? Optional.of(LocalDate.parse(date.asText()).atStartOfDay(ZoneOffset.UTC).toInstant())
        : Optional.empty();
  }

  /** A map, or the text that a form submits; nothing is an empty object. */
  static JsonNode json(@Nullable Object raw) {
    try {
      if (raw == null) {
        return JSON.createObjectNode();
      }
      return raw instanceof String text ? StrictJson.read(text) : JSON.valueToTree(raw);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
