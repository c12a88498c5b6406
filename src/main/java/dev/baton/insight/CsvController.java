package dev.baton.insight;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelDrillDown;
import dev.baton.insight.funnel.FunnelDrillDown.Reached;
import dev.baton.insight.funnel.FunnelMeasure;
import dev.baton.insight.funnel.FunnelRow;
import dev.baton.insight.funnel.RejectionReport;
import dev.baton.insight.rollup.DrillDown.Which;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaDrillDown;
import dev.baton.insight.sla.SlaDrillDown.Owed;
import dev.baton.insight.sla.SlaMeasure;
import dev.baton.insight.sla.SlaReport;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
  private final FunnelDrillDown reached;
  private final SlaDrillDown owed;
  private final ZoneId zone;

  CsvController(FigureQueries queries, FunnelDrillDown reached, SlaDrillDown owed, ZoneId zone) {
    this.queries = queries;
    this.reached = reached;
    this.owed = owed;
    this.zone = zone;
  }

  @Operation(summary = "The funnel as a file")
  @GetMapping("/funnel.csv")
  ResponseEntity<byte[]> funnel(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    Dimension by = request.dimension(asked);
    FunnelBasis basis = request.basis(asked);
    asked.refuse();
    List<FunnelRow> rows = queries.funnel(by, basis, range, FigureViewer.of(who)).rows();
    return file("funnel", FunnelRow.class, rows);
  }

  @Operation(summary = "The SLA report as a file")
  @GetMapping("/sla.csv")
  ResponseEntity<byte[]> sla(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    SlaDimension by = request.slaDimension(asked);
    asked.refuse();
    return file("sla", SlaReport.Row.class, queries.sla(by, range, FigureViewer.of(who)).rows());
  }

  @Operation(summary = "The rejections as a file")
  @GetMapping("/rejections.csv")
  ResponseEntity<byte[]> rejections(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    Dimension by = request.dimension(asked);
    asked.refuse();
    List<RejectionReport.Row> rows = queries.rejections(by, range, FigureViewer.of(who)).rows();
    return file("rejections", RejectionReport.Row.class, rows);
  }

  @Operation(summary = "Who is behind one figure of the funnel, as a file of at most 10,000 rows")
  @GetMapping("/funnel/leads.csv")
  ResponseEntity<byte[]> reached(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    FunnelMeasure measure = request.measure(asked);
    Dimension by = request.dimension(asked);
    FunnelBasis basis = request.basis(asked);
    Which which = request.all(asked);
    asked.refuse();
    List<Reached> rows = reached.funnel(measure, by, basis, which, FigureViewer.of(who)).items();
    return file("leads", Reached.class, rows);
  }

  @Operation(summary = "The deadlines behind one figure, as a file of at most 10,000 rows")
  @GetMapping("/sla/deadlines.csv")
  ResponseEntity<byte[]> deadlines(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    SlaMeasure verdict = request.verdict(asked);
    SlaDimension by = request.slaDimension(asked);
    Which which = request.all(asked);
    String clock = asked.text("clock");
    asked.refuse();
    List<Owed> rows = owed.deadlines(clock, verdict, by, which, FigureViewer.of(who)).items();
    return file("deadlines", Owed.class, rows);
  }

  @Operation(summary = "Who is behind one row of the rejections, as a file of at most 10,000 rows")
  @GetMapping("/rejections/leads.csv")
  ResponseEntity<byte[]> rejectionLeads(
      @ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    Dimension by = request.dimension(asked);
    Which which = request.all(asked);
    String stage = asked.text("stage");
    String reason = asked.text("reason");
    asked.refuse();
    List<Reached> rows = reached.rejections(stage, reason, by, which, FigureViewer.of(who)).items();
    return file("rejected-leads", Reached.class, rows);
  }

  private static <R extends Record> ResponseEntity<byte[]> file(
      String name, Class<R> type, List<R> rows) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".csv").build().toString())
        .body(CsvWriter.of(type, rows).getBytes(StandardCharsets.UTF_8));
  }
}
