package dev.baton.insight.funnel.imported;

import dev.baton.lead.Lead;
import dev.baton.stage.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way from MQL to an end, as an import tells it.
 *
 * @param reached the stages, MQL always among them, and when each was entered
 * @param no how it ended without a deal, or null
 * @param endedAt since when it counts as ended
 */
public record ImportedHandoff(
    Lead lead,
    Map<Stage, Instant> reached,
    @Nullable Rejection no,
    @Nullable BigDecimal value,
    @Nullable String currency,
    Instant endedAt) {

  /**
   * The no that it got.
   *
   * @param stage LOST or REJECTED
   * @param question what was asked
   * @param reason a code of the taxonomy, or null
   */
  public record Rejection(String stage, Instant at, String question, @Nullable String reason) {}
}
