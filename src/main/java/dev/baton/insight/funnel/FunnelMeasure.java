package dev.baton.insight.funnel;

import dev.baton.insight.rollup.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Measures of the funnel, each defined here and nowhere else: how many there are of each stage, in
 * the order in which reports, files and pages show them.
 */
public enum FunnelMeasure {
  LEAD("Leads", stage("LEAD"), FunnelCounts::leads),
  MQL("MQL", stage("MQL"), FunnelCounts::mql),
  SAL("SAL", stage("SAL"), FunnelCounts::sal),
  SQL("SQL", stage("SQL").lasting(FunnelMeasure.HOURS_SINCE_MQL), FunnelCounts::sql),
  OPPORTUNITY("Opportunity", stage("OPPORTUNITY"), FunnelCounts::opportunity),
  CUSTOMER("Customer", stage("CUSTOMER"), FunnelCounts::customer),
  LOST("Lost", stage("LOST"), FunnelCounts::lost);

  private static final String HOURS_SINCE_MQL =
      "cast(extract(epoch from (entered_at - cohort_at)) as double precision) / 3600";

  /** On the way of a handoff to a customer; leads are people, and no picture mixes the two. */
  public static final List<FunnelMeasure> STEPS = List.of(MQL, SAL, SQL, OPPORTUNITY, CUSTOMER);

  /** A rejected handoff is no lost deal, but its key has a row. */
  private static final Measure REJECTED = stage("REJECTED");

  /** How many of a stage no person judged (rule R10). */
  static final Measure BY_RULE = Measure.count("rule", "by_rule").per("stage");

  /** What deals opened and not ended yet are worth. */
  static final Measure PIPELINE =
      Measure.count("pipeline", "stage = 'OPPORTUNITY' and closed_at is null")
          .summing("amount", "currency");

  static final Measure WON =
      Measure.count("won", "stage = 'CUSTOMER'").summing("amount", "currency");

  static final List<Measure> STAGES =
      Stream.concat(Arrays.stream(values()).map(FunnelMeasure::measure), Stream.of(REJECTED))
          .toList();

  static final List<Measure> COUNTED =
      Stream.concat(STAGES.stream(), Stream.of(BY_RULE, PIPELINE, WON)).toList();

  private final String label;
  private final Measure measure;
  private final ToLongFunction<FunnelCounts> count;

  FunnelMeasure(String label, Measure measure, ToLongFunction<FunnelCounts> count) {
    this.label = label;
    this.measure = measure;
    this.count = count;
  }

  private static Measure stage(String stage) {
    return Measure.count(stage, "stage = '%s'".formatted(stage));
  }

  /** As the contract and addresses call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }

  public long in(FunnelCounts counts) {
    return count.applyAsLong(counts);
  }

  public Measure measure() {
    return measure;
  }
}
