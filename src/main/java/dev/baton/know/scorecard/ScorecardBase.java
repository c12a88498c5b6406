package dev.baton.know.scorecard;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.score.ScoreFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What everybody has to start with so that as many of the newest leads cross the line as by the
 * tables in force.
 */
@Component
class ScorecardBase {
  private final JudgedLeads leads;
  private final ScorecardTools tools;

  ScorecardBase(JudgedLeads leads, ScorecardTools tools) {
    this.leads = leads;
    this.tools = tools;
  }

  int of(DecisionSnapshot inForce, DecisionSnapshot proposed) {
    String profile = tools.scoring().usualProfile().name();
    int line =
        inForce
            .row("score-threshold", Map.of("profile", profile))
            .optionalNumber("mqlAt")
            .orElse(60);
    List<PastCase> newest = leads.newest();
    List<ScoreFacts> facts = tools.facts().of(newest, inForce);
    double[] before = tools.scores(newest, facts, inForce);
    double[] after = tools.scores(newest, facts, proposed);
    return start(line, (int) Arrays.stream(before).filter(score -> score >= line).count(), after);
  }

  /** Of equal scores all cross the line or none: as many as come nearest. */
  static int start(int line, int crossed, double[] scores) {
    if (scores.length == 0) {
      return 0;
    }
    double[] sorted = Arrays.stream(scores).sorted().toArray();
    double best = sorted[sorted.length - 1] + 1;
    int off = crossed;
    for (double cut : sorted) {
      int over = (int) Arrays.stream(sorted).filter(score -> score >= cut).count();
      if (Math.abs(over - crossed) < off) {
        off = Math.abs(over - crossed);
        best = cut;
      }
    }
    return line - (int) best;
  }
}
