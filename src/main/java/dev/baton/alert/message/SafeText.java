package dev.baton.alert.message;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text by strangers made safe to store and to put into a line: no control characters, no novels.
 */
public final class SafeText {
  private static final String BREAKS = "[\\p{Cc}\\u2028\\u2029\\s]+";

  /** Invisible, and they turn what follows around. */
  private static final Pattern BIDI = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  private SafeText() {}

  /** On one line, so that no header can be smuggled in behind a line break. */
  public static String line(String text, int most) {
    return cut(BIDI.matcher(text).replaceAll("").replaceAll(BREAKS, " ").trim(), most);
  }

  public static @Nullable String lineOrNull(@Nullable String text, int most) {
    return text == null ? null : line(text, most);
  }

  /** Line breaks stay. */
  public static String lines(String text, int most) {
    return cut(
        BIDI.matcher(text)
            .replaceAll("")
            .replaceAll("\\R", "\n")
            .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
            .trim(),
        most);
  }

  public static @Nullable String linesOrNull(@Nullable String text, int most) {
    return text == null ? null : lines(text, most);
  }

  static List<String> each(@Nullable List<String> texts, int most) {
    return each(texts, most, 12);
  }

  static List<String> each(@Nullable List<String> texts, int most, int number) {
    return texts == null
        ? List.of()
        : texts.stream().filter(Objects::nonNull).limit(number).map(t -> line(t, most)).toList();
  }

  /** Never between the two halves of a character. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
