package dev.baton.know.scorecard;

/**
 * Some values of a field.
 *
 * @param cell FEEL of the cell that asks for them; empty for all that has no row of its own
 * @param n cases that had them, {@code went} of them went on
 */
record Bin(String cell, int n, int went) {
  Bin plus(boolean wentOn) {
    return new Bin(cell, n + 1, went + (wentOn ? 1 : 0));
  }

  Bin and(Bin other) {
    return new Bin(cell, n + other.n, went + other.went);
  }

  /**
   * Weight of evidence: how much likelier these values are among those who went on, as a logarithm.
   */
  double woe(int allN, int allWent) {
    double on = (went + 0.5) / (allWent + 1.0);
    double not = (n - went + 0.5) / (allN - allWent + 1.0);
    return Math.log(on / not);
  }

  /** The part of the error of its weight of evidence that its own few cases make. */
  double variance() {
    return 1 / (went + 0.5) + 1 / (n - went + 0.5);
  }
}
