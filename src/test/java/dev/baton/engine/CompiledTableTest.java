package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.feel.CompiledCell;
import dev.baton.engine.feel.CompiledInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiled tables, cells and inputs differ from stock FEEL in speed alone. */
class CompiledTableTest {
  private static final FeelEngine STOCK = new ScalaFeelEngineFactory().createInstance();
  private static final Decisions BY_STOCK = FileDecisions.shippedByStockFeel();
  private static final Decisions COMPILED = FileDecisions.shipped();
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(-?\\d+)");

  /** Values of all kinds that anybody might put in. */
  private static final List<Object> VALUES =
      Arrays.asList(
          null,
          "",
          " ",
          "a",
          "A",
          "a,b",
          "ä",
          "5",
          "true",
          "null",
          0,
          1,
          2,
          5,
          -5,
          7L,
          10,
          Integer.MAX_VALUE,
          Integer.MIN_VALUE,
          3_000_000_000L,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          (short) 5,
          5.0,
          5.5,
          0.1f,
          new BigDecimal("5"),
          new BigDecimal("5.00"),
          Double.NaN,
          true,
          false,
          'a',
          List.of(),
          List.of(1, 5, 7L),
          List.of("a", "b"),
          List.of(1.5, 2),
          Arrays.asList(1, null),
          LocalDate.of(2026, 1, 1),
          Map.of("a", 1));

  private static final List<String> PARTS =
      List.of(
          "\"a\"",
          "\"\"",
          "\"a,b\"",
          "\"5\"",
          "\"ä\"",
          "5",
          "-5",
          "0",
          "007",
          "< 5",
          "<= 5",
          ">5",
          ">=  -5",
          ">= limit",
          "< word",
          "> nothing",
          "> unknown",
          "[1..5]",
          "(1..5)",
          "[1..5)",
          "]1..5[",
          "[5..1]",
          "[ 1 .. 5 ]",
          "(5..5)",
          "null",
          "true",
          "false",
          "-",
          "5.0",
          "not(5)",
          "\"a\\\"b\"",
          "limit",
          "matches(?, \"a\")",
          "= 5",
          ">= 5 and < 7",
          "999999999999999");

  static Stream<String> parts() {
    return PARTS.stream();
  }

  static Stream<String> lists() {
    Random random = new Random(7);
    return IntStream.range(0, 200)
        .mapToObj(
            n ->
                random
                    .ints(2 + random.nextInt(2), 0, PARTS.size())
                    .mapToObj(PARTS::get)
                    .reduce((one, other) -> one + (random.nextBoolean() ? "," : " , ") + other)
                    .orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("lists")
  @Tag("nightly")
  void a_list_of_conditions_answers_as_stock_feel_or_leaves_it_to_feel(String cell) {
    a_cell_answers_as_stock_feel_or_leaves_it_to_feel(cell);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void a_cell_answers_as_stock_feel_or_leaves_it_to_feel(String cell) {
    CompiledCell.of(cell)
        .ifPresent(
            compiled -> {
              for (Object value : VALUES) {
                Map<String, Object> variables = variables(value);
                CompiledCell.Answer answer = compiled.of(value, variables);
                if (answer != CompiledCell.Answer.ASK_FEEL) {
                  VariableContext context = Variables.fromMap(variables).asVariableContext();
                  assertThat(outcome(() -> STOCK.evaluateSimpleUnaryTests(cell, "x", context)))
                      .as("%s asked of %s", cell, value)
                      .isEqualTo(new Outcome(answer == CompiledCell.Answer.YES, null));
                }
              }
            });
  }

  private static Map<String, Object> variables(Object value) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("x", value);
    variables.put("limit", 5);
    variables.put("word", "a");
    variables.put("nothing", null);
    return variables;
  }

  @Test
  void cells_of_common_shapes_are_compiled() {
    for (String cell :
        List.of(
            "\"a\"",
            "\"a\", \"b\"",
            "5",
            "-20",
            "< 3",
            ">= 80",
            "[50..500]",
            "[60..80)",
            "[20..49],[501..2000]",
            "null",
            "< 30, null",
            ">= mqlAt")) {
      assertThat(CompiledCell.of(cell)).as(cell).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void an_input_has_the_value_of_stock_feel_or_leaves_it_to_feel(String text) {
    CompiledInput compiled = CompiledInput.of(text).orElseThrow();
    for (Object value : VALUES) {
      Map<String, Object> variables = new HashMap<>();
      variables.put("x", value);
      CompiledInput.Value answer = compiled.of(variables);
      if (answer.known()) {
        VariableContext context = Variables.fromMap(variables).asVariableContext();
        assertThat(outcome(() -> STOCK.evaluateSimpleExpression(text, context)))
            .as("%s where x is %s", text, value)
            .isEqualTo(new Outcome(answer.value(), null));
      }
    }
  }

  static List<String> inputs() {
    return List.of(
        "x",
        "lower case(x)",
        "upper case( x )",
        "count(x[item <= 5])",
        "count(x[ item > 1 ])",
        "count( x[item<7] )");
  }

  static Stream<String> tables() {
    return FileDecisions.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_table_that_ships_answers_random_questions_as_stock_feel_does(String table) {
    List<Object> named = named(table);
    List<String> variables = variables(table);
    Random random = new Random(table.hashCode());
    for (int question = 0; question < 60; question++) {
      Map<String, Object> inputs = new HashMap<>();
      for (String variable : variables) {
        List<Object> from = random.nextInt(4) == 0 ? VALUES : named;
        inputs.put(variable, from.get(random.nextInt(from.size())));
      }
      assertThat(outcome(() -> COMPILED.evaluate(table, inputs)))
          .as("%s asked for %s", table, inputs)
          .isEqualTo(outcome(() -> BY_STOCK.evaluate(table, inputs)));
    }
  }

  /** The values in its cells, and nothing. */
  private static List<Object> named(String table) {
    List<Object> values = new ArrayList<>(Arrays.asList(null, "x", 1, 100L));
    Matcher words = WORD.matcher(FileDecisions.xml(table).replace("&lt;", "<"));
    while (words.find()) {
      values.add(words.group(1) == null ? parsed(words.group(2)) : words.group(1));
    }
    return values;
  }

  private static Object parsed(String digits) {
    return digits.length() > 9 ? digits : Integer.valueOf(digits);
  }

  private static List<String> variables(String table) {
    var parsed =
        (DmnDecisionTableImpl) FileDecisions.parse(Decisions.FAST, table).getDecisionLogic();
    List<String> names = new ArrayList<>();
    parsed.getInputs().stream()
        .flatMap(
            input ->
                Pattern.compile("[a-zA-Z]\\w*")
                    .matcher(input.getExpression().getExpression())
                    .results())
        .map(name -> name.group())
        .distinct()
        .forEach(names::add);
    names.addAll(List.of("mqlAt", "salesReadyAt", "fitAt", "actsAt"));
    return names;
  }

  private record Outcome(Object result, String error) {}

  private static Outcome outcome(Supplier<Object> evaluation) {
    try {
      return new Outcome(evaluation.get(), null);
    } catch (RuntimeException e) {
      // the engine as it comes doesn't tell which row answered
      String said = String.valueOf(e.getMessage()).replaceFirst(" in its row '[^']+'", "");
      return new Outcome(null, said);
    }
  }
}
