package dev.baton.engine.deploy;

import dev.baton.engine.gate.ModelKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Models that were in force together (rule R21).
 *
 * @param since when the last of them came
 * @param hash as it is kept on what they judged
 */
public record ModelsInForce(Instant since, String hash, List<ModelVersion> models) {
  public Optional<ModelVersion> find(ModelKind kind, String key) {
    return models.stream()
        .filter(model -> model.kind() == kind && model.key().equals(key))
        .findFirst();
  }
}
