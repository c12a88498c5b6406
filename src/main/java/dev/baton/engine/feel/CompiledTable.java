package dev.baton.engine.feel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.HitPolicyEntry;
import org.camunda.bpm.dmn.engine.impl.spi.type.DmnTypeDefinition;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.impl.context.CompositeVariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Decision table whose cells of common shapes are read once, when it is loaded; FEEL evaluates the
 * others. It answers as the engine does, or not at all: then the engine is asked.
 */
public final class CompiledTable {
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"\\\\]*\"|-?\\d{1,9}|true|false|null");

  /** Row that matches, with its outputs by name, which nobody changes. */
  public record Row(String id, Map<String, Object> outputs) {}

  /** A column's expression. */
  private record Column(
      DmnDecisionTableInputImpl input, String text, Optional<CompiledInput> known) {}

  /** A condition; without a text it always holds. */
  private record Condition(@Nullable String text, Optional<CompiledCell> known) {
    static final Condition NONE = new Condition(null, Optional.empty());
  }

  /** A conclusion; a literal has its value. */
  private record Conclusion(
      String output, String text, DmnTypeDefinition type, @Nullable TypedValue literal) {}

  /** Its answer is known beforehand where all its conclusions are literals. */
  private record Rule(
      String id, List<Condition> conditions, List<Conclusion> conclusions, @Nullable Row answer) {
    static Rule of(String id, List<Condition> conditions, List<Conclusion> conclusions) {
      Map<String, Object> outputs = new HashMap<>();
      for (Conclusion conclusion : conclusions) {
        if (conclusion.literal() == null) {
          return new Rule(id, conditions, conclusions, null);
        }
        outputs.put(conclusion.output(), conclusion.literal().getValue());
      }
      return new Rule(id, conditions, conclusions, new Row(id, outputs));
    }
  }

  private final FeelEngine feel;
  private final HitPolicy policy;
  private final List<Column> columns;
  private final List<Rule> rules;

  private CompiledTable(FeelEngine feel, HitPolicy policy, List<Column> columns, List<Rule> rules) {
    this.feel = feel;
    this.policy = policy;
    this.columns = columns;
    this.rules = rules;
  }

  /** The table as the engine has parsed it; empty where only the engine knows what it means. */
  public static Optional<CompiledTable> of(DmnEngine dmn, DmnDecision decision) {
    if (!(decision.getDecisionLogic() instanceof DmnDecisionTableImpl table)
        || !decision.getRequiredDecisions().isEmpty()
        || !(dmn.getConfiguration() instanceof DefaultDmnEngineConfiguration configuration)) {
      return Optional.empty();
    }
    HitPolicyEntry policy = table.getHitPolicyHandler().getHitPolicyEntry();
    boolean known =
        policy.getAggregator() == null
            && switch (policy.getHitPolicy()) {
              case UNIQUE, FIRST, COLLECT, RULE_ORDER -> true;
              default -> false;
            };
    if (!known || !speaksFeel(table)) {
      return Optional.empty();
    }
    FeelEngine feel = configuration.getFeelEngine();
    return Optional.of(
        new CompiledTable(
            feel,
            policy.getHitPolicy(),
            table.getInputs().stream().map(CompiledTable::column).toList(),
            table.getRules().stream().map(rule -> rule(rule, table.getOutputs(), feel)).toList()));
  }

  private static boolean speaksFeel(DmnDecisionTableImpl table) {
    return table.getInputs().stream()
            .allMatch(input -> isFeel(input.getExpression()) && !isBlank(input.getExpression()))
        && table.getRules().stream()
            .allMatch(
                rule ->
                    rule.getConditions().stream().allMatch(CompiledTable::isFeel)
                        && rule.getConclusions().stream().allMatch(CompiledTable::isFeel));
  }

  private static boolean isFeel(@Nullable DmnExpressionImpl expression) {
    return expression == null || expression.getExpressionLanguage() == null;
  }

  private static boolean isBlank(@Nullable DmnExpressionImpl expression) {
    return expression == null
        || expression.getExpression() == null
        || expression.getExpression().trim().isEmpty();
  }

  private static Column column(DmnDecisionTableInputImpl input) {
    String text = input.getExpression().getExpression();
    return new Column(input, text, CompiledInput.of(text));
  }

  private static Rule rule(
      DmnDecisionTableRuleImpl rule, List<DmnDecisionTableOutputImpl> outputs, FeelEngine feel) {
    List<Condition> conditions =
        rule.getConditions().stream().map(CompiledTable::condition).toList();
    List<Conclusion> conclusions = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      DmnExpressionImpl conclusion = rule.getConclusions().get(i);
      if (!isBlank(conclusion)) {
        conclusions.add(conclusion(outputs.get(i), conclusion.getExpression(), feel));
      }
    }
    return Rule.of(rule.getId(), conditions, conclusions);
  }

  private static Condition condition(DmnExpressionImpl expression) {
    return isBlank(expression)
        ? Condition.NONE
        : new Condition(expression.getExpression(), CompiledCell.of(expression.getExpression()));
  }

  private static Conclusion conclusion(
      DmnDecisionTableOutputImpl output, String text, FeelEngine feel) {
    DmnTypeDefinition type = output.getTypeDefinition();
    TypedValue literal = null;
    if (LITERAL.matcher(text.strip()).matches()) {
      try {
        literal = value(feel, text, Variables.emptyVariableContext(), type);
      } catch (RuntimeException wrong) {
        // whoever asks hears of it
      }
    }
    return new Conclusion(output.getOutputName(), text, type, literal);
  }

  private static TypedValue value(
      FeelEngine feel, String text, VariableContext variables, DmnTypeDefinition type) {
    return type.transform(feel.<Object>evaluateSimpleExpression(text, variables));
  }

  /** The rows that match, in the table's order; empty where the engine has to say it. */
  public Optional<List<Row>> answer(Map<String, Object> inputs) {
    VariableContext variables = Variables.fromMap(inputs).asVariableContext();
    List<Rule> matching = new ArrayList<>(rules);
    for (int column = 0; column < columns.size(); column++) {
      TypedValue value = value(columns.get(column), inputs, variables);
      narrow(matching, column, value, inputs, variables);
    }
    List<Row> rows = matching.stream().map(rule -> row(rule, variables)).toList();
    return switch (policy) {
      case FIRST -> Optional.of(rows.isEmpty() ? rows : rows.subList(0, 1));
      case UNIQUE -> rows.size() > 1 ? Optional.empty() : Optional.of(rows);
      default -> Optional.of(rows);
    };
  }

  private TypedValue value(Column column, Map<String, Object> inputs, VariableContext variables) {
    DmnTypeDefinition type = column.input().getExpression().getTypeDefinition();
    if (column.known().isPresent()) {
      CompiledInput.Value value = column.known().orElseThrow().of(inputs);
      if (value.known()) {
        return type.transform(value.value());
      }
    }
    return value(feel, column.text(), variables, type);
  }

  private void narrow(
      List<Rule> matching,
      int column,
      TypedValue value,
      Map<String, Object> inputs,
      VariableContext variables) {
    String name = columns.get(column).input().getInputVariable();
    Object plain = value.getValue();
    matching.removeIf(
        rule -> {
          Condition condition = rule.conditions().get(column);
          if (condition.text() == null) {
            return false;
          }
          CompiledCell.Answer answer =
              condition.known().isEmpty()
                  ? CompiledCell.Answer.ASK_FEEL
                  : condition.known().orElseThrow().of(plain, inputs);
          return switch (answer) {
            case YES -> false;
            case NO -> true;
            case ASK_FEEL ->
                !feel.evaluateSimpleUnaryTests(
                    condition.text(), name, withInput(name, value, variables));
          };
        });
  }

  private static VariableContext withInput(
      String name, TypedValue value, VariableContext variables) {
    return CompositeVariableContext.compose(
        Variables.createVariables()
            .putValue("inputVariableName", name)
            .putValueTyped(name, value)
            .asVariableContext(),
        variables);
  }

  private Row row(Rule rule, VariableContext variables) {
    if (rule.answer() != null) {
      return rule.answer();
    }
    Map<String, Object> outputs = new HashMap<>();
    for (Conclusion conclusion : rule.conclusions()) {
      TypedValue literal = conclusion.literal();
      TypedValue value =
          literal == null ? value(feel, conclusion.text(), variables, conclusion.type()) : literal;
      outputs.put(conclusion.output(), value.getValue());
    }
    return new Row(rule.id(), outputs);
  }
}
