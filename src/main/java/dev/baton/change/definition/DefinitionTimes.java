package dev.baton.change.definition;

import dev.baton.engine.deploy.ModelsInForce;
import dev.baton.engine.deploy.PastModels;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Since when the models of a hash are in force, for those who read figures cut by it. */
@Component
public class DefinitionTimes {
  private final PastModels models;

  DefinitionTimes(PastModels models) {
    this.models = models;
  }

  /** The last time they came into force; nothing where they are deployed no more. */
  public Optional<Instant> since(String hash) {
    return models.all().stream()
        .filter(time -> time.hash().equals(hash))
        .map(ModelsInForce::since)
        .reduce((earlier, later) -> later);
  }
}
