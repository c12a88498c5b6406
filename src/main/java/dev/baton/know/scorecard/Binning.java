package dev.baton.know.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A field cut into bins. The first bin is the reference: what isn't known, with rare values, or the
 * bin with the lowest weight of evidence where there are few of them.
 *
 * @param numbers whether its values are numbers, cut at {@code cuts}
 */
record Binning(Field field, boolean numbers, List<Double> cuts, List<Bin> bins) {
  static final int ENOUGH = 30;
  private static final int MOST_BINS = 8;
  private static final int MOST_WORDS = 20;
  private static final double SMALLEST_SHARE = 0.02;
  private static final double MOSTLY = 0.95;

  /**
   * Cuts a field.
   *
   * @param values null where it isn't known
   * @return null where there are no two bins with enough cases
   */
  static @Nullable Binning of(Field field, List<@Nullable Object> values, boolean[] wentOn) {
    long known = values.stream().filter(value -> value != null).count();
    long numbers = values.stream().filter(Number.class::isInstance).count();
    if (known < ENOUGH) {
      return null;
    }
    Binning cut =
        numbers >= MOSTLY * known
            ? numbers(field, values, wentOn)
            : words(field, values, wentOn, (int) (SMALLEST_SHARE * values.size()));
    return cut.bins.size() < 2 ? null : cut;
  }

  private static Binning numbers(Field field, List<@Nullable Object> values, boolean[] wentOn) {
    double[] sorted =
        values.stream()
            .filter(Number.class::isInstance)
            .mapToDouble(value -> ((Number) value).doubleValue())
            .sorted()
            .toArray();
    List<Double> cuts = new ArrayList<>();
    int most = Math.min(MOST_BINS, sorted.length / ENOUGH);
    for (int i = 1; i < most; i++) {
      double cut = sorted[i * sorted.length / most];
      if (cut > sorted[0] && !cuts.contains(cut)) {
        cuts.add(cut);
      }
    }
    List<Bin> bins = new ArrayList<>(List.of(new Bin("", 0, 0)));
    for (int i = 0; i <= cuts.size() && !cuts.isEmpty(); i++) {
      bins.add(new Bin(range(cuts, i), 0, 0));
    }
    return counted(new Binning(field, true, cuts, bins), values, wentOn);
  }

  private static String range(List<Double> cuts, int bin) {
    if (bin == 0) {
      return "< " + number(cuts.get(0));
    }
    return bin == cuts.size()
        ? ">= " + number(cuts.get(bin - 1))
        : "[%s..%s)".formatted(number(cuts.get(bin - 1)), number(cuts.get(bin)));
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static Binning words(
      Field field, List<@Nullable Object> values, boolean[] wentOn, int fewest) {
    Map<String, Integer> counts = new HashMap<>();
    values.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(word -> word.length() <= 100 && word.indexOf('"') < 0 && word.indexOf('\\') < 0)
        .forEach(word -> counts.merge(word, 1, Integer::sum));
    List<Bin> bins = new ArrayList<>(List.of(new Bin("", 0, 0)));
    counts.entrySet().stream()
        .filter(word -> word.getValue() >= Math.max(ENOUGH, fewest))
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_WORDS)
        .forEach(word -> bins.add(new Bin("\"%s\"".formatted(word.getKey()), 0, 0)));
    return counted(new Binning(field, false, List.of(), bins), values, wentOn);
  }

  private static Binning counted(Binning empty, List<@Nullable Object> values, boolean[] wentOn) {
    List<Bin> bins = new ArrayList<>(empty.bins);
    for (int i = 0; i < values.size(); i++) {
      int bin = empty.bin(values.get(i));
      bins.set(bin, bins.get(bin).plus(wentOn[i]));
    }
    Binning counted = new Binning(empty.field, empty.numbers, empty.cuts, bins);
    return bins.get(0).n() >= ENOUGH || bins.size() < 2 ? counted : counted.withLowestFirst();
  }

  /** The lowest of the others stands for the few that aren't known, too. */
  private Binning withLowestFirst() {
    int lowest =
        IntStream.range(1, bins.size())
            .boxed()
            .min(Comparator.comparingDouble(i -> bins.get(i).woe(n(), went())))
            .orElseThrow();
    List<Bin> rest = new ArrayList<>(bins);
    Bin reference = new Bin("", 0, 0).and(bins.get(0)).and(bins.get(lowest));
    rest.remove(lowest);
    rest.set(0, reference);
    return new Binning(field, numbers, cuts, rest);
  }

  /** The bin of a value: 0 for what has none of its own. */
  int bin(@Nullable Object value) {
    String cell = cell(value);
    for (int i = 1; i < bins.size(); i++) {
      if (bins.get(i).cell().equals(cell)) {
        return i;
      }
    }
    return 0;
  }

  private String cell(@Nullable Object value) {
    if (numbers && value instanceof Number number) {
      int at = (int) cuts.stream().filter(cut -> number.doubleValue() >= cut).count();
      return range(cuts, at);
    }
    return !numbers && value instanceof String word ? "\"%s\"".formatted(word) : "";
  }

  int n() {
    return bins.stream().mapToInt(Bin::n).sum();
  }

  int went() {
    return bins.stream().mapToInt(Bin::went).sum();
  }

  /** Above the reference. */
  double woe(int bin) {
    return bins.get(bin).woe(n(), went()) - bins.get(0).woe(n(), went());
  }

  /** How likely bins that tell nothing would differ as much, by the likelihood ratio. */
  double chance() {
    return chance(bins);
  }

  static double chance(List<Bin> bins) {
    int n = bins.stream().mapToInt(Bin::n).sum();
    int went = bins.stream().mapToInt(Bin::went).sum();
    double ratio =
        bins.stream()
            .mapToDouble(
                bin ->
                    part(bin.went(), (double) bin.n() * went / n)
                        + part(bin.n() - bin.went(), (double) bin.n() * (n - went) / n))
            .sum();
    return 1 - new ChiSquaredDistribution(null, bins.size() - 1).cumulativeProbability(2 * ratio);
  }

  private static double part(int observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }
}
