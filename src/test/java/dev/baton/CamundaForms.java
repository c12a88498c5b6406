package dev.baton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.agent.proposal.ProposalSchema;
import dev.baton.engine.FileDecisions;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Option;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerField.When;
import dev.baton.input.AnswerForm;
import dev.baton.rejection.ReplySchema;
import dev.baton.review.minutes.ReviewSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generator of the Camunda Forms that ship, from the answer schema and the shipped taxonomy. */
final class CamundaForms {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whose reasons a form offers. */
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "review-lead", "review",
          "qualify-bant", "qualification",
          "qualify-meddic", "qualification",
          "make-first-touch", "first_touch",
          "open-opportunity", "opportunity");

  /** Two of them stand side by side. */
  private static final Set<Type> SHORT = Set.of(Type.CHOICE, Type.AMOUNT, Type.CURRENCY);

  private CamundaForms() {}

  static Stream<AnswerForm> schema() {
    return Stream.of(
            new AnswerSchema(), new ReplySchema(), new ReviewSchema(), new ProposalSchema())
        .flatMap(room -> room.all().stream())
        .filter(form -> form.id() != null);
  }

  static JsonNode of(AnswerForm asked) {
    AnswerForm form = asked.reasons(reasons(asked.id()));
    ObjectNode file = JSON.createObjectNode();
    ArrayNode components = file.putArray("components");
    components.addObject().put("text", form.link()).put("type", "text").put("id", "why");
    if (form.how() != null) {
      components.addObject().put("text", form.how()).put("type", "text").put("id", "how");
    }
    AnswerField before = null;
    for (AnswerField field : form.fields()) {
      field.parts().forEach(part -> components.add(component(part)));
      layOut(components, field, before);
      before = field;
    }
    file.put("type", "default").put("id", form.id());
    file.put("executionPlatform", "Camunda Platform").put("executionPlatformVersion", "7.24.0");
    file.putObject("exporter").put("name", "Camunda Modeler").put("version", "5.40.1");
    return file.put("schemaVersion", 16);
  }

  private static List<Option> reasons(String form) {
    return QUESTIONS.containsKey(form)
        ? FileDecisions.shipped()
            .evaluate("rejection-reasons", Map.of("question", QUESTIONS.get(form)))
            .stream()
            .map(row -> new Option((String) row.get("code"), (String) row.get("label")))
            .toList()
        : List.of();
  }

  private static ObjectNode component(AnswerField field) {
    ObjectNode component = JSON.createObjectNode();
    boolean isDate = Set.of(Type.DAY, Type.PAST, Type.FUTURE).contains(field.type());
    if (isDate) {
      component.put("subtype", field.type() == Type.DAY ? "date" : "datetime");
    }
    component.put(isDate ? "dateLabel" : "label", field.label());
    if (isDate && field.type() != Type.DAY) {
      component.put("timeLabel", "Time").put("timeSerializingFormat", "utc_offset");
      component.put("timeInterval", 15).put("use24h", true);
    }
    if (field.isClosed()) {
      ArrayNode values = component.putArray("values");
      field
          .options()
          .forEach(each -> values.addObject().put("label", each.label()).put("value", each.code()));
    }
    component.put("type", type(field)).put("id", field.name()).put("key", field.name());
    if (field.type() == Type.AMOUNT) {
      component.put("decimalDigits", 2);
    }
    restrict(component, field);
    if (field.preset() != null) {
      component.put("defaultValue", field.preset());
    }
    if (field.hint() != null) {
      component.put(
          "description",
          Character.toUpperCase(field.hint().charAt(0)) + field.hint().substring(1) + ".");
    } else if (field.isOptional() && field.type() == Type.NOTE) {
      component.put("description", "Optional.");
    }
    return component;
  }

  /** Tasklist would keep the error of a hidden field, which the server therefore checks alone. */
  private static void restrict(ObjectNode component, AnswerField field) {
    if (field.shown() != null) {
      component.putObject("conditional").put("hide", hide(field.shown()));
    } else if (field.type() == Type.DECISION) {
      component.putObject("validate").put("required", true);
    } else if (Set.of("textfield", "textarea").contains(type(field))) {
      component.putObject("validate").put("maxLength", field.longest());
    }
  }

  private static String hide(When shown) {
    return shown.codes().stream()
        .map(code -> "%s != \"%s\"".formatted(shown.field(), code))
        .collect(Collectors.joining(" and ", "=", ""));
  }

  private static String type(AnswerField field) {
    return switch (field.type()) {
      case DECISION -> "radio";
      case CHOICE, REASON -> "select";
      case NOTE -> "textarea";
      case DAY, PAST, FUTURE -> "datetime";
      case NUMBER, AMOUNT -> "number";
      case TICK, CRITERION -> "checkbox";
      case TEXT, EMAIL, LINK, CURRENCY -> "textfield";
    };
  }

  /** A criterion is a row; so are two short fields that are asked together. */
  private static void layOut(ArrayNode components, AnswerField field, AnswerField before) {
    int last = components.size();
    if (field.type() == Type.CRITERION) {
      int[] widths = {4, 5, 4, 3};
      for (int part = 0; part < widths.length; part++) {
        row(components.get(last - widths.length + part), field.name(), widths[part]);
      }
    } else if (before != null
        && SHORT.contains(field.type())
        && SHORT.contains(before.type())
        && String.valueOf(field.shown()).equals(String.valueOf(before.shown()))) {
      row(components.get(last - 2), before.name(), 8);
      row(components.get(last - 1), before.name(), 8);
    }
  }

  private static void row(JsonNode component, String name, int columns) {
    ((ObjectNode) component).putObject("layout").put("row", "row-" + name).put("columns", columns);
  }
}
