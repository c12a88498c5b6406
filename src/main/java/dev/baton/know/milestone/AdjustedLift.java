package dev.baton.know.milestone;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many times likelier those with a key went on than those without, with the mix of bands taken
 * out: the rate ratio of Mantel and Haenszel, with the variance of Greenland and Robins.
 *
 * @param with how many have the key, {@code wentOn} of them went on
 * @param logError the standard error of the lift's logarithm
 */
record AdjustedLift(long with, long wentOn, double lift, double logError) {

  /** Counts of one band. */
  private static final class Stratum {
    private double hitsWith;
    private double with;
    private double hitsWithout;
    private double without;
  }

  static AdjustedLift of(List<StageEntrant> entrants, List<Boolean> has) {
    Map<String, Stratum> strata = new TreeMap<>();
    long with = 0;
    long wentOn = 0;
    for (int i = 0; i < entrants.size(); i++) {
      StageEntrant one = entrants.get(i);
      Stratum stratum = strata.computeIfAbsent(one.band(), none -> new Stratum());
      int hit = one.wentOn() ? 1 : 0;
      if (has.get(i)) {
        with++;
        wentOn += hit;
        stratum.with++;
        stratum.hitsWith += hit;
      } else {
        stratum.without++;
        stratum.hitsWithout += hit;
      }
    }
    return of(strata, with, wentOn);
  }

  private static AdjustedLift of(Map<String, Stratum> strata, long with, long wentOn) {
    double above = 0;
    double below = 0;
    double spread = 0;
    for (Stratum one : strata.values()) {
      double n = one.with + one.without;
      above += one.hitsWith * one.without / n;
      below += one.hitsWithout * one.with / n;
      double hits = one.hitsWith + one.hitsWithout;
      spread += (hits * one.with * one.without - one.hitsWith * one.hitsWithout * n) / (n * n);
    }
    return new AdjustedLift(with, wentOn, above / below, Math.sqrt(spread / (above * below)));
  }

  /** Whether both groups had somebody who went on, in a band that has both. */
  boolean isKnown() {
    return Double.isFinite(lift) && lift > 0 && Double.isFinite(logError);
  }

  double bound(double errors) {
    return lift * Math.exp(errors * logError);
  }
}
