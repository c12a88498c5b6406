package dev.baton.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * How promises were kept, by one dimension and clock, and which are about to be broken.
 *
 * @param approximate true when the hours may be 1 % off, else null; counts are always exact
 */
public record Sla(List<Row> rows, Row total, List<AtRisk> atRisk, Boolean approximate) {
  /**
   * One key and clock; the total has neither.
   *
   * @param due met, missed and open ones; void ones stand apart
   * @param p50Hours from the clock's start to the answer, of those that were answered
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row(
      @JsonInclude(JsonInclude.Include.NON_NULL) String key,
      @JsonInclude(JsonInclude.Include.NON_NULL) String clock,
      long due,
      long met,
      long missed,
      long open,
      @JsonProperty("void") long voided,
      Double compliance,
      Double p50Hours,
      Double p95Hours) {

    private static Row of(SlaCounts n) {
      return new Row(
          n.dimension(),
          n.watch(),
          n.met() + n.missed() + n.open(),
          n.met(),
          n.missed(),
          n.open(),
          n.voided(),
          Share.of(n.met(), n.met() + n.missed()),
          Share.hours(n.p50Hours()),
          Share.hours(n.p95Hours()));
    }
  }

  /** Rows of keys that may be seen; the total is always over everything. */
  static Sla of(SlaSums sums, List<AtRisk> atRisk, Predicate<String> visible) {
    List<Row> rows =
        sums.rows().stream()
            .filter(n -> visible.test(n.dimension()))
            .map(Row::of)
            .sorted(Comparator.comparing(Row::key).thenComparing(Row::clock))
            .toList();
    return new Sla(rows, Row.of(sums.total()), atRisk, sums.approximate() ? true : null);
  }
}
