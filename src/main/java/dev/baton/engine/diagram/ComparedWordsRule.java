package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;
import static dev.baton.engine.gate.ModelXml.id;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.expression.ExpressionCheck;
import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import dev.baton.engine.names.StepBeans;
import dev.baton.input.AnswerForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A word that a condition waits for is one that somebody can answer, or a table can say. */
class ComparedWordsRule implements ModelRule {
  private static final Pattern COLUMN =
      Pattern.compile(
          "\\$\\{\\s*decisionResult(?:\\[0]|\\.(?:get)?[sS]ingleResult\\(?\\)?)\\.(\\w+)\\s*}");

  private final StepBeans beans;
  private final ShippedModels models;
  private final Supplier<List<AnswerForm>> forms;

  ComparedWordsRule(StepBeans beans, ShippedModels models, Supplier<List<AnswerForm>> forms) {
    this.beans = beans;
    this.models = models;
    this.forms = forms;
  }

  /** Words that a variable may be; open where something sets it to whatever it likes. */
  private static final class Words {
    private final Set<String> known = new TreeSet<>();
    private boolean open;

    void form(JsonNode form, String name) {
      form.findParents("key").stream()
          .filter(field -> field.path("key").asText().equals(name))
          .forEach(
              field -> {
                if (field.path("values").isEmpty()) {
                  open = true;
                }
                field.path("values").forEach(value -> known.add(value.path("value").asText()));
              });
    }

    void form(AnswerForm form, String name) {
      form.field(name)
          .ifPresent(
              field -> {
                known.addAll(field.codes());
                open |= !field.isClosed();
              });
    }

    void table(ModelXml decision, String column) {
      List<Element> columns = decision.all("output").toList();
      for (int i = 0; i < columns.size(); i++) {
        if (attribute(columns.get(i), "name").orElse("").equals(column) || column.isEmpty()) {
          int at = i;
          decision
              .all("rule")
              .flatMap(row -> children(row, "outputEntry").skip(at).limit(1))
              .map(ModelXml::cell)
              .forEach(this::cell);
        }
      }
    }

    /** What a model sets itself: a word as it stands, else whatever comes of it. */
    void constant(String value) {
      if (value.contains("${") || value.contains("#{")) {
        open = true;
      } else if (!value.isEmpty()) {
        known.add(value);
      }
    }

    private void cell(String cell) {
      if (cell.matches("\"[^\"]*\"")) {
        known.add(cell.substring(1, cell.length() - 1));
      } else {
        open |= !cell.isEmpty();
      }
    }
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    Map<String, Set<String>> said = said(model);
    Map<String, Optional<Set<String>>> known = new HashMap<>();
    model
        .all()
        .forEach(
            element ->
                comparisons(element)
                    .forEach(
                        each ->
                            known
                                .computeIfAbsent(
                                    each.name(), name -> known(name, said, model, modelLookup))
                                .filter(words -> !words.contains(each.word()))
                                .ifPresent(words -> tell(element, each, words, findings))));
  }

  private static Stream<ExpressionCheck.Comparison> comparisons(Element element) {
    return Expressions.of(element).flatMap(text -> ExpressionCheck.comparisons(text).stream());
  }

  private static void tell(
      Element element,
      ExpressionCheck.Comparison comparison,
      Set<String> known,
      Findings findings) {
    findings.add(
        element,
        "compares '%s' with '%s', which nobody answers; it can be: %s",
        comparison.name(),
        comparison.word(),
        String.join(", ", known));
  }

  /** The words that a variable can be; empty where it can be anything. */
  private Optional<Set<String>> known(
      String name, Map<String, Set<String>> said, ModelXml model, ModelLookup modelLookup) {
    Words words = words(name, model, modelLookup);
    if (!words.known.isEmpty()) {
      constants(model, name, words);
    }
    if (words.open || words.known.isEmpty()) {
      return Optional.empty();
    }
    words.known.addAll(said.getOrDefault(name, Set.of()));
    return Optional.of(words.known);
  }

  /** What forms and tables of the model can say. */
  private Words words(String name, ModelXml model, ModelLookup modelLookup) {
    Words words = new Words();
    Set<String> asked =
        model
            .all()
            .flatMap(each -> attribute(each, "formRef").stream())
            .collect(Collectors.toSet());
    for (String form : asked) {
      modelLookup
          .content(ModelKind.FORM, form)
          .flatMap(Forms::json)
          .ifPresent(f -> words.form(f, name));
    }
    forms.get().stream()
        .filter(form -> form.id() != null)
        .filter(form -> asked.contains(form.id()) || asked.contains("${form}"))
        .forEach(form -> words.form(form, name));
    model
        .all("businessRuleTask")
        .forEach(
            rule ->
                column(rule, name)
                    .ifPresent(
                        column ->
                            table(rule, modelLookup)
                                .ifPresent(table -> words.table(table, column))));
    return words;
  }

  /** Parameters that hand a value on, but for those that read a table. */
  private static void constants(ModelXml model, String name, Words words) {
    Stream.of("inputParameter", "outputParameter")
        .flatMap(model::all)
        .filter(each -> attribute(each, "name").filter(name::equals).isPresent())
        .map(ModelXml::text)
        .filter(text -> !COLUMN.matcher(text).matches() && !text.equals("${" + name + "}"))
        .forEach(words::constant);
    if (Stream.of("in", "out")
        .flatMap(model::all)
        .filter(each -> attribute(each, "target").filter(name::equals).isPresent())
        .anyMatch(each -> attribute(each, "sourceExpression").isPresent())) {
      words.constant("${" + name + "}");
    }
  }

  private static Optional<ModelXml> table(Element rule, ModelLookup modelLookup) {
    return attribute(rule, "decisionRef")
        .flatMap(table -> modelLookup.model(ModelKind.DECISION, table));
  }

  /** The column of a rule's table that becomes the variable; empty: the only one. */
  private static Optional<String> column(Element rule, String variable) {
    if (attribute(rule, "resultVariable").filter(variable::equals).isPresent()) {
      return attribute(rule, "mapDecisionResult").filter("singleEntry"::equals).map(single -> "");
    }
    return ModelXml.all(rule, "outputParameter")
        .filter(each -> attribute(each, "name").filter(variable::equals).isPresent())
        .map(ModelXml::text)
        .map(COLUMN::matcher)
        .filter(Matcher::matches)
        .map(each -> each.group(1))
        .findFirst();
  }

  /** What the application says by variable, and what the model that ships waits for. */
  private Map<String, Set<String>> said(ModelXml model) {
    Map<String, Set<String>> said = new HashMap<>();
    model
        .all("process")
        .forEach(
            process -> {
              beans.variables().stream()
                  .filter(known -> known.process().equals(id(process)))
                  .forEach(
                      known -> known.words().forEach((name, all) -> of(said, name).addAll(all)));
              models.find(ModelKind.PROCESS, id(process)).stream()
                  .flatMap(ours -> ours.xml().all())
                  .flatMap(ComparedWordsRule::comparisons)
                  .forEach(each -> of(said, each.name()).add(each.word()));
            });
    return said;
  }

  private static Set<String> of(Map<String, Set<String>> said, String name) {
    return said.computeIfAbsent(name, none -> new TreeSet<>());
  }
}
