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
    RuleMatches matches = matches(profile.method());
    List<Contribution> ofProfile = matches.ofProfile();
    List<Contribution> fit = fit(ofProfile);
    List<Contribution> rest = rest(matches.ofSignals(), ofProfile);
    List<Contribution> all = Stream.concat(inTheSum(fit), rest.stream()).toList();
    int total = Contribution.sum(all);
    return new Score(
        profile,
        total,
        Contribution.sum(fit),
        Contribution.sum(rest),
        band(total),
        model(),
        asOf,
        all);
  }

  private RuleMatches matches(ScoringMethod judge) {
    return new RuleMatches(judge, tables, facts, asOf);
  }

  private List<Contribution> fit(List<Contribution> ofProfile) {
    boolean gate = profile.method().fitIsOnlyAGate();
    ScoringMethod judge = gate ? ScoringMethod.TWO_AXIS : profile.method();
    List<Contribution> judged = gate ? matches(judge).ofProfile() : ofProfile;
    List<Contribution> matched =
        judged.stream().filter(ScoreCalculator::isFit).sorted(STRONGEST_FIRST).toList();
    return AxisLimit.of(judge, "fit", tables).applied("fit", matched);
  }

  private Stream<Contribution> inTheSum(List<Contribution> fit) {
    return fit.stream()
        .map(rule -> profile.method().fitIsOnlyAGate() ? rule.withoutPoints() : rule);
  }

  /** Behaviour and acts: what signals tell, and what the profile tells beside fit. */
  private List<Contribution> rest(List<Contribution> ofSignals, List<Contribution> ofProfile) {
    List<Contribution> matched =
        Stream.concat(
                ofSignals.stream(), ofProfile.stream().filter(contribution -> !isFit(contribution)))
            .sorted(STRONGEST_FIRST)
            .toList();
    return AxisLimit.of(profile.method(), "behaviour", tables).applied("behaviour", matched);
  }

  private static boolean isFit(Contribution contribution) {
    return contribution.axis().equals("fit");
  }

  private String band(int total) {
    return tables.row("score-band", Map.of("total", total)).text("band");
  }

  private String model() {
    return profile.name() + " v" + tables.version(profile.method().table());
  }
}
