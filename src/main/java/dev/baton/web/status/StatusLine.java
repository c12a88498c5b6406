package dev.baton.web.status;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that runs, or doesn't.
 *
 * @param what its name in health
 * @param says what is so
 * @param since since when; null: it is well, or nobody knows
 * @param advice what to do; null: nothing
 * @param page where, as a path of ours; null: nowhere
 */
public record StatusLine(
    String what,
    String name,
    Level level,
    String says,
    @Nullable Instant since,
    @Nullable String advice,
    @Nullable String page) {

  /** How it is, in the words and signs that a page shows beside the colour. */
  public enum Level {
    GREEN("Well", "✓"),
    AMBER("Look at it", "!"),
    RED("Down", "✕");

    private final String word;
    private final String sign;

    Level(String word, String sign) {
      this.word = word;
      this.sign = sign;
    }

    public String word() {
      return word;
    }

    public String sign() {
      return sign;
    }

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
