package dev.baton.insight;

import dev.baton.insight.DrillDown.Page;
import dev.baton.insight.DrillDown.Which;
import dev.baton.insight.FunnelDrillDown.Reached;
import dev.baton.insight.SlaDrillDown.Owed;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows behind each figure over HTTP, fifty a page. */
@RestController
@RequestMapping("/api/insight")
class BehindDoor {
  private final FunnelDrillDown funnel;
  private final SlaDrillDown sla;
  private final ZoneId zone;

  BehindDoor(FunnelDrillDown funnel, SlaDrillDown sla, @Value("${baton.zone:UTC}") ZoneId zone) {
    this.funnel = funnel;
    this.sla = sla;
    this.zone = zone;
  }

  @Operation(summary = "Who is behind one figure of the funnel, by key and stage")
  @GetMapping("/funnel/leads")
  Page<Reached> funnel(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    FunnelMeasure measure = question.measure(asked);
    Dimension by = question.dimension(asked);
    Basis basis = question.basis(asked);
    Which which = question.page(asked);
    asked.refuse();
    return funnel.funnel(measure, by, basis, which, Viewer.of(who));
  }

  @Operation(summary = "The deadlines behind one figure, by key, clock and verdict")
  @GetMapping("/sla/deadlines")
  Page<Owed> deadlines(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    SlaMeasure verdict = question.verdict(asked);
    SlaDimension by = question.slaDimension(asked);
    Which which = question.page(asked);
    String clock = asked.text("clock");
    asked.refuse();
    return sla.deadlines(clock, verdict, by, which, Viewer.of(who));
  }

  /** The stage is the question that got the no, as in the report. */
  @Operation(summary = "Who is behind one row of the rejections")
  @GetMapping("/rejections/leads")
  Page<Reached> rejections(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    Dimension by = question.dimension(asked);
    Which which = question.page(asked);
    String stage = asked.text("stage");
    String reason = asked.text("reason");
    asked.refuse();
    return funnel.rejections(stage, reason, by, which, Viewer.of(who));
  }
}
