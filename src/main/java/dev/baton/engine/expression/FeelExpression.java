package dev.baton.engine.expression;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import dev.baton.engine.feel.CachingFeelEngineFactory;
import dev.baton.engine.feel.FeelBudget;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.jspecify.annotations.Nullable;

/**
 * What a FEEL text asks for: the names it reads and the functions it calls. The language itself
 * answers an unknown one with null, in silence.
 *
 * @param error why it can't be read; null when it can
 */
public record FeelExpression(@Nullable String error, Set<String> names, Set<String> functions) {
  private static final FeelEngineApi LANGUAGE =
      new FeelEngineApi(CachingFeelEngineFactory.language());
  private static final BuiltinFunctions BUILT_IN =
      new BuiltinFunctions(FeelEngine.defaultClock(), FeelEngine.defaultValueMapper());

  /** Functions that don't answer the same question the same. */
  private static final Set<String> CHANGING = Set.of("now", "today", "random number");

  public static FeelExpression expression(String text) {
    return of(LANGUAGE.parseExpression(text));
  }

  public static FeelExpression condition(String text) {
    return of(LANGUAGE.parseUnaryTests(text));
  }

  /** What an expression without names comes to; null when it comes to nothing, or to no end. */
  public static @Nullable Object value(String constant) {
    try {
      EvaluationResult evaluated = LANGUAGE.evaluateExpression(constant, Map.of());
      return evaluated.isSuccess() ? evaluated.result() : null;
    } catch (FeelBudget.Exceeded endless) {
      return null;
    }
  }

  private static FeelExpression of(ParseResult parsed) {
    FeelExpression expression = new FeelExpression(null, new TreeSet<>(), new TreeSet<>());
    if (parsed.isFailure()) {
      return new FeelExpression(parsed.failure().message(), Set.of(), Set.of());
    }
    expression.walk(parsed.parsedExpression().expression(), Set.of());
    return expression;
  }

  public Set<String> changing() {
    return functions.stream().filter(CHANGING::contains).collect(Collectors.toSet());
  }

  public Set<String> unknownFunctions() {
    Set<String> unknown = new TreeSet<>(functions);
    unknown.removeIf(name -> BUILT_IN.getFunctions(name).nonEmpty());
    return unknown;
  }

  private void walk(Object node, Set<String> bound) {
    if (node instanceof Ref ref) {
      String name = ref.names().head();
      if (!bound.contains(name)) {
        names.add(name);
      }
    } else if (node instanceof Filter filter) {
      // inside, names mean the fields of an item; only the list itself can be judged
      walk(filter.list(), bound);
    } else if (node instanceof JavaFunctionInvocation) {
      functions.add("a Java method");
    } else if (node instanceof FunctionInvocation call) {
      functions.add(call.function());
      each(call.params(), bound);
    } else if (node instanceof Product || node instanceof Iterable) {
      each(node, bind(node, bound));
    }
  }

  private void each(Object node, Set<String> bound) {
    var parts =
        node instanceof Iterable<?> many ? many.iterator() : ((Product) node).productIterator();
    while (parts.hasNext()) {
      walk(parts.next(), bound);
    }
  }

  /** The names that a loop, a function or a context brings along for its inside. */
  private static Set<String> bind(Object node, Set<String> bound) {
    if (!(node instanceof For
        || node instanceof SomeItem
        || node instanceof EveryItem
        || node instanceof ConstContext
        || node instanceof FunctionDefinition)) {
      return bound;
    }
    Set<String> inside = new HashSet<>(bound);
    inside.add("partial");
    var names = ((Iterable<?>) ((Product) node).productElement(0)).iterator();
    while (names.hasNext()) {
      Object name = names.next();
      inside.add(String.valueOf(name instanceof Tuple2<?, ?> named ? named._1() : name));
    }
    return inside;
  }
}
