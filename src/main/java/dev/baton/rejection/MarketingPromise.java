package dev.baton.rejection;

import dev.baton.engine.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Marketing SLA: reply times and the limit of bad fits, from the table {@code marketing-sla}. */
@Component
public class MarketingPromise {
  private static final String TABLE = "marketing-sla";

  private final Decisions decisions;

  MarketingPromise(Decisions decisions) {
    this.decisions = decisions;
  }

  /** By when something is owed, and when its reminder comes. */
  record Due(Instant warnAt, Instant dueAt) {}

  /**
   * How few MQLs of a month may turn out not to fit.
   *
   * @param percent the share that stays unbroken
   * @param enough below so many MQLs a share says nothing
   */
  public record BadFit(List<String> reasons, int percent, int enough) {}

  /** What is owed of this kind, counted from an instant: answer, decision, contact or duplicate. */
  Due due(String kind, Instant from) {
    Map<String, Object> row = row(kind);
    long hours = ((Number) row.get("hours")).longValue();
    long warning = row.get("warningHours") instanceof Number n ? n.longValue() : 0;
    Instant dueAt = from.plus(Duration.ofHours(hours));
    return new Due(dueAt.minus(Duration.ofHours(warning)), dueAt);
  }

  public BadFit badFit() {
    Map<String, Object> row = row("bad_fit");
    return new BadFit(
        Arrays.stream(((String) row.get("reasons")).split(",")).map(String::strip).toList(),
        ((Number) row.get("percent")).intValue(),
        ((Number) row.get("enough")).intValue());
  }

  private Map<String, Object> row(String promise) {
    List<Map<String, Object>> rows = decisions.evaluate(TABLE, Map.of("promise", promise));
    if (rows.isEmpty()) {
      throw new IllegalStateException(TABLE + " has no row for " + promise);
    }
    return rows.get(0);
  }
}
