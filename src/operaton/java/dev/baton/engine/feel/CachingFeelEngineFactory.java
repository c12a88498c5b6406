package dev.baton.engine.feel;

import java.util.List;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.valuemapper.ValueMapper;
import org.operaton.bpm.dmn.feel.impl.FeelEngineFactory;
import org.operaton.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.operaton.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;

/** Gives decision tables the FEEL engine that parses each cell once. */
public class CachingFeelEngineFactory implements FeelEngineFactory {

  /** The language alone, with its own functions and values. */
  public static FeelEngine language() {
    return new CachingFeelEngine(
        FeelEngine.defaultFunctionProvider(), FeelEngine.defaultValueMapper());
  }

  @Override
  public org.operaton.bpm.dmn.feel.impl.FeelEngine createInstance() {
    return new ScalaFeelEngine(List.of()) {
      @Override
      protected FeelEngineApi buildFeelEngineApi(
          CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
        return new FeelEngineApi(new CachingFeelEngine(functions, values));
      }
    };
  }
}
