package dev.baton.insight;

import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What marketing promised sales, over HTTP. */
@RestController
@RequestMapping("/api/insight/promises")
class PromiseDoor {
  private final PromiseFigures figures;
  private final ZoneId zone;

  PromiseDoor(PromiseFigures figures, @Value("${baton.zone:UTC}") ZoneId zone) {
    this.figures = figures;
    this.zone = zone;
  }

  @Operation(summary = "What marketing promised sales, and whether it was kept")
  @GetMapping
  Promises promises(
      @RequestParam(required = false) String from, @RequestParam(required = false) String to) {
    ReportParameters asked = new ReportParameters(zone).with("from", from).with("to", to);
    Range range = asked.range();
    asked.refuse();
    return figures.in(range);
  }
}
