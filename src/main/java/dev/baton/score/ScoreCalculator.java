package dev.baton.score;

import static java.util.Comparator.comparing;

import dev.baton.engine.DecisionSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Adds up one score from one set of facts. */
class ScoreCalculator {
  private static final Comparator<Contribution> STRONGEST_FIRST =
      comparing(Contribution::points).reversed().thenComparing(Contribution::rule);

  private final ScoringProfile profile;
  private final DecisionSnapshot tables;
  private final ScoreFacts facts;
  private final Instant asOf;

  ScoreCalculator(ScoringProfile profile, DecisionSnapshot tables, ScoreFacts facts, Instant asOf) {
    this.profile = profile;
    this.tables = tables;
    this.facts = facts;
    this.asOf = asOf;
  }

  Score score() {
    List<Contribution> fit = fit();
    List<Contribution> rest = rest();
    List<Contribution> all = Stream.concat(inTheSum(fit), rest.stream()).toList();
    int total = Contribution.sum(all);
    return new Score(
        total, Contribution.sum(fit), Contribution.sum(rest), band(total), model(), asOf, all);
  }

  private List<Contribution> fit() {
    ScoringProfile judge = profile.fitIsOnlyAGate() ? ScoringProfile.TWO_AXIS : profile;
    List<Contribution> matched =
        new RuleMatches(judge, tables, facts, asOf)
            .ofProfile().stream().filter(ScoreCalculator::isFit).sorted(STRONGEST_FIRST).toList();
    return AxisLimit.of(judge, "fit", tables).applied("fit", matched);
  }

  private Stream<Contribution> inTheSum(List<Contribution> fit) {
    return fit.stream().map(rule -> profile.fitIsOnlyAGate() ? rule.withoutPoints() : rule);
  }

  /** Behaviour and acts: what signals tell, and what the profile tells beside fit. */
  private List<Contribution> rest() {
    RuleMatches matches = new RuleMatches(profile, tables, facts, asOf);
    List<Contribution> matched =
        Stream.concat(
                matches.ofSignals().stream(),
                matches.ofProfile().stream().filter(contribution -> !isFit(contribution)))
            .sorted(STRONGEST_FIRST)
            .toList();
    return AxisLimit.of(profile, "behaviour", tables).applied("behaviour", matched);
  }

  private static boolean isFit(Contribution contribution) {
    return contribution.axis().equals("fit");
  }

  private String band(int total) {
    return tables.row("score-band", Map.of("total", total)).text("band");
  }

  private String model() {
    return profile.word() + " v" + tables.version(profile.table());
  }
}
