package dev.baton.change.diff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a changed model says otherwise.
 *
 * @param element the id of what a designer can click on, or null where it is the whole file
 * @param before what it said, or null where it was not there
 * @param after what it says, or null where it is gone
 * @param text the sentence
 */
public record Difference(
    String file,
    @Nullable String element,
    What what,
    @Nullable String before,
    @Nullable String after,
    String text) {

  /** What became of it. */
  public enum What {
    ADDED,
    CHANGED,
    REMOVED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Difference added(
      String file, @Nullable String element, @Nullable String after, String text) {
    return new Difference(file, element, What.ADDED, null, after, text);
  }

  static Difference removed(
      String file, @Nullable String element, @Nullable String before, String text) {
    return new Difference(file, element, What.REMOVED, before, null, text);
  }

  static Difference changed(
      String file,
      @Nullable String element,
      @Nullable String before,
      @Nullable String after,
      String text) {
    return new Difference(file, element, What.CHANGED, before, after, text);
  }
}
