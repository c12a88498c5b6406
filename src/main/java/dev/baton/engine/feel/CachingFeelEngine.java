package dev.baton.engine.feel;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FailedEvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvalContext$;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * FEEL engine that parses a cell's text once, not at every evaluation, and gives an evaluation a
 * {@link FeelBudget}. Values and errors stay the stock engine's.
 */
// The process engine asks the older methods of the language, so these must remember.
@SuppressWarnings("deprecation")
final class CachingFeelEngine extends FeelEngine {
  /** Far more cells than a company's tables have; a flood of others starts the cache anew. */
  private static final int BOUND = 20_000;

  private final Map<String, Either<Failure, ParsedExpression>> expressions =
      new ConcurrentHashMap<>();
  private final Map<String, Either<Failure, ParsedExpression>> unaryTests =
      new ConcurrentHashMap<>();
  private final FeelInterpreter interpreter;
  private final EvalContext root;

  CachingFeelEngine(FunctionProvider functions, ValueMapper values) {
    super(functions, values, FeelEngine.defaultConfiguration(), FeelEngine.defaultClock());
    interpreter = new CountingInterpreter(values);
    List<FunctionProvider> known = List.of(new BuiltinFunctions(clock(), values), functions);
    root =
        EvalContext$.MODULE$.create(
            values,
            new FunctionProvider.CompositeFunctionProvider(
                CollectionConverters.asScala(known).toList()));
  }

  @Override
  public EvaluationResult evaluate(ParsedExpression expression, Context variables) {
    EvalContext context = EvalContext$.MODULE$.empty(valueMapper()).merge(root).merge(variables);
    Val value = FeelBudget.within(() -> interpreter.eval(expression.expression(), context));
    var failures = context.failureCollector().failures();
    if (value instanceof ValError error) {
      return failed(expression, error.error(), failures);
    }
    if (value instanceof ValFatalError fatal) {
      return failed(expression, fatal.error(), failures);
    }
    return new SuccessfulEvaluationResult(valueMapper().unpackVal(value), failures);
  }

  private static EvaluationResult failed(
      ParsedExpression expression,
      String why,
      camundajar.impl.scala.collection.immutable.List<EvaluationFailure> failures) {
    return new FailedEvaluationResult(
        new Failure("failed to evaluate expression '%s': %s".formatted(expression.text(), why)),
        failures);
  }

  @Override
  public Either<Failure, ParsedExpression> parseExpression(String text) {
    return cached(expressions, text, super::parseExpression);
  }

  @Override
  public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
    return cached(unaryTests, text, super::parseUnaryTests);
  }

  private static Either<Failure, ParsedExpression> cached(
      Map<String, Either<Failure, ParsedExpression>> cache,
      String text,
      Function<String, Either<Failure, ParsedExpression>> parse) {
    Either<Failure, ParsedExpression> known = cache.get(text);
    if (known != null) {
      return known;
    }
    if (cache.size() >= BOUND) {
      cache.clear();
    }
    return cache.computeIfAbsent(text, parse);
  }
}
