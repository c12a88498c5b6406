package dev.baton.web.lead;

import dev.baton.score.Contribution;
import dev.baton.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Score change between two instants.
 *
 * @param changes by how much each rule's points changed, the largest first; they sum to the change
 */
record ScoreChange(int before, int now, List<RuleChange> changes) {

  /**
   * The change of one rule.
   *
   * @param how {@code new}, {@code more}, {@code faded} or {@code gone}
   */
  record RuleChange(int points, String reason, String how) {}

  private record Weight(String reason, int points) {
    private Weight plus(Weight other) {
      return new Weight(reason, points + other.points);
    }
  }

  static ScoreChange between(Score before, Score now) {
    Map<String, Weight> then = weights(before);
    Map<String, Weight> today = weights(now);
    List<RuleChange> changes = new ArrayList<>();
    today.forEach((rule, weight) -> add(changes, then.get(rule), weight));
    then.forEach(
        (rule, weight) -> {
          if (!today.containsKey(rule)) {
            add(changes, weight, null);
          }
        });
    changes.sort(
        Comparator.comparingInt((RuleChange change) -> Math.abs(change.points())).reversed());
    return new ScoreChange(before.total(), now.total(), List.copyOf(changes));
  }

  private static Map<String, Weight> weights(Score score) {
    Map<String, Weight> weights = new LinkedHashMap<>();
    for (Contribution of : score.contributions()) {
      weights.merge(of.rule(), new Weight(of.reason(), of.points()), Weight::plus);
    }
    return weights;
  }

  private static void add(List<RuleChange> changes, Weight before, Weight now) {
    int was = before == null ? 0 : before.points();
    int is = now == null ? 0 : now.points();
    if (was != is) {
      changes.add(new RuleChange(is - was, (now == null ? before : now).reason(), how(was, is)));
    }
  }

  private static String how(int was, int is) {
    if (was == 0) {
      return "new";
    }
    if (is == 0) {
      return "gone";
    }
    return Math.abs(is) > Math.abs(was) ? "more" : "faded";
  }

  public int points() {
    return now - before;
  }
}
