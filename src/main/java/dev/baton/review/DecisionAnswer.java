package dev.baton.review;

import dev.baton.input.InvalidInput;
import dev.baton.input.TextPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer to what became of a decision.
 *
 * @param result {@code done} or {@code dropped}
 * @param note what came of it, or why it was dropped
 */
record DecisionAnswer(String result, @Nullable String note) {
  private static final int LONGEST_NOTE = 4000;
  private static final List<String> RESULTS = ReviewSchema.RESULT.codes();

  /** Ends with the problem of a field that is wrong. */
  static DecisionAnswer read(Map<String, Object> fields) {
    String result = TextPolicy.clean(String.valueOf(fields.get("result")));
    if (!RESULTS.contains(result)) {
      throw InvalidInput.at("result", "say one of " + String.join(", ", RESULTS));
    }
    Object given = fields.get("note");
    String note = given == null ? "" : TextPolicy.clean(given.toString());
    if (TextPolicy.objection(note, LONGEST_NOTE).isPresent()) {
      throw InvalidInput.at("note", "a text of at most 4000 characters");
    }
    if (result.equals("dropped") && note.isEmpty()) {
      throw InvalidInput.at("note", "say why it is not done");
    }
    return new DecisionAnswer(result, note.isEmpty() ? null : note);
  }
}
