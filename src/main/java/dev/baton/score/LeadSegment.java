package dev.baton.score;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.lead.Profile;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The segment of a lead's company, by the table {@code lead-segment}. */
public final class LeadSegment {
  private LeadSegment() {}

  /** Null where the table has no answer. */
  public static @Nullable String of(Profile known, DecisionSnapshot tables) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("companySize", known.companySize().orElse(null));
    inputs.put("industry", known.get("industry").orElse(null));
    inputs.put("country", known.get("country").orElse(null));
    return tables.row("lead-segment", inputs).optionalText("segment").orElse(null);
  }
}
