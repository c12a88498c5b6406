package dev.baton.insight;

import dev.baton.insight.notice.NoticeUsefulness;
import dev.baton.insight.notice.NoticeUsefulnessRow;
import dev.baton.insight.rollup.InstantRange;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How useful messages are, over HTTP (rule R28). */
@RestController
@RequestMapping("/api/insight")
class NoticeUsefulnessController {
  private final NoticeUsefulness usefulness;
  private final ZoneId zone;

  NoticeUsefulnessController(NoticeUsefulness usefulness, ZoneId zone) {
    this.usefulness = usefulness;
    this.zone = zone;
  }

  record NoticeUsefulnessReport(List<NoticeUsefulnessRow> rows) {}

  @Operation(
      summary = "Of each kind of notice, how many were followed by an act within their window")
  @GetMapping("/alerts")
  NoticeUsefulnessReport rows(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    return new NoticeUsefulnessReport(usefulness.in(range(from, to)));
  }

  @Operation(summary = "The same as a file")
  @GetMapping("/alerts.csv")
  ResponseEntity<byte[]> file(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    return CsvFile.of("alerts", NoticeUsefulnessRow.class, usefulness.in(range(from, to)));
  }

  private InstantRange range(@Nullable String from, @Nullable String to) {
    ReportParameters asked = new ReportParameters(zone).with("from", from).with("to", to);
    InstantRange range = asked.range();
    asked.refuse();
    return range;
  }
}
