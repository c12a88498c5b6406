package dev.baton.input;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Policy of every text that is sent, whichever way it comes: what is cut off, what is taken out,
 * what is refused. The same whichever database keeps it.
 */
public final class TextPolicy {
  /** Of them a text has tabs and line breaks. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

  private static final Pattern BREAK = Pattern.compile("\\p{Cc}+");

  /** Half of a character: with its other half the pattern sees one that is whole. */
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  /** What stands where a character was lost. */
  private static final char LOST = '\uFFFD';

  /** Two texts that differ by such a character look the same; a blank can be seen. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Z}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F"
              + "\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0000}-\\x{E0FFF}&&[^ ]]");

  private TextPolicy() {}

  /** Without white space around it. */
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
    return c == '\u0085' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** On one line: a break in a name would be one in a subject or a header too. */
  public static String oneLine(String text) {
    return BREAK.matcher(text).replaceAll(" ");
  }

  /** Without the control characters that a database or a mail can't hold. */
  public static String readable(String text) {
    return CONTROL.matcher(text).replaceAll("");
  }

  /** Why a text can't be kept, as a phrase. */
  public static Optional<String> hindrance(String text, int longest) {
    if (text.length() > longest) {
      return Optional.of("longer than %d characters".formatted(longest));
    }
    if (HALF.matcher(text).find()) {
      return Optional.of("not a text: it has half of a character");
    }
    Matcher control = CONTROL.matcher(text);
    return control.find()
        ? Optional.of(
            "contains the control character U+%04X".formatted((int) control.group().charAt(0)))
        : Optional.empty();
  }

  /** Why a text won't do where each character counts, in an answer or an identity. */
  public static Optional<String> objection(String text, int longest) {
    return hindrance(text, longest)
        .or(
            () ->
                text.indexOf(LOST) >= 0
                    ? Optional.of("has a character that was lost on its way; please write it again")
                    : Optional.empty());
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
