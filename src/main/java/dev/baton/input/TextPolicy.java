package dev.baton.input;

import java.util.Optional;
import java.util.regex.Pattern;

/** Policy of every text that is sent: what is cut off, what is refused. */
public final class TextPolicy {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private TextPolicy() {}

  /** Without white space and control characters around it. */
  public static String clean(String raw) {
    int from = 0;
    int to = raw.length();
    while (from < to && isSpace(raw.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(raw.charAt(to - 1))) {
      to--;
    }
    return raw.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || Character.isWhitespace(c);
  }

  /** On one line: a break in a name would be one in a subject or a header too. */
  public static String oneLine(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }

  /** Why a text won't do, as a phrase. */
  public static Optional<String> objection(String text, int longest) {
    if (text.length() > longest) {
      return Optional.of("longer than %d characters".formatted(longest));
    }
    return text.indexOf('\0') >= 0 ? Optional.of("contains a NUL character") : Optional.empty();
  }
}
