package dev.baton.connect.conversion;

import dev.baton.signal.Signal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Ids that ad platforms give a click, found in what signals say: as a property, or in the address
 * of a page. They stand in the signals alone, and go with them when a person is erased.
 */
public final class ClickIds {
  /** By the names that the platforms give them. */
  public static final List<String> NAMES =
      List.of("gclid", "gbraid", "wbraid", "li_fat_id", "fbclid", "msclkid");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.~-]{1,500}");
  private static final int DEEPEST = 4;

  private ClickIds() {}

  /** The last of each. */
  public static Map<String, String> of(List<Signal> signals) {
    Map<String, String> found = new TreeMap<>();
    signals.stream()
        .sorted(Comparator.comparing(Signal::occurredAt))
        .forEach(signal -> collect(signal.properties(), found, 0));
    return found;
  }

  private static void collect(Map<?, ?> properties, Map<String, String> found, int depth) {
    properties.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> inner && depth < DEEPEST) {
            collect(inner, found, depth + 1);
          } else if (value instanceof String text) {
            keep(String.valueOf(name), text, found);
            if (text.startsWith("https://") || text.startsWith("http://")) {
              address(text, found);
            }
          }
        });
  }

  private static void address(String address, Map<String, String> found) {
    int query = address.indexOf('?');
    if (query < 0) {
      return;
    }
    for (String part : address.substring(query + 1).split("[&#]", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        keep(part.substring(0, equals), decoded(part.substring(equals + 1)), found);
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static void keep(String name, String value, Map<String, String> found) {
    if (NAMES.contains(name) && ID.matcher(value).matches()) {
      found.put(name, value);
    }
  }
}
