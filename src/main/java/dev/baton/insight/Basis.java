package dev.baton.insight;

/** Whose instant a range asks about (rule R9). */
enum Basis {
  /** Handoffs by their MQL instant, counted at each stage they have reached by now. */
  COHORT("cohort_at"),
  /** Stage entries by their own instant, whatever their cohort. */
  PERIOD("entered_at");

  private final String column;

  Basis(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }
}
