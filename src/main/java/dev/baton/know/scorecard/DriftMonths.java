package dev.baton.know.scorecard;

import dev.baton.change.backtest.rate.RateInterval;
import dev.baton.know.scorecard.DriftReport.DriftMonth;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Months of scored cases, each against all before it. A verdict is given where chance is no
 * explanation, all months together (Bonferroni, 5 %).
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to reckon with; nobody compares two
record DriftMonths(List<YearMonth> months, double[] scores, boolean[] outcomes) {
  static final int ENOUGH = Binning.ENOUGH;
  private static final int ENOUGH_EACH = 10;
  private static final int ENOUGH_BEFORE = 100;
  private static final int ENOUGH_BEFORE_EACH = 20;
  private static final double MISTAKES = 0.05;

  /** How many are asked of each month: does the share fit, do the ranks. */
  private static final int QUESTIONS = 2;

  /** Cases before a month, and in it. */
  private record Split(DriftMonths before, DriftMonths in, YearMonth month) {
    boolean isEnough() {
      return in.has(ENOUGH, 0) && before.has(ENOUGH_BEFORE, ENOUGH_BEFORE_EACH);
    }
  }

  /** Oldest first. */
  List<DriftMonth> report() {
    SortedMap<YearMonth, Split> splits = new TreeMap<>();
    for (YearMonth month : months) {
      splits.computeIfAbsent(month, this::split);
    }
    long judged = splits.values().stream().filter(Split::isEnough).count();
    double certain =
        new NormalDistribution()
            .inverseCumulativeProbability(1 - MISTAKES / 2 / QUESTIONS / Math.max(1, judged));
    List<DriftMonth> report = new ArrayList<>();
    splits.values().forEach(split -> report.add(judged(split, certain)));
    return report;
  }

  private Split split(YearMonth month) {
    return new Split(
        only(i -> months.get(i).isBefore(month)), only(i -> months.get(i).equals(month)), month);
  }

  private DriftMonths only(IntPredicate wanted) {
    int[] kept = IntStream.range(0, scores.length).filter(wanted).toArray();
    double[] some = new double[kept.length];
    boolean[] of = new boolean[kept.length];
    List<YearMonth> when = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      some[i] = scores[kept[i]];
      of[i] = outcomes[kept[i]];
      when.add(months.get(kept[i]));
    }
    return new DriftMonths(when, some, of);
  }

  private int went() {
    return (int) IntStream.range(0, outcomes.length).filter(i -> outcomes[i]).count();
  }

  private boolean has(int fewest, int each) {
    int went = went();
    return scores.length >= fewest && went >= each && scores.length - went >= each;
  }

  private static DriftMonth judged(Split split, double certain) {
    DriftMonths in = split.in();
    int n = in.scores().length;
    int sql = in.went();
    if (!split.isEnough()) {
      return new DriftMonth(split.month(), n, sql, null, null, null, null, DriftVerdict.THIN);
    }
    double[] foretold =
        ReliabilityTable.foretold(split.before().scores(), split.before().outcomes(), in.scores());
    double expected = Arrays.stream(foretold).average().orElseThrow();
    double off = off((double) sql / n, expected, n, split.before().scores().length);
    boolean isRanked = in.has(ENOUGH, ENOUGH_EACH);
    RateInterval rate = RateInterval.of(sql, n);
    return new DriftMonth(
        split.month(),
        n,
        sql,
        expected,
        rate.low().doubleValue(),
        rate.high().doubleValue(),
        isRanked ? Auc.of(in.scores(), in.outcomes()) : null,
        off < -certain
            ? DriftVerdict.FEWER
            : off > certain
                ? DriftVerdict.MORE
                : isRanked && ranksWorse(split, certain)
                    ? DriftVerdict.RANKS_WORSE
                    : DriftVerdict.STEADY);
  }

  /** In standard errors: what was foretold of so many is itself an estimate from those before. */
  private static double off(double observed, double expected, int n, int before) {
    return (observed - expected) / Math.sqrt(expected * (1 - expected) * (1.0 / n + 1.0 / before));
  }

  private static boolean ranksWorse(Split split, double certain) {
    DriftMonths before = split.before();
    DriftMonths in = split.in();
    return Auc.distance(before.scores(), before.outcomes(), in.scores(), in.outcomes()) > certain;
  }
}
