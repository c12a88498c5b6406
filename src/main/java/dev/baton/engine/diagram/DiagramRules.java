package dev.baton.engine.diagram;

import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ShippedModels;
import dev.baton.engine.names.StepBeans;
import dev.baton.input.AnswerForm;
import java.util.List;
import java.util.function.Supplier;

/** The rules of this package, for the gate. */
public final class DiagramRules {
  private DiagramRules() {}

  public static List<ModelRule> of(
      StepBeans beans, ShippedModels models, Supplier<List<AnswerForm>> forms) {
    return List.of(
        new DrawnRule(),
        new FlowRule(),
        new LoopRule(),
        new ShippedStepRule(models),
        new ShippedWayRule(beans, models, forms),
        new AddedStepRule(models),
        new ListenerPlaceRule(models),
        new TableColumnRule(),
        new AskedTaskRule(),
        new AddedQuestionRule(models),
        new ReadNamesRule(beans, models),
        new SetBeforeReadRule(beans, models),
        new ComparedWordsRule(beans, models, forms));
  }

  /** What a table keeps to for the diagrams that ask it. */
  public static ModelRule ofTables() {
    return new ReadTableRule();
  }
}
