package dev.baton.know.scorecard;

import dev.baton.know.scorecard.Scorecard.Reliability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What scores foretell, learned from one set of cases, beside what became of others. */
final class ReliabilityTable {
  private static final int ROWS = 5;
  private static final double Z = 1.959963984540054;

  private ReliabilityTable() {}

  static List<Reliability> of(
      double[] training, boolean[] trained, double[] scores, boolean[] outcomes) {
    LogisticRegression foretold = LogisticRegression.fit(column(training), trained, 1e-6);
    List<Integer> order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .toList();
    List<Reliability> rows = new ArrayList<>();
    int from = 0;
    for (int row = 1; row <= ROWS && from < order.size(); row++) {
      int to = Math.max(from + 1, row * order.size() / ROWS);
      while (to < order.size() && scores[order.get(to)] == scores[order.get(to - 1)]) {
        to++;
      }
      rows.add(row(order.subList(from, to), foretold, scores, outcomes));
      from = to;
    }
    return rows;
  }

  private static double[][] column(double[] scores) {
    double[][] rows = new double[scores.length][];
    for (int i = 0; i < scores.length; i++) {
      rows[i] = new double[] {scores[i] / LearnedPoints.POINTS_PER_DOUBLING};
    }
    return rows;
  }

  private static Reliability row(
      List<Integer> cases, LogisticRegression foretold, double[] scores, boolean[] outcomes) {
    int n = cases.size();
    double expected =
        cases.stream()
            .mapToDouble(
                i ->
                    foretold.probability(
                        new double[] {scores[i] / LearnedPoints.POINTS_PER_DOUBLING}))
            .average()
            .orElseThrow();
    int from = (int) scores[cases.get(0)];
    int to = (int) scores[cases.get(n - 1)];
    if (n < Binning.ENOUGH) {
      return new Reliability(from, to, n, expected, null, null, null);
    }
    double rate = cases.stream().filter(i -> outcomes[i]).count() / (double) n;
    double square = Z * Z / n;
    double middle = rate + square / 2;
    double reach = Z * Math.sqrt((rate * (1 - rate) + square / 4) / n);
    return new Reliability(
        from,
        to,
        n,
        expected,
        rate,
        Math.max(0, (middle - reach) / (1 + square)),
        Math.min(1, (middle + reach) / (1 + square)));
  }
}
