package dev.baton.insight;

import dev.baton.engine.Definitions;
import dev.baton.engine.Definitions.Replaced;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * When a process or a table was replaced; deployments are no history, so no clean-up takes them.
 */
@Component
class DefinitionChanges {
  private final BiFunction<Instant, Instant, List<Replaced>> replaced;

  @Autowired
  DefinitionChanges(Definitions definitions) {
    this(definitions::replaced);
  }

  DefinitionChanges(BiFunction<Instant, Instant, List<Replaced>> replaced) {
    this.replaced = replaced;
  }

  List<DefinitionChange> in(Range range) {
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
