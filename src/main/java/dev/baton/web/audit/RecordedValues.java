package dev.baton.web.audit;

import dev.baton.web.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Format of values as the audit recorded them, such as {@code sales, team north, active} or {@code
 * Team[name=North, pool=false]}: names and words of ours in the page's language, what people wrote
 * as it is.
 */
@Component("recordedValues")
class RecordedValues {
  private static final Pattern RECORD = Pattern.compile("[A-Z]\\w*\\[(.*)]", Pattern.DOTALL);
  private static final Pattern PAIR = Pattern.compile("([a-z]\\w*)=(.*)", Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile("(team|reads as) (.+)", Pattern.DOTALL);

  /** What somebody reads; empty where there was nothing. */
  public String said(@Nullable String recorded) {
    return recorded == null ? "" : listed(recorded);
  }

  private static String listed(String recorded) {
    String whole = Labels.said(recorded);
    if (!whole.equals(recorded) && recorded.indexOf('[') < 0) {
      return whole;
    }
    return parts(recorded).stream()
        .map(RecordedValues::part)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String part(String part) {
    Matcher inside = RECORD.matcher(part);
    if (inside.matches()) {
      return listed(inside.group(1));
    }
    Matcher pair = PAIR.matcher(part);
    if (pair.matches()) {
      String value = value(pair.group(2));
      return value.isEmpty() ? "" : "%s: %s".formatted(Labels.said(words(pair.group(1))), value);
    }
    Matcher named = NAMED.matcher(part);
    return named.matches()
        ? "%s %s".formatted(Labels.said(named.group(1)), named.group(2))
        : Labels.said(part);
  }

  private static String value(String value) {
    return switch (value) {
      case "null", "[]" -> "";
      case "true" -> Labels.said("yes");
      case "false" -> Labels.said("no");
      default -> value;
    };
  }

  private static String words(String name) {
    return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** What commas part, but for those within brackets. */
  private static List<String> parts(String recorded) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at < recorded.length(); at++) {
      char letter = recorded.charAt(at);
      depth += "[{(".indexOf(letter) >= 0 ? 1 : "]})".indexOf(letter) >= 0 ? -1 : 0;
      if (depth == 0 && recorded.startsWith(", ", at)) {
        parts.add(recorded.substring(from, at));
        from = at + 2;
      }
    }
    parts.add(recorded.substring(from));
    return parts;
  }
}
