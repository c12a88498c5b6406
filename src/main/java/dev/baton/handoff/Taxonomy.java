package dev.baton.handoff;

import dev.baton.engine.Decisions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The agreed reasons for a no, by the question that gets it: the table {@code rejection-reasons}.
 */
@Component
class Taxonomy {
  private final Decisions decisions;

  Taxonomy(Decisions decisions) {
    this.decisions = decisions;
  }

  List<String> codes(State question) {
    return decisions.evaluate("rejection-reasons", Map.of("question", question.clock())).stream()
        .map(row -> (String) row.get("code"))
        .toList();
  }
}
