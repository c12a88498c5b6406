package dev.baton.review.minutes;

import dev.baton.input.FieldReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer to what became of a decision.
 *
 * @param result {@code done} or {@code dropped}
 * @param note what came of it, or why it was dropped
 */
public record DecisionAnswer(String result, @Nullable String note) {
  private static final int LONGEST_NOTE = 4000;
  private static final List<String> RESULTS = ReviewSchema.RESULT.codes();

  /** Ends with the problem of a field that is wrong. */
  public static DecisionAnswer read(Map<String, Object> fields) {
    FieldReader given = new FieldReader(fields);
    String result = given.oneOf("result", RESULTS);
    String note = given.text("note", LONGEST_NOTE);
    if ("dropped".equals(result) && note == null) {
      given.missing("note", "say why it is not done");
    }
    given.check();
    return new DecisionAnswer(Objects.requireNonNull(result), note);
  }
}
