package dev.baton.insight.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.insight.rollup.Aggregate;
import dev.baton.insight.rollup.Fractions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts of deadlines by their verdict, as the contract names them.
 *
 * @param due met, missed and open ones; void ones stand apart
 * @param compliance met of met and missed; null without any
 */
public record SlaCounts(
    long due,
    long met,
    long missed,
    long open,
    @JsonProperty("void") long voided,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double compliance) {

  public static SlaCounts of(Map<String, Aggregate> cells) {
    long met = SlaMeasure.MET.measure().n(cells);
    long missed = SlaMeasure.MISSED.measure().n(cells);
    long open = SlaMeasure.OPEN.measure().n(cells);
    return new SlaCounts(
        met + missed + open,
        met,
        missed,
        open,
        SlaMeasure.VOID.measure().n(cells),
        Fractions.of(met, met + missed));
  }
}
