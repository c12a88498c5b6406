package dev.baton.insight;

import dev.baton.insight.attempt.AttemptDimension;
import dev.baton.insight.attempt.AttemptFigures;
import dev.baton.insight.attempt.AttemptReport;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Attempts and leakage over HTTP. */
@RestController
class AttemptController {
  private final AttemptFigures figures;
  private final ZoneId zone;

  AttemptController(AttemptFigures figures, ZoneId zone) {
    this.figures = figures;
    this.zone = zone;
  }

  /** By rep when not asked otherwise; by the instant of the MQL. */
  @Operation(
      summary = "Attempts to reach accepted leads, and leakage: untried, or the next one overdue")
  @GetMapping("/api/insight/attempts")
  AttemptReport attempts(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    AttemptDimension by = asked.word("by", AttemptDimension.REP);
    asked.refuse();
    return figures.report(by, range, FigureViewer.of(who));
  }
}
