package dev.baton.insight.funnel;

import dev.baton.insight.rollup.Fractions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rates of the funnel, each defined here and nowhere else: a part of a whole. */
public enum FunnelRate {
  ACCEPTANCE("acceptance", "Acceptance", "MQL → SAL", FunnelMeasure.SAL, FunnelMeasure.MQL),
  QUALIFICATION(
      "qualification", "Qualification", "SAL → SQL", FunnelMeasure.SQL, FunnelMeasure.SAL),
  MQL_TO_SQL("mqlToSql", "MQL to SQL", "MQL → SQL", FunnelMeasure.SQL, FunnelMeasure.MQL),
  SQL_TO_OPPORTUNITY(
      "sqlToOpportunity",
      "SQL to opportunity",
      "SQL → opportunity",
      FunnelMeasure.OPPORTUNITY,
      FunnelMeasure.SQL),
  WIN(
      "win",
      "Win",
      "Won, of won and lost",
      FunnelMeasure.CUSTOMER,
      FunnelMeasure.CUSTOMER,
      FunnelMeasure.LOST);

  private final String word;
  private final String label;
  private final String explanation;
  private final FunnelMeasure part;
  private final List<FunnelMeasure> whole;

  FunnelRate(
      String word, String label, String explanation, FunnelMeasure part, FunnelMeasure... whole) {
    this.word = word;
    this.label = label;
    this.explanation = explanation;
    this.part = part;
    this.whole = List.of(whole);
  }

  /** As the contract calls it. */
  public String word() {
    return word;
  }

  public String label() {
    return label;
  }

  /** What is a part of what. */
  public String explanation() {
    return explanation;
  }

  public long part(FunnelCounts counts) {
    return part.in(counts);
  }

  public long whole(FunnelCounts counts) {
    return whole.stream().mapToLong(measure -> measure.in(counts)).sum();
  }

  /** Null when there is nothing to be a part of. */
  public @Nullable Double of(FunnelCounts counts) {
    return Fractions.of(part(counts), whole(counts));
  }
}
