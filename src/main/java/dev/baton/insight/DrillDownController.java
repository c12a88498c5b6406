package dev.baton.insight;

import dev.baton.insight.funnel.FunnelEntryRow;
import dev.baton.insight.rollup.DrillDownPage;
import dev.baton.insight.sla.SlaEntryRow;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows behind each figure over HTTP, fifty a page. */
@RestController
@RequestMapping("/api/insight")
class DrillDownController {
  private final DrillDownQueries queries;

  DrillDownController(DrillDownQueries queries) {
    this.queries = queries;
  }

  @Operation(summary = "Who is behind one figure of the funnel, by key and stage")
  @GetMapping("/funnel/leads")
  DrillDownPage<FunnelEntryRow> funnel(
      @ParameterObject FigureRequest figure, @ParameterObject RowRequest rows, Authentication who) {
    return queries.funnel(figure, rows, RowRequest::page, who);
  }

  @Operation(summary = "The deadlines behind one figure, by key, clock and verdict")
  @GetMapping("/sla/deadlines")
  DrillDownPage<SlaEntryRow> deadlines(
      @ParameterObject FigureRequest figure, @ParameterObject RowRequest rows, Authentication who) {
    return queries.deadlines(figure, rows, RowRequest::page, who);
  }

  @Operation(summary = "Who is behind one row of the rejections")
  @GetMapping("/rejections/leads")
  DrillDownPage<FunnelEntryRow> rejections(
      @ParameterObject FigureRequest figure, @ParameterObject RowRequest rows, Authentication who) {
    return queries.rejections(figure, rows, RowRequest::page, who);
  }
}
