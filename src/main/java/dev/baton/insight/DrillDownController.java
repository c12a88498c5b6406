package dev.baton.insight;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelDrillDown;
import dev.baton.insight.funnel.FunnelDrillDown.Reached;
import dev.baton.insight.funnel.FunnelMeasure;
import dev.baton.insight.rollup.DrillDown.Page;
import dev.baton.insight.rollup.DrillDown.Which;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaDrillDown;
import dev.baton.insight.sla.SlaDrillDown.Owed;
import dev.baton.insight.sla.SlaMeasure;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows behind each figure over HTTP, fifty a page. */
@RestController
@RequestMapping("/api/insight")
class DrillDownController {
  private final FunnelDrillDown funnel;
  private final SlaDrillDown sla;
  private final ZoneId zone;

  DrillDownController(FunnelDrillDown funnel, SlaDrillDown sla, ZoneId zone) {
    this.funnel = funnel;
    this.sla = sla;
    this.zone = zone;
  }

  @Operation(summary = "Who is behind one figure of the funnel, by key and stage")
  @GetMapping("/funnel/leads")
  Page<Reached> funnel(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    FunnelMeasure measure = request.measure(asked);
    Dimension by = request.dimension(asked);
    FunnelBasis basis = request.basis(asked);
    Which which = request.page(asked);
    asked.refuse();
    return funnel.funnel(measure, by, basis, which, FigureViewer.of(who));
  }

  @Operation(summary = "The deadlines behind one figure, by key, clock and verdict")
  @GetMapping("/sla/deadlines")
  Page<Owed> deadlines(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    SlaMeasure verdict = request.verdict(asked);
    SlaDimension by = request.slaDimension(asked);
    Which which = request.page(asked);
    String clock = asked.text("clock");
    asked.refuse();
    return sla.deadlines(clock, verdict, by, which, FigureViewer.of(who));
  }

  /** The stage is the question that got the no, as in the report. */
  @Operation(summary = "Who is behind one row of the rejections")
  @GetMapping("/rejections/leads")
  Page<Reached> rejections(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    Dimension by = request.dimension(asked);
    Which which = request.page(asked);
    String stage = asked.text("stage");
    String reason = asked.text("reason");
    asked.refuse();
    return funnel.rejections(stage, reason, by, which, FigureViewer.of(who));
  }
}
