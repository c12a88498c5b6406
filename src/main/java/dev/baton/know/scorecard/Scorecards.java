package dev.baton.know.scorecard;

import dev.baton.change.ChangeCommands;
import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.input.InvalidInput;
import dev.baton.score.ScoreFacts;
import dev.baton.score.ScoringMethod;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Learns the points of the scoring table from outcomes, and proposes them as a change. */
@Component
class Scorecards {
  static final String TABLE = "score-two-axis.dmn";
  private static final String LIMITS = "score-limits.dmn";

  private final PastCases cases;
  private final ScorecardTools tools;
  private final ScorecardBase base;
  private final ChangeCommands changes;
  private final Clock clock;
  private final ZoneId zone;

  Scorecards(
      PastCases cases,
      ScorecardTools tools,
      ScorecardBase base,
      ChangeCommands changes,
      Clock clock,
      ZoneId zone) {
    this.cases = cases;
    this.tools = tools;
    this.base = base;
    this.changes = changes;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Proposes what is learned.
   *
   * @throws InvalidInput where there is too little to learn from, or nothing tells the outcome
   */
  Scorecard propose(String by) {
    if (tools.scoring().usualProfile().method() != ScoringMethod.TWO_AXIS) {
      throw InvalidInput.at(
          "profile", "points are learned for two-axis; set baton.scoring.profile to it");
    }
    CaseSplit split = CaseSplit.of(cases.settled(clock.instant()), zone);
    DecisionSnapshot inForce = tools.decisions().inForce();
    List<ScoreFacts> facts = tools.facts().of(split.training(), inForce);
    List<LeadFeatures> known = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      known.add(LeadFeatures.of(facts.get(i), split.training().get(i).at(), inForce));
    }
    LearnedPoints learned = LearnedPoints.of(known, PastCase.outcomes(split.training()));
    if (learned.isEmpty()) {
      throw InvalidInput.at(
          "points",
          "nothing that is known of %d handoffs tells those that became an SQL from the others"
              .formatted(known.size()));
    }
    return proposed(split, facts, learned, inForce, by);
  }

  private Scorecard proposed(
      CaseSplit split,
      List<ScoreFacts> facts,
      LearnedPoints learned,
      DecisionSnapshot inForce,
      String by) {
    List<ModelFile> before = tools.inForce(TABLE, LIMITS);
    List<ModelFile> without = files(before, learned, 0);
    int start = base.of(inForce, tools.with(without));
    List<ModelFile> files = files(before, learned, start);
    DecisionSnapshot proposed = tools.with(files);
    List<ScoreFacts> later = tools.facts().of(split.heldOut(), inForce);
    boolean[] outcomes = PastCase.outcomes(split.heldOut());
    double[] scores = tools.scores(split.heldOut(), later, proposed);
    double[] others = tools.scores(split.heldOut(), later, inForce);
    Scorecard.Comparison compared =
        new Scorecard.Comparison(
            Auc.of(scores, outcomes),
            Auc.of(others, outcomes),
            Auc.difference(scores, others, outcomes));
    List<Scorecard.Reliability> reliability =
        ReliabilityTable.of(
            tools.scores(split.training(), facts, proposed),
            PastCase.outcomes(split.training()),
            scores,
            outcomes);
    long id = changes.propose(change(split, compared, files), by);
    return new Scorecard(
        id,
        told(split.training()),
        told(split.heldOut()),
        compared,
        start,
        learned.rows(),
        reliability,
        ScorecardTable.goneFrom(before.get(0), files.get(0)));
  }

  private static List<ModelFile> files(List<ModelFile> before, LearnedPoints learned, int start) {
    int most =
        Math.max(0, start)
            + learned.rows().stream().mapToInt(row -> Math.max(0, row.points())).sum();
    return List.of(
        ScorecardTable.of(before.get(0), learned, start),
        ScorecardTable.limits(before.get(1), ScoringMethod.TWO_AXIS.word(), most));
  }

  private static Map<String, Object> change(
      CaseSplit split, Scorecard.Comparison auc, List<ModelFile> files) {
    String why =
        """
        Points learned from %d handoffs with a known outcome: 20 points more mean that the odds of \
        an SQL are twice as high. Of %d later ones it ranks two of different outcome rightly in \
        %.0f of 100 cases (%.0f to %.0f); the table in force in %.0f (%.0f to %.0f)."""
            .formatted(
                split.training().size(),
                split.heldOut().size(),
                auc.learned().value() * 100,
                auc.learned().low() * 100,
                auc.learned().high() * 100,
                auc.inForce().value() * 100,
                auc.inForce().low() * 100,
                auc.inForce().high() * 100);
    return Map.of(
        "title",
        "Scorecard learned from outcomes",
        "why",
        why,
        "files",
        files.stream()
            .map(file -> Map.of("name", file.name(), "content", file.content()))
            .toList());
  }

  private static Scorecard.Cases told(List<PastCase> cases) {
    return new Scorecard.Cases(
        cases.size(),
        (int) cases.stream().filter(PastCase::wentOn).count(),
        cases.get(0).at(),
        cases.get(cases.size() - 1).at());
  }
}
