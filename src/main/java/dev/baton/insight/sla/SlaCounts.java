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
 * @param due what was due up to now: met and missed ones (rule R18)
 * @param open not answered and due later; like void ones, in nothing else
 * @param compliance met of those that were due; null without any
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
    return new SlaCounts(
        met + missed,
        met,
        missed,
        SlaMeasure.OPEN.measure().n(cells),
        SlaMeasure.VOID.measure().n(cells),
        Fractions.of(met, met + missed));
  }
}
