package dev.baton.insight;

/** Whose instant a range asks about (rule R9). */
public enum Basis {
  /** Handoffs by their MQL instant, counted at each stage they have reached by now. */
  COHORT("cohort_at", Figure.COHORT),
  /** Stage entries by their own instant, whatever their cohort. */
  PERIOD("entered_at", Figure.PERIOD);

  private final String column;
  private final Figure figure;

  Basis(String column, Figure figure) {
    this.column = column;
    this.figure = figure;
  }

  String column() {
    return column;
  }

  Figure figure() {
    return figure;
  }
}
