package dev.baton.insight;

/** Whose instant a range asks about (rule R9). */
public enum Basis {
  /** Handoffs by their MQL instant, counted at each stage they have reached by now. */
  COHORT(FunnelFacts.COHORT),
  /** Stage entries by their own instant, whatever their cohort. */
  PERIOD(FunnelFacts.PERIOD);

  private final Figure figure;

  Basis(Figure figure) {
    this.figure = figure;
  }

  String column() {
    return figure.instant();
  }

  Figure figure() {
    return figure;
  }
}
