package dev.baton.insight;

import dev.baton.insight.DrillDown.Which;
import dev.baton.insight.FunnelDrillDown.Reached;
import dev.baton.insight.SlaDrillDown.Owed;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
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
class CsvDoor {
  /** A spreadsheet with more rows than that is a job for the API. */
  static final int MOST = 10_000;

  private final Figures figures;
  private final FunnelDrillDown reached;
  private final SlaDrillDown owed;
  private final ZoneId zone;

  CsvDoor(
      Figures figures,
      FunnelDrillDown reached,
      SlaDrillDown owed,
      @Value("${baton.zone:UTC}") ZoneId zone) {
    this.figures = figures;
    this.reached = reached;
    this.owed = owed;
    this.zone = zone;
  }

  @Operation(summary = "The funnel as a file")
  @GetMapping("/funnel.csv")
  ResponseEntity<byte[]> funnel(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    Range range = asked.range();
    Dimension by = question.dimension(asked);
    Basis basis = question.basis(asked);
    asked.refuse();
    List<FunnelRow> rows = figures.funnel(by, basis, range, Viewer.of(who)).rows();
    return file("funnel", FunnelRow.class, rows);
  }

  @Operation(summary = "The SLA report as a file")
  @GetMapping("/sla.csv")
  ResponseEntity<byte[]> sla(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    Range range = asked.range();
    SlaDimension by = question.slaDimension(asked);
    asked.refuse();
    return file("sla", Sla.Row.class, figures.sla(by, range, Viewer.of(who)).rows());
  }

  @Operation(summary = "The rejections as a file")
  @GetMapping("/rejections.csv")
  ResponseEntity<byte[]> rejections(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    Range range = asked.range();
    Dimension by = question.dimension(asked);
    asked.refuse();
    List<Rejections.Row> rows = figures.rejections(by, range, Viewer.of(who)).rows();
    return file("rejections", Rejections.Row.class, rows);
  }

  @Operation(summary = "Who is behind one figure of the funnel, as a file of at most 10,000 rows")
  @GetMapping("/funnel/leads.csv")
  ResponseEntity<byte[]> reached(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    FunnelMeasure measure = question.measure(asked);
    Dimension by = question.dimension(asked);
    Basis basis = question.basis(asked);
    Which which = question.all(asked);
    asked.refuse();
    List<Reached> rows = reached.funnel(measure, by, basis, which, Viewer.of(who)).items();
    return file("leads", Reached.class, rows);
  }

  @Operation(summary = "The deadlines behind one figure, as a file of at most 10,000 rows")
  @GetMapping("/sla/deadlines.csv")
  ResponseEntity<byte[]> deadlines(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    SlaMeasure verdict = question.verdict(asked);
    SlaDimension by = question.slaDimension(asked);
    Which which = question.all(asked);
    String clock = asked.text("clock");
    asked.refuse();
    List<Owed> rows = owed.deadlines(clock, verdict, by, which, Viewer.of(who)).items();
    return file("deadlines", Owed.class, rows);
  }

  @Operation(summary = "Who is behind one row of the rejections, as a file of at most 10,000 rows")
  @GetMapping("/rejections/leads.csv")
  ResponseEntity<byte[]> noes(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    Dimension by = question.dimension(asked);
    Which which = question.all(asked);
    String stage = asked.text("stage");
    String reason = asked.text("reason");
    asked.refuse();
    List<Reached> rows = reached.rejections(stage, reason, by, which, Viewer.of(who)).items();
    return file("rejected-leads", Reached.class, rows);
  }

  private static <R extends Record> ResponseEntity<byte[]> file(
      String name, Class<R> type, List<R> rows) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".csv").build().toString())
        .body(Csv.of(type, rows).getBytes(StandardCharsets.UTF_8));
  }
}
