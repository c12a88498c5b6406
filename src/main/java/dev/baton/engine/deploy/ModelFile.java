package dev.baton.engine.deploy;

import dev.baton.engine.gate.ModelKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A model as a file.
 *
 * @param name with its ending: {@code score-threshold.dmn}
 */
public record ModelFile(String name, String content) {

  /** Whether files of this name are models. */
  public static boolean isModel(String name) {
    return ModelKind.of(name).isPresent();
  }

  public byte[] bytes() {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  public Optional<ModelKind> kind() {
    return ModelKind.of(name);
  }
}
