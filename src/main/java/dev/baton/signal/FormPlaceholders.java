package dev.baton.signal;

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
final class FormPlaceholders {
  private static final Set<String> WORDS = read();
  private static final Pattern SIGNS_AROUND =
      Pattern.compile("^[\\s\\-–—−_.…:*<>()\\[\\]?#]+|[\\s\\-–—−_.…:*<>()\\[\\]?#]+$");

  /** A template that was never filled in. */
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{.*}}|\\$\\{.*}|%%.*%%|\\[\\[.*]]|\\*\\|.*\\|\\*");

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
  static @Nullable String filled(SignalFields fields, String field, int longest) {
    String text = fields.text(field, longest);
    if (text == null || !isOne(field, text)) {
      return text;
    }
    fields.leftOut(field, "'%s' only holds the place of a value".formatted(text));
    return null;
  }

  /** Whoever is called Null is not asked for more than this. */
  static boolean isTemplate(String text) {
    return TEMPLATE.matcher(text).matches();
  }

  private static boolean isOne(String field, String text) {
    String word = SIGNS_AROUND.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    boolean isNamibia = field.equals("country") && text.equalsIgnoreCase("NA");
    return word.isEmpty() || (WORDS.contains(word) && !isNamibia) || isTemplate(text);
  }
}
