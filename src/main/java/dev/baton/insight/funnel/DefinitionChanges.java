package dev.baton.insight.funnel;

import dev.baton.engine.Definitions;
import dev.baton.engine.Definitions.Replaced;
import dev.baton.engine.deploy.ChangeNumbers;
import dev.baton.insight.rollup.InstantRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * When a process or a table was replaced; deployments are no history, so no clean-up takes them.
 */
@Component
public class DefinitionChanges {
  private final BiFunction<Instant, Instant, List<Replaced>> replaced;
  private final ChangeNumbers numbers;

  @Autowired
  DefinitionChanges(Definitions definitions, ChangeNumbers numbers) {
    this(definitions::replaced, numbers);
  }

  public DefinitionChanges(
      BiFunction<Instant, Instant, List<Replaced>> replaced, ChangeNumbers numbers) {
    this.replaced = replaced;
    this.numbers = numbers;
  }

  public List<DefinitionChange> in(InstantRange range) {
    List<Replaced> found = replaced.apply(range.from(), range.to());
    Map<String, Long> byDeployment =
        numbers.of(found.stream().map(Replaced::deploymentId).distinct().toList());
    return found.stream()
        .map(
            definition ->
                new DefinitionChange(
                    definition.at(),
                    definition.kind(),
                    definition.key(),
                    definition.name(),
                    definition.version(),
                    byDeployment.get(definition.deploymentId())))
        .toList();
  }
}
