package dev.baton.change.definition;

import dev.baton.engine.deploy.ModelsInForce;
import dev.baton.engine.deploy.PastModels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Since when the models of a hash are in force, for those who read figures cut by it. */
@Component
public class DefinitionTimes {
  private final PastModels models;

  DefinitionTimes(PastModels models) {
    this.models = models;
  }

  /**
   * Since when models are in force.
   *
   * @param first whether there were none before
   */
  public record Since(Instant at, boolean first) {}

  /** The last time they came into force; nothing where they are deployed no more. */
  public Optional<Since> of(String hash) {
    List<ModelsInForce> times = models.all();
    return times.stream()
        .filter(time -> time.hash().equals(hash))
        .reduce((earlier, later) -> later)
        .map(time -> new Since(time.since(), time.equals(times.get(0))));
  }
}
