package dev.baton.know.attribution;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares in whole millionths that sum to exactly one million, by the largest remainder. */
final class LargestRemainder {
  static final int WHOLE = 1_000_000;

  private LargestRemainder() {}

  /**
   * Of equal remainders the earlier one gets more.
   *
   * @param weights none negative, and not all of them 0
   */
  static List<Integer> split(List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    double[] exact = weights.stream().mapToDouble(weight -> weight / sum * WHOLE).toArray();
    int[] shares = new int[exact.length];
    int left = WHOLE;
    for (int i = 0; i < exact.length; i++) {
      shares[i] = (int) Math.floor(exact[i]);
      left -= shares[i];
    }
    List<Integer> order =
        IntStream.range(0, exact.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.floor(exact[i]) - exact[i]))
            .toList();
    for (int i = 0; i < Math.abs(left); i++) {
      // beyond a million only by the rounding of the last bit
      shares[order.get(left > 0 ? i : order.size() - 1 - i)] += Integer.signum(left);
    }
    return IntStream.of(shares).boxed().toList();
  }
}
