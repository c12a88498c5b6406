package dev.baton.insight;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelReport;
import dev.baton.insight.rejection.RejectionReport;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaReport;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures over HTTP. */
@RestController
@RequestMapping("/api/insight")
class InsightController {
  private final FigureQueries queries;
  private final ZoneId zone;

  InsightController(FigureQueries queries, ZoneId zone) {
    this.queries = queries;
    this.zone = zone;
  }

  /** By source and as a cohort when not asked otherwise. */
  @Operation(summary = "The funnel from lead to customer")
  @GetMapping("/funnel")
  FunnelReport funnel(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String basis,
      Authentication who) {
    ReportParameters asked =
        new ReportParameters(zone)
            .with("from", from)
            .with("to", to)
            .with("by", by)
            .with("basis", basis);
    InstantRange range = asked.range();
    Dimension dimension = asked.word("by", Dimension.SOURCE);
    FunnelBasis on = asked.word("basis", FunnelBasis.COHORT);
    asked.refuse();
    return queries.funnel(dimension, on, range, FigureViewer.of(who));
  }

  /** By rep when not asked otherwise; deadlines are chosen by their due instant. */
  @Operation(summary = "Deadlines met and missed, and those at risk")
  @GetMapping("/sla")
  SlaReport sla(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String by,
      Authentication who) {
    ReportParameters asked =
        new ReportParameters(zone).with("from", from).with("to", to).with("by", by);
    InstantRange range = asked.range();
    SlaDimension dimension = asked.word("by", SlaDimension.REP);
    asked.refuse();
    return queries.sla(dimension, range, FigureViewer.of(who));
  }

  /** By source when not asked otherwise; a rejection counts in the range in which it was made. */
  @Operation(summary = "Rejection reasons")
  @GetMapping("/rejections")
  RejectionReport rejections(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String by,
      Authentication who) {
    ReportParameters asked =
        new ReportParameters(zone).with("from", from).with("to", to).with("by", by);
    InstantRange range = asked.range();
    Dimension dimension = asked.word("by", Dimension.SOURCE);
    asked.refuse();
    return queries.rejections(dimension, range, FigureViewer.of(who));
  }
}
