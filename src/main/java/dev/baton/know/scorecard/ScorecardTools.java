package dev.baton.know.scorecard;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.Decisions;
import dev.baton.engine.PastDecisions;
import dev.baton.engine.deploy.ModelDeployments;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.score.ScoreFacts;
import dev.baton.score.Scoring;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What scores the past, with the tables in force or with proposed ones. */
@Component
record ScorecardTools(
    CaseFacts facts,
    Scoring scoring,
    Decisions decisions,
    PastDecisions versions,
    ModelDeployments models) {

  /** Tables with proposed ones in place of their own. */
  DecisionSnapshot with(List<ModelFile> files) {
    return versions
        .versions()
        .with(files.stream().collect(Collectors.toMap(ModelFile::name, ModelFile::content)));
  }

  /** Tables in force as files, in this order. */
  List<ModelFile> inForce(String... names) {
    List<ModelFile> all = models.allInForceWith(List.of());
    return Stream.of(names)
        .map(
            name ->
                all.stream()
                    .filter(file -> file.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(name + " is not in force")))
        .toList();
  }

  /** The totals of cases, each at its instant. */
  double[] scores(List<PastCase> cases, List<ScoreFacts> facts, DecisionSnapshot tables) {
    double[] scores = new double[cases.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = scoring.score(facts.get(i), cases.get(i).at(), tables).total();
    }
    return scores;
  }
}
