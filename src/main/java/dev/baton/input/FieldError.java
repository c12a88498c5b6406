package dev.baton.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Error at one field of an input, or a remark on it.
 *
 * @param field its path, such as {@code lead.email}
 * @param allowed the values that would be right; null where there are too many to name
 */
public record FieldError(String field, String message, @Nullable List<String> allowed) {
  public FieldError(String field, String message) {
    this(field, message, null);
  }

  boolean isAbout(String other) {
    return field.equals(other) || field.startsWith(other + ".");
  }
}
