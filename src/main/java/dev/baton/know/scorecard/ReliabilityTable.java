package dev.baton.know.scorecard;

import dev.baton.change.backtest.rate.RateInterval;
import dev.baton.know.scorecard.Scorecard.Reliability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What scores foretell, learned from one set of cases, beside what became of others. */
final class ReliabilityTable {
  private static final int ROWS = 5;

  private ReliabilityTable() {}

  static List<Reliability> of(
      double[] training, boolean[] trained, double[] scores, boolean[] outcomes) {
    double[] foretold = foretold(training, trained, scores);
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

  /** The shares that go on by what was learned of other cases. */
  static double[] foretold(double[] training, boolean[] trained, double[] scores) {
    LogisticRegression learned = LogisticRegression.fit(column(training), trained, 1e-6);
    return Arrays.stream(column(scores)).mapToDouble(learned::probability).toArray();
  }

  private static double[][] column(double[] scores) {
    double[][] rows = new double[scores.length][];
    for (int i = 0; i < scores.length; i++) {
      rows[i] = new double[] {scores[i] / LearnedPoints.POINTS_PER_DOUBLING};
    }
    return rows;
  }

  private static Reliability row(
      List<Integer> cases, double[] foretold, double[] scores, boolean[] outcomes) {
    int n = cases.size();
    double expected = cases.stream().mapToDouble(i -> foretold[i]).average().orElseThrow();
    int from = (int) scores[cases.get(0)];
    int to = (int) scores[cases.get(n - 1)];
    if (n < Binning.ENOUGH) {
      return new Reliability(from, to, n, expected, null, null, null);
    }
    long went = cases.stream().filter(i -> outcomes[i]).count();
    RateInterval around = RateInterval.of(went, n);
    return new Reliability(
        from,
        to,
        n,
        expected,
        (double) went / n,
        around.low().doubleValue(),
        around.high().doubleValue());
  }
}
