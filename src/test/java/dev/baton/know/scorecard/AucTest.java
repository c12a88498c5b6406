package dev.baton.know.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AucTest {
  private static double[] scores(Random random, boolean[] wentOn, double apart) {
    double[] scores = new double[wentOn.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.round((random.nextGaussian() + (wentOn[i] ? apart : 0)) * 4);
    }
    return scores;
  }

  private static boolean[] outcomes(Random random, int n) {
    boolean[] outcomes = new boolean[n];
    for (int i = 0; i < n; i++) {
      outcomes[i] = i < 2 ? i == 0 : random.nextDouble() < 0.4;
    }
    return outcomes;
  }

  /** Each pair of different outcome, ties half. */
  private static double byPairs(double[] scores, boolean[] wentOn) {
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (wentOn[i] && !wentOn[j]) {
          pairs++;
          right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return right / pairs;
  }

  @Property(tries = 100)
  void it_is_the_share_of_pairs_in_the_right_order(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 120) int n) {
    Random random = new Random(seed);
    boolean[] outcomes = outcomes(random, n);
    double[] scores = scores(random, outcomes, 1);
    Auc auc = Auc.of(scores, outcomes);
    assertThat(auc.value()).isCloseTo(byPairs(scores, outcomes), within(1e-9));
    assertThat(auc.low()).isBetween(0.0, auc.value());
    assertThat(auc.high()).isBetween(auc.value(), 1.0);
  }

  @Test
  void its_interval_holds_the_truth_in_nineteen_of_twenty_worlds() {
    Random random = new Random(5);
    // P(a normal one apart by 1 is greater) = Φ(1/√2)
    double truth = 0.7602499;
    int held = 0;
    for (int world = 0; world < 400; world++) {
      boolean[] outcomes = outcomes(random, 200);
      Auc auc = Auc.of(scores(random, outcomes, 1), outcomes);
      held += auc.low() <= truth && truth <= auc.high() ? 1 : 0;
    }
    assertThat(held / 400.0).isBetween(0.91, 0.98);
  }

  @Test
  void scores_against_themselves_differ_by_nothing() {
    Random random = new Random(1);
    boolean[] outcomes = outcomes(random, 100);
    double[] scores = scores(random, outcomes, 1);
    Auc same = Auc.difference(scores, scores, outcomes);
    assertThat(same.value()).isZero();
    assertThat(same.high() - same.low()).isCloseTo(0, within(1e-6));
    Auc better = Auc.difference(scores, scores(random, outcomes, 0), outcomes);
    assertThat(better.low()).isPositive();
  }
}
