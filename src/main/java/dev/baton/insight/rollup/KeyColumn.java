package dev.baton.insight.rollup;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Column by whose values a figure is cut.
 *
 * @param dimension as the roll-up calls it
 * @param list whether a value is several keys, with commas between them; a row counts under each
 */
public record KeyColumn(String dimension, String column, boolean list) {

  public static KeyColumn of(String column) {
    return new KeyColumn(column, column, false);
  }

  public List<String> keys(@Nullable String value) {
    if (!list) {
      return List.of(value == null ? Aggregates.NO_KEY : value);
    }
    return value == null ? List.of() : Arrays.asList(value.split(","));
  }
}
