package dev.baton.change;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param element the id of what a designer can click on, or null where it is the whole file
 */
public record ChangeFinding(Severity severity, String file, @Nullable String element, String text) {
  /** An error hinders; a warning is to be looked at. */
  public enum Severity {
    ERROR,
    WARNING;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ChangeFinding warning(String file, String text) {
    return new ChangeFinding(Severity.WARNING, file, null, text);
  }

  boolean hinders() {
    return severity == Severity.ERROR;
  }
}
