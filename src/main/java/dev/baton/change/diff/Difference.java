package dev.baton.change.diff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

  /** A whole file that is new, or gone. */
  public static Difference ofFile(String file, boolean isNew) {
    return isNew
        ? added(file, null, file, "%s is new".formatted(file))
        : removed(file, null, file, "%s is gone".formatted(file));
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

  /** What an element says otherwise, word by word; {@code said} names it. */
  static List<Difference> ofProperties(
      String file,
      String element,
      String said,
      Map<String, String> before,
      Map<String, String> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(before.get(name), after.get(name)))
        .map(
            name ->
                changed(
                    file,
                    element,
                    before.get(name),
                    after.get(name),
                    "%s: %s %s → %s"
                        .formatted(
                            said,
                            name,
                            before.getOrDefault(name, "nothing"),
                            after.getOrDefault(name, "nothing"))))
        .toList();
  }
}
