package dev.baton.score;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.lead.Profile;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much the title of a lead decides, by the table {@code job-level}. */
public final class JobLevel {
  private JobLevel() {}

  /** Null where the table has no answer. */
  public static @Nullable String of(Profile known, DecisionSnapshot tables) {
    Map<String, Object> input = new HashMap<>();
    input.put("jobTitle", title(known));
    return tables.row("job-level", input).optionalText("level").orElse(null);
  }

  /** The table's letters are whole ones; some senders write ä as a and two dots. */
  public static @Nullable String title(Profile known) {
    return known
        .get("jobTitle")
        .map(title -> Normalizer.normalize(title, Normalizer.Form.NFC))
        .orElse(null);
  }
}
