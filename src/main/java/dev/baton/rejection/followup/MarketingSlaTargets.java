package dev.baton.rejection.followup;

import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Marketing SLA: reply times and the limit of bad fits, from the table {@code marketing-sla}. */
@Component
public class MarketingSlaTargets {
  private static final String TABLE = "marketing-sla";

  private final Decisions decisions;

  MarketingSlaTargets(Decisions decisions) {
    this.decisions = decisions;
  }

  /** Deadline of a reply, and when its reminder comes. */
  public record Due(Instant warnAt, Instant dueAt) {}

  /**
   * Deadline of a reply of this kind, counted from an instant: answer, decision, contact or
   * duplicate.
   */
  public Due due(String kind, Instant from) {
    DecisionRow row = row(kind);
    Instant dueAt = from.plus(Duration.ofHours(row.number("hours")));
    int warning = row.optionalNumber("warningHours").orElse(0);
    return new Due(dueAt.minus(Duration.ofHours(warning)), dueAt);
  }

  public BadFit badFit() {
    DecisionRow row = row("bad_fit");
    return new BadFit(
        Arrays.stream(row.text("reasons").split(",")).map(String::strip).toList(),
        row.number("percent"),
        row.number("enough"));
  }

  private DecisionRow row(String promise) {
    return decisions.row(TABLE, Map.of("promise", promise));
  }
}
