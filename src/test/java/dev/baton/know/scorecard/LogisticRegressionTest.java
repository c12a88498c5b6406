package dev.baton.know.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class LogisticRegressionTest {
  private static final double[] PLANTED = {-0.5, 1.2, -0.8, 0};

  /** Rows of three numbers, with outcomes drawn by the planted weights. */
  @SuppressWarnings("ArrayRecordComponent")
  private record World(double[][] rows, boolean[] outcomes) {
    static World of(long seed, int n) {
      Random random = new Random(seed);
      double[][] rows = new double[n][3];
      boolean[] outcomes = new boolean[n];
      for (int i = 0; i < n; i++) {
        double sum = PLANTED[0];
        for (int j = 0; j < 3; j++) {
          rows[i][j] = random.nextGaussian();
          sum += PLANTED[j + 1] * rows[i][j];
        }
        outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-sum));
      }
      return new World(rows, outcomes);
    }
  }

  @Test
  void planted_weights_are_found_within_their_intervals() {
    int found = 0;
    int looked = 0;
    for (long seed = 1; seed <= 50; seed++) {
      World world = World.of(seed, 1500);
      LogisticRegression fitted = LogisticRegression.fit(world.rows(), world.outcomes(), 1e-3);
      for (int j = 0; j < PLANTED.length; j++) {
        looked++;
        found += Math.abs(fitted.weights()[j] - PLANTED[j]) <= 1.96 * fitted.errors()[j] ? 1 : 0;
      }
    }
    assertThat(looked).isEqualTo(200);
    assertThat(found).isBetween(178, 200);
  }

  /** Tribuo goes down the gradient step by step, without a penalty: it comes near, not there. */
  @Test
  void another_regression_finds_the_same_weights_and_probabilities() {
    World world = World.of(7, 3000);
    LogisticRegression ours = LogisticRegression.fit(world.rows(), world.outcomes(), 1e-6);
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> data =
        new MutableDataset<>(new SimpleDataSourceProvenance("planted", labels), labels);
    String[] names = {"a", "b", "c"};
    for (int i = 0; i < world.rows().length; i++) {
      data.add(
          new ArrayExample<>(
              new Label(world.outcomes()[i] ? "yes" : "no"), names, world.rows()[i]));
    }
    var theirs =
        new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1, 0.1), 200, 100_000, 100, 1L)
            .train(data);

    double most = 0;
    for (int i = 0; i < 300; i++) {
      double said =
          theirs
              .predict(new ArrayExample<>(new Label("yes"), names, world.rows()[i]))
              .getOutputScores()
              .get("yes")
              .getScore();
      most = Math.max(most, Math.abs(said - ours.probability(world.rows()[i])));
    }
    assertThat(most).isLessThan(0.02);
  }

  /** Where the likelihood is greatest, what is missed balances out over each number. */
  @Test
  void at_the_weights_that_are_found_the_gradient_is_nothing() {
    for (long seed = 1; seed <= 20; seed++) {
      World world = World.of(seed, 1000);
      LogisticRegression fitted = LogisticRegression.fit(world.rows(), world.outcomes(), 0.5);
      double[] gradient = new double[4];
      for (int i = 0; i < 1000; i++) {
        double miss = (world.outcomes()[i] ? 1 : 0) - fitted.probability(world.rows()[i]);
        gradient[0] += miss;
        for (int j = 0; j < 3; j++) {
          gradient[j + 1] += miss * world.rows()[i][j];
        }
      }
      assertThat(gradient[0]).isCloseTo(0, within(1e-6));
      for (int j = 1; j < 4; j++) {
        assertThat(gradient[j]).isCloseTo(0.5 * fitted.weights()[j], within(1e-6));
      }
    }
  }

  @Test
  void a_penalty_draws_weights_to_nothing_but_not_the_intercept() {
    World world = World.of(3, 1000);
    LogisticRegression free = LogisticRegression.fit(world.rows(), world.outcomes(), 0);
    LogisticRegression held = LogisticRegression.fit(world.rows(), world.outcomes(), 1e6);
    assertThat(Math.abs(free.weights()[1])).isGreaterThan(0.5);
    assertThat(held.weights()[1]).isCloseTo(0, within(0.01));
    double rate = share(world.outcomes());
    assertThat(1 / (1 + Math.exp(-held.weights()[0]))).isCloseTo(rate, within(0.01));
  }

  private static double share(boolean[] outcomes) {
    int yes = 0;
    for (boolean outcome : outcomes) {
      yes += outcome ? 1 : 0;
    }
    return (double) yes / outcomes.length;
  }

  @Test
  void outcomes_that_are_told_apart_without_fail_have_weights_all_the_same() {
    double[][] rows = new double[200][1];
    boolean[] outcomes = new boolean[200];
    for (int i = 0; i < 200; i++) {
      rows[i][0] = i % 2;
      outcomes[i] = i % 2 == 1;
    }
    LogisticRegression fitted = LogisticRegression.fit(rows, outcomes, 1);
    assertThat(fitted.weights()[1]).isBetween(2.0, 20.0);
  }
}
