package dev.baton.know.scorecard;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The scorecard over HTTP. */
@RestController
class ScorecardController {
  private final Scorecards scorecards;
  private final ScoreDrift drift;

  ScorecardController(Scorecards scorecards, ScoreDrift drift) {
    this.scorecards = scorecards;
    this.drift = drift;
  }

  @Operation(
      summary = "How well the table in force has told, month by month, who becomes an SQL",
      description = "The last 400 days by the month of the MQL, each against all months before it")
  @GetMapping("/api/know/drift")
  DriftReport drift() {
    return drift.report();
  }

  @Operation(
      summary = "Learn points from outcomes and propose them as a change of the scoring table",
      description = "Nothing is in force by it; 422 says what is missing to learn from")
  @PostMapping("/api/know/scorecard")
  @ResponseStatus(HttpStatus.CREATED)
  Scorecard propose(Principal by) {
    return scorecards.propose(by.getName());
  }
}
