package dev.baton.nurture.mail;

import dev.baton.lead.Profile;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Placeholders such as {@code {firstName}} and {@code {company|your team}}: what isn't known is the
 * text behind the bar, or goes away together with the space before it, so that "Hello {firstName},"
 * reads "Hello,".
 */
public final class Placeholders {
  public static final List<String> KNOWN =
      List.of("firstName", "lastName", "company", "jobTitle", "industry");

  private static final Pattern PLACEHOLDER = Pattern.compile("( ?)\\{([A-Za-z]+)(?:\\|([^{}]*))?}");
  private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}?|}");
  private static final int LONGEST = 60;

  /** Nobody is called that: a name with an address in it would make our mail somebody's lure. */
  private static final Pattern LURE =
      Pattern.compile("(?i)https?:|www\\.|[/\\\\@<>]|\\b\\S+\\.(com|net|org|io|ru|cn|info|biz)\\b");

  private Placeholders() {}

  /** What stands in braces and can't be filled; empty when all is well. */
  static List<String> unknown(String text) {
    return BRACES.matcher(text).results().map(MatchResult::group).filter(b -> !isKnown(b)).toList();
  }

  private static boolean isKnown(String braces) {
    var found = PLACEHOLDER.matcher(braces);
    return found.matches() && KNOWN.contains(found.group(2));
  }

  public static String fill(String text, Profile profile) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found ->
                java.util.regex.Matcher.quoteReplacement(
                    value(profile, found.group(2))
                        .or(() -> Optional.ofNullable(found.group(3)))
                        .map(value -> found.group(1) + value)
                        .orElse("")));
  }

  private static Optional<String> value(Profile profile, String field) {
    return profile
        .get(field)
        .map(value -> value.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip())
        .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
        .filter(value -> !LURE.matcher(value).find());
  }
}
