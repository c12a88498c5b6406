package dev.baton.agent.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is shown, and who wrote it.
 *
 * @param writtenBy {@code rule}, or the name of the model
 * @param promptVersion of the question that the model was asked, or null
 * @param cost of the model, also where its text wasn't taken
 * @param note why the model's text wasn't taken, or null
 */
public record PolishedText(
    String text,
    String writtenBy,
    @Nullable String promptVersion,
    BigDecimal cost,
    @Nullable String note) {
  public static final String RULE = "rule";
  public static final String DISCLOSURE = "Written with the help of a language model.";

  public static PolishedText byRule(String text, @Nullable String note, BigDecimal cost) {
    return new PolishedText(text, RULE, null, cost, note);
  }

  /** Whether a model touched it. */
  public boolean ofModel() {
    return !writtenBy.equals(RULE);
  }

  /** A text that somebody changed still says that a model touched it. */
  public static String disclosed(String text) {
    return text.contains(DISCLOSURE) ? text : text + "\n\n" + DISCLOSURE;
  }
}
