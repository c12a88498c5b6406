package dev.baton.alert.text;

import dev.baton.people.Language;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Wording of messages for one reader: the texts of a language, with its numbers, and its times on
 * the reader's clock.
 *
 * @param texts by the word of their row; what isn't there is said by that word
 */
public record Wording(Language language, ZoneId zone, Map<String, String> texts) {
  /** As pages say it, which are English and no table's. */
  public static final Wording ENGLISH =
      new Wording(Language.EN, ZoneOffset.UTC, TextTable.SHIPPED.in(Language.EN));

  /** As it ships, on the clock of a reader of pages. */
  public static Wording shipped(Language language, ZoneId zone) {
    return new Wording(language, zone, TextTable.SHIPPED.in(language));
  }

  private static final Pattern NAMED = Pattern.compile("\\{([A-Za-z]+)}");

  /** A text with what it names, with a capital where the name begins with one. */
  public String say(Text text) {
    return text.isLiteral()
        ? String.valueOf(text.values().get(""))
        : NAMED
            .matcher(label(text.row()))
            .replaceAll(named -> Matcher.quoteReplacement(value(named.group(1), text.values())));
  }

  /** What a text names in braces. */
  static Set<String> named(String text) {
    return NAMED
        .matcher(text)
        .results()
        .map(name -> StringUtils.uncapitalize(name.group(1)))
        .collect(Collectors.toSet());
  }

  /** A text that names nothing, such as that of a button. */
  public String label(String row) {
    return known(row).orElseGet(() -> row.replace('_', ' '));
  }

  /** A text that there may be, for a word of which there may be more. */
  public Optional<String> known(String row) {
    return Optional.ofNullable(texts.get(row));
  }

  private String value(String name, Map<String, Object> values) {
    String known = written(values.getOrDefault(StringUtils.uncapitalize(name), ""));
    return Character.isUpperCase(name.charAt(0)) ? StringUtils.capitalize(known) : known;
  }

  private String written(Object value) {
    if (value instanceof Text text) {
      return say(text);
    }
    if (value instanceof Number number) {
      return NumberFormat.getInstance(language.locale()).format(number);
    }
    if (value instanceof LocalDate day) {
      return language.day().format(day);
    }
    if (value instanceof List<?> all) {
      return all.stream().map(this::written).collect(Collectors.joining(", "));
    }
    return value instanceof Instant at ? at(at) : value.toString();
  }

  /** What somebody else said, in this language's marks; nothing where they said nothing. */
  public @Nullable String quoted(@Nullable String words) {
    return words == null || words.isBlank() ? null : say(Text.of("quoted", Map.of("words", words)));
  }

  /** The same words on another clock. */
  public Wording on(ZoneId other) {
    return new Wording(language, other, texts);
  }

  /** On the reader's own clock. */
  public String at(Instant at) {
    return language.time().format(at.atZone(zone));
  }
}
