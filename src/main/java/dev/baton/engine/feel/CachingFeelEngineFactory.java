package dev.baton.engine.feel;

import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.valuemapper.ValueMapper;

/** Gives decision tables the FEEL engine that parses each cell once. */
public class CachingFeelEngineFactory implements FeelEngineFactory {

  /** The language alone, with its own functions and values. */
  public static FeelEngine language() {
    return new CachingFeelEngine(
        FeelEngine.defaultFunctionProvider(), FeelEngine.defaultValueMapper());
  }

  @Override
  public org.camunda.bpm.dmn.feel.impl.FeelEngine createInstance() {
    return new ScalaFeelEngine(List.of()) {
      @Override
      protected FeelEngine buildFeelEngine(
          CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
        return new CachingFeelEngine(functions, values);
      }
    };
  }
}
