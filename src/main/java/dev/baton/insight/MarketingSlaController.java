package dev.baton.insight;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.marketing.MarketingSla;
import dev.baton.insight.sla.marketing.MarketingSlaFigures;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The SLA of marketing towards sales over HTTP. */
@RestController
@RequestMapping("/api/insight/marketing-sla")
class MarketingSlaController {
  private final MarketingSlaFigures figures;
  private final ZoneId zone;

  MarketingSlaController(MarketingSlaFigures figures, ZoneId zone) {
    this.figures = figures;
    this.zone = zone;
  }

  @Operation(summary = "The SLA of marketing towards sales: replies to rejections, and bad fits")
  @GetMapping
  MarketingSla sla(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    ReportParameters asked = new ReportParameters(zone).with("from", from).with("to", to);
    InstantRange range = asked.range();
    asked.refuse();
    return figures.in(range);
  }
}
