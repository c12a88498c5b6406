package dev.baton.engine;

import dev.baton.engine.asked.OutputLimits;
import dev.baton.engine.feel.CompiledTable;
import dev.baton.engine.feel.FeelBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.jspecify.annotations.Nullable;

/** One question to one table, within the budget of a decision. */
final class TableQuestion {
  private static final ThreadLocal<List<String>> MATCHED = new ThreadLocal<>();

  private final DmnEngine dmn;
  private final DmnDecision decision;
  private final Optional<CompiledTable> compiled;
  private final Map<String, Object> inputs;

  TableQuestion(Decisions.Table table, Map<String, Object> inputs) {
    this.dmn = table.dmn();
    this.decision = table.decision();
    this.compiled = table.compiled();
    this.inputs = inputs;
  }

  /** The same for a rule task's answer, which the engine hands over itself. */
  static void keepable(DmnDecisionTableEvaluationEvent event) {
    String table = event.getDecision().getKey();
    event
        .getMatchingRules()
        .forEach(
            rule ->
                rule.getOutputEntries()
                    .values()
                    .forEach(
                        output ->
                            OutputLimits.exceeded(
                                    table, output.getOutputName(), output.getValue().getValue())
                                .ifPresent(
                                    why -> {
                                      throw new DecisionFailure(table, rule.getId(), why);
                                    })));
  }

  /** Hears of each evaluation of a fast engine: its answer doesn't say which rows it is of. */
  static void evaluated(DmnDecisionTableEvaluationEvent event) {
    MATCHED.set(event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).toList());
  }

  /** The rows that match, in the table's order; the application can keep what they say. */
  List<DecisionRow> answer() {
    List<DecisionRow> rows = fast().orElseGet(this::byEngine);
    rows.forEach(this::keepable);
    return rows;
  }

  private void keepable(DecisionRow row) {
    row.outputs()
        .forEach(
            (column, value) ->
                OutputLimits.exceeded(row.table(), column, value)
                    .ifPresent(
                        why -> {
                          throw new DecisionFailure(
                              row.table(),
                              row.id(),
                              "%s, asked for %s".formatted(why, words(inputs)));
                        }));
  }

  /** Empty where the engine has to say it, and whatever is wrong. */
  private Optional<List<DecisionRow>> fast() {
    try {
      return compiled
          .flatMap(table -> FeelBudget.within(() -> table.answer(inputs)))
          .map(rows -> rows.stream().map(this::row).toList());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private DecisionRow row(CompiledTable.Row row) {
    return new DecisionRow(decision.getKey(), row.id(), row.outputs());
  }

  private List<DecisionRow> byEngine() {
    try {
      return FeelBudget.within(() -> rows(decision));
    } catch (RuntimeException e) {
      Optional<String> failing = rules().filter(rule -> fails(rule)).findFirst();
      String why = failing.isEmpty() ? together(e) : why(e);
      DecisionFailure failure =
          new DecisionFailure(
              decision.getKey(),
              failing.orElse(null),
              "%s, asked for %s".formatted(why, words(inputs)));
      failure.initCause(e);
      throw failure;
    } finally {
      MATCHED.remove();
    }
  }

  private List<DecisionRow> rows(DmnDecision asked) {
    List<Map<String, Object>> answers = dmn.evaluateDecisionTable(asked, inputs).getResultList();
    List<String> ids = Objects.requireNonNullElse(MATCHED.get(), List.of());
    List<DecisionRow> rows = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      String id = ids.size() == answers.size() ? ids.get(i) : null;
      rows.add(new DecisionRow(decision.getKey(), id, answers.get(i)));
    }
    return rows;
  }

  private Stream<String> rules() {
    return decision.getDecisionLogic() instanceof DmnDecisionTableImpl table
        ? table.getRules().stream().map(DmnDecisionTableRuleImpl::getId)
        : Stream.of();
  }

  private boolean fails(String rule) {
    try {
      alone(rule);
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }

  /** What one row answers when it is asked alone. */
  private List<DecisionRow> alone(String rule) {
    DmnDecisionTableImpl table = (DmnDecisionTableImpl) decision.getDecisionLogic();
    DmnDecisionTableImpl one = new DmnDecisionTableImpl();
    one.setHitPolicyHandler(table.getHitPolicyHandler());
    one.setInputs(table.getInputs());
    one.setOutputs(table.getOutputs());
    one.setRules(table.getRules().stream().filter(each -> each.getId().equals(rule)).toList());
    DmnDecisionImpl asked = new DmnDecisionImpl();
    asked.setKey(decision.getKey());
    asked.setName(decision.getName());
    asked.setDecisionLogic(one);
    return FeelBudget.within(() -> rows(asked));
  }

  /** No row fails by itself: too many of them match, or it lies somewhere else. */
  private String together(RuntimeException failure) {
    if (budget(failure).isPresent()) {
      return why(failure);
    }
    List<String> matching = rules().filter(rule -> !alone(rule).isEmpty()).toList();
    return matching.size() > 1
        ? "has several rows that match where one may: " + String.join(", ", matching)
        : why(failure);
  }

  private static String why(Throwable failure) {
    if (budget(failure).isPresent()) {
      return budget(failure).get();
    }
    String said = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    return "fails: " + (said.length() > 300 ? said.substring(0, 300) + "…" : said);
  }

  /** What was too much of it. */
  private static Optional<String> budget(Throwable failure) {
    return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(FeelBudget.Exceeded.class::isInstance)
        .map(cause -> String.valueOf(cause.getMessage()))
        .findFirst();
  }

  /** The inputs as a person would name them. */
  static String words(Map<String, Object> inputs) {
    return inputs.isEmpty()
        ? "nothing"
        : new TreeMap<>(inputs)
            .entrySet().stream()
                .map(input -> input.getKey() + " = " + shown(input.getValue()))
                .collect(Collectors.joining(", "));
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    return value instanceof String text ? "\"" + text + "\"" : value.toString();
  }
}
