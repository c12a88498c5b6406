package dev.baton.web.lead;

import dev.baton.score.Contribution;
import dev.baton.score.Score;
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

  private record Points(String reason, int before, int now) {
    private Points plus(Points other) {
      return new Points(reason, before + other.before, now + other.now);
    }
  }

  static ScoreChange between(Score before, Score now) {
    Map<String, Points> byRule = new LinkedHashMap<>();
    for (Contribution of : now.contributions()) {
      byRule.merge(of.rule(), new Points(of.reason(), 0, of.points()), Points::plus);
    }
    for (Contribution of : before.contributions()) {
      byRule.merge(of.rule(), new Points(of.reason(), of.points(), 0), Points::plus);
    }
    List<RuleChange> changes =
        byRule.values().stream()
            .filter(points -> points.before() != points.now())
            .map(ScoreChange::change)
            .sorted(
                Comparator.comparingInt((RuleChange change) -> Math.abs(change.points()))
                    .reversed())
            .toList();
    return new ScoreChange(before.total(), now.total(), changes);
  }

  private static RuleChange change(Points points) {
    int before = points.before();
    int now = points.now();
    return new RuleChange(now - before, points.reason(), how(before, now));
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
