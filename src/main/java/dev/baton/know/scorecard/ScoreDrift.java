package dev.baton.know.scorecard;

import dev.baton.engine.DecisionSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** How the table in force tells outcomes as time goes by; reads only. */
@Component
public class ScoreDrift {
  /** Older handoffs say little of a table of today. */
  private static final Duration LOOKS_BACK = Duration.ofDays(400);

  private final PastCases cases;
  private final ScorecardTools tools;
  private final Clock clock;
  private final ZoneId zone;

  ScoreDrift(PastCases cases, ScorecardTools tools, Clock clock, ZoneId zone) {
    this.cases = cases;
    this.tools = tools;
    this.clock = clock;
    this.zone = zone;
  }

  /** By the month of the MQL, scored with what was known then. */
  public DriftReport report() {
    List<PastCase> settled =
        cases.settled(clock.instant()).stream()
            .filter(one -> one.at().isAfter(clock.instant().minus(LOOKS_BACK)))
            .toList();
    DecisionSnapshot inForce = tools.decisions().inForce();
    double[] scores = tools.scores(settled, tools.facts().of(settled, inForce), inForce);
    List<YearMonth> months =
        settled.stream().map(one -> YearMonth.from(one.at().atZone(zone))).toList();
    return new DriftReport(
        DriftMonths.ENOUGH, new DriftMonths(months, scores, PastCase.outcomes(settled)).report());
  }
}
