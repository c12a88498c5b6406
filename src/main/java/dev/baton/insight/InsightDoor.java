package dev.baton.insight;

import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures over HTTP. */
@RestController
@RequestMapping("/api/insight")
class InsightDoor {
  private final Figures figures;
  private final ZoneId zone;

  InsightDoor(Figures figures, @Value("${baton.zone:UTC}") ZoneId zone) {
    this.figures = figures;
    this.zone = zone;
  }

  /** By source and as a cohort when not asked otherwise. */
  @Operation(summary = "The funnel from lead to customer")
  @GetMapping("/funnel")
  Funnel funnel(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String by,
      @RequestParam(required = false) String basis,
      Authentication who) {
    ReportParameters asked =
        new ReportParameters(zone)
            .with("from", from)
            .with("to", to)
            .with("by", by)
            .with("basis", basis);
    Range range = asked.range();
    Dimension dimension = asked.word("by", Dimension.SOURCE);
    Basis on = asked.word("basis", Basis.COHORT);
    asked.refuse();
    return figures.funnel(dimension, on, range, Viewer.of(who));
  }

  /** By rep when not asked otherwise; deadlines are chosen by their due instant. */
  @Operation(summary = "Deadlines met and missed, and those at risk")
  @GetMapping("/sla")
  Sla sla(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String by,
      Authentication who) {
    ReportParameters asked =
        new ReportParameters(zone).with("from", from).with("to", to).with("by", by);
    Range range = asked.range();
    SlaDimension dimension = asked.word("by", SlaDimension.REP);
    asked.refuse();
    return figures.sla(dimension, range, Viewer.of(who));
  }

  /** By source when not asked otherwise; a no counts in the range in which it was said. */
  @Operation(summary = "Why sales said no")
  @GetMapping("/rejections")
  Rejections rejections(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String by,
      Authentication who) {
    ReportParameters asked =
        new ReportParameters(zone).with("from", from).with("to", to).with("by", by);
    Range range = asked.range();
    Dimension dimension = asked.word("by", Dimension.SOURCE);
    asked.refuse();
    return figures.rejections(dimension, range, Viewer.of(who));
  }
}
