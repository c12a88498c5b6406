package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.baton.engine.feel.CachingFeelEngineFactory;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The caching FEEL engine differs from the stock one in speed alone. */
class CachingFeelTest {
  private final FeelEngine stock = new ScalaFeelEngineFactory().createInstance();
  private final FeelEngine ours = new CachingFeelEngineFactory().createInstance();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + x", "y", "no such thing", "count(", "unheard of(x)", "if x > 1 then \"a\" else null",
        "count([1,2,3][item <= x])", "", "lower case(null)", "x / 0", "{a: x}.a", "\"open"
      })
  void an_expression_gives_the_stock_result_or_the_stock_error_again_and_again(String text) {
    for (int x = 1; x <= 3; x++) {
      VariableContext context = Variables.putValue("x", x).asVariableContext();
      Outcome expected = outcome(() -> stock.evaluateSimpleExpression(text, context));
      assertThat(outcome(() -> ours.evaluateSimpleExpression(text, context))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> 1",
        "[1..2]",
        "x",
        "null",
        "not(1)",
        "\"a\"",
        "< y",
        ">= ",
        "matches(?, \"a\")",
        "-",
        "1,2",
        "no such thing()"
      })
  void a_cell_gives_the_stock_answer_or_the_stock_error_again_and_again(String text) {
    for (Object x : new Object[] {1, 2, 3, "a", null}) {
      VariableContext context = Variables.putValue("x", x).asVariableContext();
      Outcome expected = outcome(() -> stock.evaluateSimpleUnaryTests(text, "x", context));
      assertThat(outcome(() -> ours.evaluateSimpleUnaryTests(text, "x", context)))
          .isEqualTo(expected);
    }
  }

  @Test
  void an_error_names_its_cause_from_the_cache_too() {
    VariableContext context = Variables.fromMap(Map.of()).asVariableContext();
    for (int i = 0; i < 2; i++) {
      assertThat(catchThrowable(() -> ours.evaluateSimpleExpression("count(", context)))
          .isInstanceOf(FeelException.class)
          .hasMessageContaining("count(");
    }
  }

  private record Outcome(Object result, String error) {}

  private static Outcome outcome(java.util.function.Supplier<Object> evaluation) {
    try {
      return new Outcome(evaluation.get(), null);
    } catch (RuntimeException e) {
      return new Outcome(null, e.getClass().getName() + ": " + e.getMessage());
    }
  }
}
