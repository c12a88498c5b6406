package dev.baton.insight;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelEntryRow;
import dev.baton.insight.funnel.FunnelRow;
import dev.baton.insight.rejection.RejectionReasonRow;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaEntryRow;
import dev.baton.insight.sla.SlaRow;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reports and the rows behind them as files for a spreadsheet, with the same parameters. */
@RestController
@RequestMapping("/api/insight")
class CsvController {
  /** A spreadsheet with more rows than that is a job for the API. */
  static final int MOST = 10_000;

  private final FigureQueries queries;
  private final DrillDownQueries rows;
  private final ZoneId zone;

  CsvController(FigureQueries queries, DrillDownQueries rows, ZoneId zone) {
    this.queries = queries;
    this.rows = rows;
    this.zone = zone;
  }

  @Operation(summary = "The funnel as a file")
  @GetMapping("/funnel.csv")
  ResponseEntity<byte[]> funnel(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    Dimension by = FigureRequest.dimension(asked);
    FunnelBasis basis = FigureRequest.basis(asked);
    asked.refuse();
    List<FunnelRow> rows = queries.funnel(by, basis, range, FigureViewer.of(who)).rows();
    return CsvFile.of("funnel", FunnelRow.class, rows);
  }

  @Operation(summary = "The SLA report as a file")
  @GetMapping("/sla.csv")
  ResponseEntity<byte[]> sla(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    SlaDimension by = FigureRequest.slaDimension(asked);
    asked.refuse();
    return CsvFile.of("sla", SlaRow.class, queries.sla(by, range, FigureViewer.of(who)).rows());
  }

  @Operation(summary = "The rejections as a file")
  @GetMapping("/rejections.csv")
  ResponseEntity<byte[]> rejections(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    Dimension by = FigureRequest.dimension(asked);
    asked.refuse();
    List<RejectionReasonRow> rows = queries.rejections(by, range, FigureViewer.of(who)).rows();
    return CsvFile.of("rejections", RejectionReasonRow.class, rows);
  }

  @Operation(summary = "Who is behind one figure of the funnel, as a file of at most 10,000 rows")
  @GetMapping("/funnel/leads.csv")
  ResponseEntity<byte[]> funnelLeads(
      @ParameterObject FigureRequest figure,
      @ParameterObject RowRequest request,
      Authentication who) {
    return CsvFile.of(
        "leads", FunnelEntryRow.class, rows.funnel(figure, request, RowRequest::all, who).items());
  }

  @Operation(summary = "The deadlines behind one figure, as a file of at most 10,000 rows")
  @GetMapping("/sla/deadlines.csv")
  ResponseEntity<byte[]> deadlines(
      @ParameterObject FigureRequest figure,
      @ParameterObject RowRequest request,
      Authentication who) {
    return CsvFile.of(
        "deadlines",
        SlaEntryRow.class,
        rows.deadlines(figure, request, RowRequest::all, who).items());
  }

  @Operation(summary = "Who is behind one row of the rejections, as a file of at most 10,000 rows")
  @GetMapping("/rejections/leads.csv")
  ResponseEntity<byte[]> rejectionLeads(
      @ParameterObject FigureRequest figure,
      @ParameterObject RowRequest request,
      Authentication who) {
    return CsvFile.of(
        "rejected-leads",
        FunnelEntryRow.class,
        rows.rejections(figure, request, RowRequest::all, who).items());
  }
}
