package dev.baton.insight.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.insight.rollup.Fractions;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * How promises were kept, by one dimension and clock, and which are about to be broken.
 *
 * @param approximate true when the hours may be 1 % off, else null; counts are always exact
 */
public record SlaReport(
    List<Row> rows, Row total, List<AtRiskDeadline> atRisk, Boolean approximate) {
  /**
   * One key and clock; the total has neither.
   *
   * @param p50Hours from the clock's start to the answer, of those that were answered
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row(
      @JsonInclude(JsonInclude.Include.NON_NULL) String key,
      @JsonInclude(JsonInclude.Include.NON_NULL) String clock,
      @JsonUnwrapped SlaCounts counts,
      Double p50Hours,
      Double p95Hours) {

    private static Row of(SlaSums.Row row) {
      return new Row(
          row.key(),
          row.clock(),
          row.counts(),
          Fractions.hours(row.percentile(0.5)),
          Fractions.hours(row.percentile(0.95)));
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

    public Double compliance() {
      return counts.compliance();
    }
  }

  /** Rows of keys that may be seen; the total is always over everything. */
  public static SlaReport of(SlaSums sums, List<AtRiskDeadline> atRisk, Predicate<String> visible) {
    List<Row> rows =
        sums.rows().stream()
            .filter(row -> visible.test(row.key()))
            .map(Row::of)
            .sorted(Comparator.comparing(Row::key).thenComparing(Row::clock))
            .toList();
    return new SlaReport(rows, Row.of(sums.total()), atRisk, sums.approximate() ? true : null);
  }
}
