package dev.baton.score;

import dev.baton.engine.DecisionRow;
import dev.baton.engine.DecisionSnapshot;
import dev.baton.lead.Profile;
import dev.baton.signal.Signal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Choice of the profile by which a lead is scored: the table {@code scoring-profile}, and the
 * setting where that says nothing.
 */
final class ScoringProfiles {
  private static final String TABLE = "scoring-profile";
  private static final String PRODUCT = "product";

  private final ScoringProfile usual;

  ScoringProfiles(ScoringProfile usual) {
    this.usual = usual;
  }

  ScoringProfile usual() {
    return usual;
  }

  /** By what was known of the lead, and the product that it named last. */
  ScoringProfile of(ScoreFacts facts, DecisionSnapshot tables) {
    Profile known = facts.profile();
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("segment", LeadSegment.of(known, tables));
    inputs.put(PRODUCT, product(facts).orElse(null));
    inputs.put("country", known.get("country").orElse(null));
    return tables.rows(TABLE, inputs).stream().findFirst().map(this::named).orElse(usual);
  }

  private ScoringProfile named(DecisionRow row) {
    String name = row.optionalText("profile").orElse("");
    return row.optionalText("method").isEmpty()
        ? usual.orOf(name, "")
        : row.word("method", method -> usual.orOf(name, method));
  }

  private static Optional<String> product(ScoreFacts facts) {
    return facts.signals().stream()
        .filter(signal -> signal.property(PRODUCT) != null)
        .max(Comparator.comparing(Signal::occurredAt))
        .map(signal -> signal.property(PRODUCT));
  }
}
