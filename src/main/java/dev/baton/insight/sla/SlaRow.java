package dev.baton.insight.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.insight.rollup.Fractions;
import org.jspecify.annotations.Nullable;

/**
 * One key and clock of the SLA report; the total has neither.
 *
 * @param p50Hours from the clock's start to the answer, of those that were answered
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SlaRow(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clock,
    @JsonUnwrapped SlaCounts counts,
    @Nullable Double p50Hours,
    @Nullable Double p95Hours) {

  static SlaRow of(@Nullable String key, @Nullable String clock, SlaSums.Sum sum) {
    return new SlaRow(
        key,
        clock,
        sum.counts(),
        Fractions.hours(sum.percentile(0.5)),
        Fractions.hours(sum.percentile(0.95)));
  }

  public long due() {
    return counts.due();
  }

  public long met() {
    return counts.met();
  }

  public long missed() {
    return counts.missed();
  }

  public long open() {
    return counts.open();
  }

  public long voided() {
    return counts.voided();
  }

  public @Nullable Double compliance() {
    return counts.compliance();
  }
}
