package dev.baton.engine.deploy;

import dev.baton.engine.gate.ModelKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Version of a model.
 *
 * @param since when it came into force; null where it was there from the beginning
 * @param file the name it was deployed under
 */
public record ModelVersion(
    ModelKind kind,
    String key,
    String id,
    int number,
    @Nullable Instant since,
    String deploymentId,
    String file) {

  /** What tells models apart: kinds may share a key. */
  String model() {
    return kind.name() + " " + key;
  }
}
