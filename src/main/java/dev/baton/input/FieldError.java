package dev.baton.input;

import java.util.List;
import java.util.Locale;
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

  /** With its sentence in a language. */
  public FieldError in(Locale locale) {
    return new FieldError(field, Sentences.in(locale, message), allowed);
  }

  boolean isAbout(String other) {
    return field.equals(other) || field.startsWith(other + ".");
  }
}
