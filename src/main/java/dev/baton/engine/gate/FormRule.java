package dev.baton.engine.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.input.AnswerField;
import dev.baton.input.AnswerForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Rule for Camunda Forms: one that stands in for a form of ours asks for fields that its answer
 * has, and for all that the answer can't do without; else a rep fills in what nobody keeps.
 */
class FormRule {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final Supplier<List<AnswerForm>> forms;

  FormRule(Supplier<List<AnswerForm>> forms) {
    this.forms = forms;
  }

  void check(byte[] content, Findings findings) {
    Optional<String> id = id(content);
    if (id.isEmpty()) {
      findings.add("", "A form is JSON with an id");
      return;
    }
    forms.get().stream()
        .filter(form -> id.get().equals(form.id()))
        .findFirst()
        .ifPresent(form -> check(form, json(content).orElseThrow(), findings));
  }

  private static void check(AnswerForm form, JsonNode deployed, Findings findings) {
    Set<String> asked = new TreeSet<>(deployed.findValuesAsText("key"));
    Set<String> known = form.names();
    asked.stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                findings.add(
                    "",
                    "The form asks for '%s', which its answer doesn't have; it has %s"
                        .formatted(name, String.join(", ", known))));
    form.fields().stream()
        .filter(field -> !field.isOptional() && !asked.contains(field.name()))
        .forEach(
            field ->
                findings.add(
                    "",
                    "The form doesn't ask for '%s' (%s), without which nobody can answer"
                        .formatted(field.name(), field.label())));
    deployed.findParents("key").forEach(each -> offered(form, each, findings));
  }

  /** Reasons come and go with their table, which is checked when somebody answers. */
  private static void offered(AnswerForm form, JsonNode component, Findings findings) {
    List<String> codes =
        form.field(component.path("key").asText())
            .filter(field -> field.type() != AnswerField.Type.REASON && field.isClosed())
            .map(AnswerField::codes)
            .orElse(List.of());
    component
        .path("values")
        .forEach(
            option -> {
              String code = option.path("value").asText();
              if (!codes.isEmpty() && !codes.contains(code)) {
                findings.add(
                    "",
                    "The form offers '%s' for '%s', which its answer doesn't take; it takes %s"
                        .formatted(code, component.path("key").asText(), String.join(", ", codes)));
              }
            });
  }

  /** The id of a form, or empty where it is none. */
  static Optional<String> id(byte[] content) {
    return json(content).map(form -> form.path("id").asText()).filter(id -> !id.isEmpty());
  }

  private static Optional<JsonNode> json(byte[] content) {
    try {
      // the engine reads nothing else than UTF-8, which Jackson would guess
      return Optional.of(
          JSON.readTree(UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
