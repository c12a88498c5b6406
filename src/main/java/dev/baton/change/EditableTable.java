package dev.baton.change;

import dev.baton.engine.deploy.ModelFile;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decision table in force.
 *
 * @param name as its model calls it
 */
public record EditableTable(String file, String name) {
  private static final Pattern NAME = Pattern.compile("<decision\\s[^>]*?\\bname=\"([^\"&]+)\"");

  static EditableTable of(ModelFile model) {
    Matcher named = NAME.matcher(model.content());
    return new EditableTable(model.name(), named.find() ? named.group(1) : words(model.name()));
  }

  private static String words(String file) {
    String key = file.substring(0, file.lastIndexOf('.'));
    return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1).replace('-', ' ');
  }
}
