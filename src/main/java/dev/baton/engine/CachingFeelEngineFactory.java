package dev.baton.engine;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Makes the stock FEEL engine with one difference: a cell's text is parsed once, not at every
 * evaluation. Parsing depends on the text alone; evaluation and errors stay the stock engine's own.
 */
class CachingFeelEngineFactory implements FeelEngineFactory {

  @Override
  public org.camunda.bpm.dmn.feel.impl.FeelEngine createInstance() {
    return new ScalaFeelEngine(List.of()) {
      @Override
      protected FeelEngine buildFeelEngine(
          CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
        return new CachingFeelEngine(super.buildFeelEngine(functions, values));
      }
    };
  }

  // Camunda asks the older methods of the language, so these are the ones that must remember.
  @SuppressWarnings("deprecation")
  private static final class CachingFeelEngine extends FeelEngine {
    /** Far more cells than a company's tables have; a flood of others starts the cache anew. */
    private static final int BOUND = 20_000;

    private final Map<String, Either<Failure, ParsedExpression>> expressions =
        new ConcurrentHashMap<>();
    private final Map<String, Either<Failure, ParsedExpression>> unaryTests =
        new ConcurrentHashMap<>();

    CachingFeelEngine(FeelEngine stock) {
      super(stock.functionProvider(), stock.valueMapper(), stock.configuration(), stock.clock());
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
}
