package dev.baton.engine.diagram;

import static dev.baton.engine.gate.ModelXml.attribute;

import dev.baton.engine.expression.ConditionOutcomes;
import dev.baton.engine.expression.ExpressionCheck;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.names.StepBeans;
import dev.baton.input.AnswerForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Cases in which a way is looked at: what the variables can be that its conditions read. */
final class WayCases {
  private static final String ANYTHING_ELSE = "anything else";

  private final StepBeans beans;
  private final Supplier<List<AnswerForm>> forms;

  WayCases(StepBeans beans, Supplier<List<AnswerForm>> forms) {
    this.beans = beans;
    this.forms = forms;
  }

  /** All that the variables can be which the flows that ship read; what they wait for first. */
  List<Map<String, Object>> of(List<Element> flows, ModelXml ours) {
    List<String> conditions =
        flows.stream().flatMap(flow -> FlowGraph.condition(flow).stream()).toList();
    Set<String> names = new TreeSet<>();
    conditions.forEach(text -> names.addAll(ExpressionCheck.names(text)));
    List<Map<String, Object>> cases = new ArrayList<>(List.of(Map.of()));
    for (String name : names) {
      Set<String> words = new LinkedHashSet<>();
      conditions.forEach(text -> compared(text, name).forEach(words::add));
      words.addAll(answers(name, ours));
      ours.all().flatMap(Expressions::of).flatMap(text -> compared(text, name)).forEach(words::add);
      beans.variables().forEach(each -> words.addAll(each.words().getOrDefault(name, Set.of())));
      words.add(ANYTHING_ELSE);
      cases = ConditionOutcomes.each(cases, name, words);
    }
    return cases;
  }

  private static Stream<String> compared(String text, String name) {
    return ExpressionCheck.comparisons(text).stream()
        .filter(each -> each.name().equals(name))
        .map(ExpressionCheck.Comparison::word);
  }

  /** What people can answer in the forms of a process. */
  private List<String> answers(String name, ModelXml ours) {
    Set<String> asked =
        ours.all().flatMap(each -> attribute(each, "formRef").stream()).collect(Collectors.toSet());
    return forms.get().stream()
        .filter(form -> form.id() != null)
        .filter(form -> asked.contains(form.id()) || asked.contains("${form}"))
        .flatMap(form -> form.field(name).stream())
        .flatMap(field -> field.codes().stream())
        .toList();
  }
}
