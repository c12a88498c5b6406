package dev.baton.engine.deploy;

import dev.baton.engine.gate.ModelKind;
import java.time.Instant;

/**
 * Version of a model.
 *
 * @param deployedAt when it came into force; the first one counts since ever
 * @param file the name it was deployed under
 */
public record ModelVersion(
    ModelKind kind,
    String key,
    String id,
    int number,
    Instant deployedAt,
    String deploymentId,
    String file) {

  /** What tells models apart: kinds may share a key. */
  String model() {
    return kind.name() + " " + key;
  }
}
