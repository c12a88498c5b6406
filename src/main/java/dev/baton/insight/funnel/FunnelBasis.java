package dev.baton.insight.funnel;

import dev.baton.insight.rollup.Figure;

/** Whose instant a range asks about (rule R9). */
public enum FunnelBasis {
  /** Handoffs by their MQL instant, counted at each stage they have reached by now. */
  COHORT(FunnelFacts.COHORT),
  /** Stage entries by their own instant, whatever their cohort. */
  PERIOD(FunnelFacts.PERIOD);

  private final Figure figure;

  FunnelBasis(Figure figure) {
    this.figure = figure;
  }

  public String column() {
    return figure.instant();
  }

  Figure figure() {
    return figure;
  }
}
