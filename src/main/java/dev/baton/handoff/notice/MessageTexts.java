package dev.baton.handoff.notice;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.Decisions;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Headlines of messages by the table {@code message-text} in force, with what they name. */
@Component
public class MessageTexts {
  private static final String TABLE = "message-text";
  private static final Pattern NAMED = Pattern.compile("\\{([A-Za-z]+)}");

  private final Decisions decisions;

  MessageTexts(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * The headline of a message.
   *
   * @param values what the text may name in braces, with a capital where it begins with one; what
   *     isn't among them is left out
   */
  public String of(MessageText message, Map<String, String> values) {
    return NAMED.matcher(template(message)).replaceAll(named -> value(named.group(1), values));
  }

  private static String value(String name, Map<String, String> values) {
    String known = values.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    return Matcher.quoteReplacement(
        Character.isUpperCase(name.charAt(0)) ? StringUtils.capitalize(known) : known);
  }

  /** A message goes out whatever is wrong with the table: then with the message's name. */
  private String template(MessageText message) {
    String word = message.word();
    try {
      return decisions.rows(TABLE, Map.of()).stream()
          .filter(row -> row.text("message").equals(word))
          .map(row -> row.text("text"))
          .filter(text -> !text.isBlank())
          .findFirst()
          .orElse(word.replace('_', ' '));
    } catch (DecisionFailure failure) {
      return word.replace('_', ' ');
    }
  }
}
