package dev.baton.privacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Mentions of a person in text: whole words, written in a way that Java and both databases read.
 */
final class PersonalMentions {
  static final String REPLACEMENT = "[erased]";
  private static final int SHORTEST = 3;

  private PersonalMentions() {}

  /** Finds any of these texts; the longest first, so that none is left in part. */
  static Optional<String> pattern(Collection<String> texts) {
    String any =
        texts.stream()
            .map(String::strip)
            .filter(text -> text.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(PersonalMentions::quoted)
            .collect(Collectors.joining("|"));
    return any.isEmpty() ? Optional.empty() : Optional.of("(?<!\\w)(?:" + any + ")(?!\\w)");
  }

  /** In a text of ours. */
  static String replaced(String text, ErasedPerson person) {
    String without =
        pattern(person.names())
            .map(
                names ->
                    Pattern.compile(names, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(text)
                        .replaceAll(REPLACEMENT))
            .orElse(text);
    return pattern(person.surnames())
        .map(names -> Pattern.compile(names).matcher(without).replaceAll(REPLACEMENT))
        .orElse(without);
  }

  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(
            c -> {
              String letter = Character.toString(c);
              return c < 128 && !Character.isLetterOrDigit(c) ? "\\" + letter : letter;
            })
        .collect(Collectors.joining());
  }
}
