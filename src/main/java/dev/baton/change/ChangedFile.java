package dev.baton.change;

import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.gate.ModelKind;
import org.jspecify.annotations.Nullable;

/**
 * File of a change.
 *
 * @param base what was in force when it was proposed, once applied what it took the place of; null
 *     where there was nothing
 */
record ChangedFile(String name, String content, @Nullable String base) {
  boolean isTable() {
    return file().kind().orElse(null) == ModelKind.DECISION;
  }

  ModelFile file() {
    return new ModelFile(name, content);
  }
}
