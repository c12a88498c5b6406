package dev.baton.score;

import java.util.List;

/**
 * One reason for a score.
 *
 * @param rule the id of the rule in the decision table
 * @param axis {@code fit}, {@code behaviour}, or {@code act} for a qualifying act of 0 points
 * @param points whole points after decay, possibly negative
 * @param reason the sentence a rep reads
 * @param evidence ids of the signals it rests on, newest first
 */
public record Contribution(
    String rule, String axis, int points, String reason, List<String> evidence) {

  Contribution withoutPoints() {
    return new Contribution(rule, axis, 0, reason, evidence);
  }

  static int sum(List<Contribution> contributions) {
    return contributions.stream().mapToInt(Contribution::points).sum();
  }
}
