package dev.baton.insight.funnel;

import dev.baton.engine.Definitions;
import dev.baton.engine.Definitions.Replaced;
import dev.baton.insight.rollup.InstantRange;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * When a process or a table was replaced; deployments are no history, so no clean-up takes them.
 */
@Component
public class DefinitionChanges {
  private final BiFunction<Instant, Instant, List<Replaced>> replaced;

  @Autowired
  DefinitionChanges(Definitions definitions) {
    this(definitions::replaced);
  }

  public DefinitionChanges(BiFunction<Instant, Instant, List<Replaced>> replaced) {
    this.replaced = replaced;
  }

  public List<DefinitionChange> in(InstantRange range) {
    return replaced.apply(range.from(), range.to()).stream()
        .map(
            definition ->
                new DefinitionChange(
                    definition.at(),
                    definition.kind(),
                    definition.key(),
                    definition.name(),
                    definition.version()))
        .toList();
  }
}
