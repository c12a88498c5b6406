package dev.baton.handoff;

import dev.baton.engine.Decisions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The agreed reasons for a no, by the question that gets it: the table {@code rejection-reasons}.
 */
@Component
public class Taxonomy {
  private final Decisions decisions;

  Taxonomy(Decisions decisions) {
    this.decisions = decisions;
  }

  /** One reason: the code that is kept, the words that a person reads. */
  public record Reason(String code, String label) {}

  /** The reasons that a question takes, in the table's order. */
  public List<Reason> reasons(State question) {
    return decisions.evaluate("rejection-reasons", Map.of("question", question.clock())).stream()
        .map(row -> new Reason((String) row.get("code"), (String) row.get("label")))
        .toList();
  }

  List<String> codes(State question) {
    return reasons(question).stream().map(Reason::code).toList();
  }
}
