package dev.baton.signal.fields;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What stands in a field of which nothing was said: a form's "Select", an export's "n/a". */
public final class FormPlaceholders {
  private static final Set<String> WORDS = read();
  private static final Pattern SIGNS_AROUND =
      Pattern.compile("^[\\s\\-–—−_.…:*<>()\\[\\]?#]+|[\\s\\-–—−_.…:*<>()\\[\\]?#]+$");

  /** A template that was never filled in. */
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{.*}}|\\$\\{.*}|%%.*%%|\\[\\[.*]]|\\*\\|.*\\|\\*");

  /** What a list says before anything is chosen. */
  private static final Pattern ASKS =
      Pattern.compile(
          "(?:please )?(?:select|choose|pick)(?: (?:an?|one|your|the))?(?: [\\w-]+){0,2}");

  private static final Set<String> ORIGINS = Set.of("source", "campaign");
  private static final Set<String> UNKNOWN = Set.of("unknown", "unbekannt", "inconnu");

  private FormPlaceholders() {}

  private static Set<String> read() {
    try {
      return new ClassPathResource("placeholders.txt")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A field's text of one line; one that says nothing is absent. */
  public static @Nullable String filled(SignalFields fields, String field, int longest) {
    String text = fields.text(field, longest);
    if (text == null || !isOne(field, text)) {
      return text;
    }
    fields.leftOut(field, "'%s' only holds the place of a value".formatted(text));
    return null;
  }

  /** Whoever is called Null is not asked for more than this. */
  public static boolean isTemplate(String text) {
    return TEMPLATE.matcher(text).matches();
  }

  static boolean isOne(String field, String text) {
    String word = SIGNS_AROUND.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    // where somebody comes from may be said to be unknown
    if (ORIGINS.contains(field) && UNKNOWN.contains(word)) {
      return false;
    }
    boolean isNamibia = field.equals("country") && text.equalsIgnoreCase("NA");
    return word.isEmpty()
        || ((WORDS.contains(word) || ASKS.matcher(word).matches()) && !isNamibia)
        || isTemplate(text);
  }
}
