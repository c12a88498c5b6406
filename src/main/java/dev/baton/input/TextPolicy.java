package dev.baton.input;

import java.util.Optional;
import java.util.regex.Pattern;

/** Policy of every text that is sent: what is cut off, what is refused. */
public final class TextPolicy {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  /** Two texts that differ by such a character look the same; a blank can be seen. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Z}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F"
              + "\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0000}-\\x{E0FFF}&&[^ ]]");

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
    return c <= ' ' || c == '\u0085' || Character.isWhitespace(c) || Character.isSpaceChar(c);
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

  /** The first character that nobody sees, such as {@code U+200B}. */
  public static Optional<String> invisible(String text) {
    return INVISIBLE
        .matcher(text)
        .results()
        .findFirst()
        .map(found -> "U+%04X".formatted(found.group().codePointAt(0)));
  }
}
