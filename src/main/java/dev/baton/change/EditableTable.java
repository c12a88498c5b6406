package dev.baton.change;

import dev.baton.engine.deploy.ModelFile;
import java.util.Locale;

/**
 * A decision table in force.
 *
 * @param name as people call it
 */
public record EditableTable(String file, String name) {
  static EditableTable of(ModelFile model) {
    String key = model.name().substring(0, model.name().lastIndexOf('.'));
    return new EditableTable(
        model.name(),
        key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1).replace('-', ' '));
  }
}
