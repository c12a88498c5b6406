package dev.baton.agent.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Check of a text that a language model wrote: what it may hold is what the rule's text and the
 * sources held, so that nothing a lead wrote can smuggle in an address or a link.
 */
final class TextCheck {
  static final int LONGEST = 2_000;

  private static final Pattern MAIL = Pattern.compile("[\\w.+%-]+\\s?@\\s?[\\w-]+(\\.[\\w-]+)*");
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)\\b(?:[a-z][a-z0-9+.-]*://|www\\.|javascript:|data:)\\S+"
              + "|\\b[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.\\p{L}{2,}\\b\\S*");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d ()/-]{5,}\\d");
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|\\]\\(|```");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\u200B-\\u200F]");

  private TextCheck() {}

  /**
   * What is wrong with it, if anything is.
   *
   * @param known texts whose addresses, links and numbers it may repeat
   */
  static Optional<String> objection(String text, List<String> known) {
    if (text.isBlank()) {
      return Optional.of("the model's text is empty");
    }
    if (text.length() > LONGEST) {
      return Optional.of("the model's text is too long");
    }
    if (CONTROL.matcher(text).find() || MARKUP.matcher(text).find()) {
      return Optional.of("the model's text has markup or hidden characters in it");
    }
    String allowed = String.join("\n", known).toLowerCase(Locale.ROOT);
    if (isStrange(MAIL, text, allowed)) {
      return Optional.of("the model's text has an address in it that isn't ours to use");
    }
    if (isStrange(LINK, text, allowed)) {
      return Optional.of("the model's text has a link in it that isn't in the sources");
    }
    return isStrange(PHONE, text, allowed)
        ? Optional.of("the model's text has a number in it that isn't in the sources")
        : Optional.empty();
  }

  private static boolean isStrange(Pattern what, String text, String allowed) {
    return what.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(found -> found.replaceAll("[.,;:!?)]+$", "").toLowerCase(Locale.ROOT))
        .anyMatch(found -> !allowed.contains(found));
  }
}
