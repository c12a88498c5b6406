package dev.baton.insight;

import dev.baton.insight.Behind.Owed;
import dev.baton.insight.Behind.Page;
import dev.baton.insight.Behind.Reached;
import dev.baton.insight.Behind.Which;
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
  private final Behind behind;
  private final ZoneId zone;

  BehindDoor(Behind behind, @Value("${baton.zone:UTC}") ZoneId zone) {
    this.behind = behind;
    this.zone = zone;
  }

  @Operation(summary = "Who is behind one figure of the funnel, by key and stage")
  @GetMapping("/funnel/leads")
  Page<Reached> funnel(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    String stage = question.stage(asked);
    Dimension by = question.dimension(asked);
    Basis basis = question.basis(asked);
    Which which = question.page(asked);
    asked.refuse();
    return behind.funnel(stage, by, basis, which, Viewer.of(who));
  }

  @Operation(summary = "The deadlines behind one figure, by key, clock and verdict")
  @GetMapping("/sla/deadlines")
  Page<Owed> deadlines(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    String verdict = question.verdict(asked);
    SlaDimension by = question.slaDimension(asked);
    Which which = question.page(asked);
    String clock = asked.text("clock");
    asked.refuse();
    return behind.deadlines(clock, verdict, by, which, Viewer.of(who));
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
    return behind.rejections(stage, reason, by, which, Viewer.of(who));
  }
}
