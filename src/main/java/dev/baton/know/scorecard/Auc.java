package dev.baton.know.scorecard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How often somebody who went on has the higher score than somebody who didn't, ties counting half:
 * 0.5 is chance, 1 is never wrong.
 *
 * @param low with high DeLong's interval of 95 %
 */
public record Auc(double value, double low, double high) {
  private static final double Z = 1.959963984540054;

  /** How each case fared against all cases of the other outcome. */
  @SuppressWarnings("ArrayRecordComponent") // numbers to reckon with; nobody compares two
  private record Placements(double value, double[] went, double[] not) {}

  static Auc of(double[] scores, boolean[] wentOn) {
    Placements placed = placements(scores, wentOn);
    return interval(placed.value(), variance(placed, placed), 0, 1);
  }

  /** By how much the first scores are better than the others, of the same cases. */
  static Auc difference(double[] scores, double[] others, boolean[] wentOn) {
    Placements one = placements(scores, wentOn);
    Placements two = placements(others, wentOn);
    double variance = variance(one, one) + variance(two, two) - 2 * variance(one, two);
    return interval(one.value() - two.value(), Math.max(0, variance), -1, 1);
  }

  /** By how many standard errors the first are better than others, of other cases. */
  static double distance(
      double[] scores, boolean[] wentOn, double[] others, boolean[] otherWentOn) {
    Placements one = placements(scores, wentOn);
    Placements two = placements(others, otherWentOn);
    double error = Math.sqrt(variance(one, one) + variance(two, two));
    return error == 0 ? 0 : (one.value() - two.value()) / error;
  }

  private static Auc interval(double value, double variance, double least, double most) {
    double reach = Z * Math.sqrt(variance);
    return new Auc(value, Math.max(least, value - reach), Math.min(most, value + reach));
  }

  private static double variance(Placements one, Placements two) {
    return covariance(one.went(), two.went()) / one.went().length
        + covariance(one.not(), two.not()) / one.not().length;
  }

  private static double covariance(double[] one, double[] two) {
    double mean = Arrays.stream(one).average().orElse(0);
    double other = Arrays.stream(two).average().orElse(0);
    double sum =
        IntStream.range(0, one.length).mapToDouble(i -> (one[i] - mean) * (two[i] - other)).sum();
    return sum / Math.max(1, one.length - 1);
  }

  private static Placements placements(double[] scores, boolean[] wentOn) {
    int[] went = IntStream.range(0, scores.length).filter(i -> wentOn[i]).toArray();
    int[] not = IntStream.range(0, scores.length).filter(i -> !wentOn[i]).toArray();
    double[] all = ranks(scores, IntStream.range(0, scores.length).toArray());
    double[] ofWent = ranks(scores, went);
    double[] ofNot = ranks(scores, not);
    double[] above =
        IntStream.range(0, went.length)
            .mapToDouble(i -> (all[went[i]] - ofWent[i]) / not.length)
            .toArray();
    double[] below =
        IntStream.range(0, not.length)
            .mapToDouble(i -> 1 - (all[not[i]] - ofNot[i]) / went.length)
            .toArray();
    return new Placements(Arrays.stream(above).average().orElse(0.5), above, below);
  }

  /** The mean rank of each of some cases among them, in their order. */
  private static double[] ranks(double[] scores, int[] cases) {
    Integer[] order = IntStream.range(0, cases.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[cases[i]]));
    double[] ranks = new double[cases.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && scores[cases[order[to]]] == scores[cases[order[from]]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
