package dev.baton.connect.conversion;

import dev.baton.insight.CsvFile;
import dev.baton.insight.ReportParameters;
import dev.baton.insight.rollup.InstantRange;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/conversions.csv}: for ad platforms that no connection speaks to. */
@RestController
class ConversionController {
  private static final int MOST = 50_000;

  private final PastConversions conversions;
  private final ZoneId zone;

  ConversionController(PastConversions conversions, ZoneId zone) {
    this.conversions = conversions;
    this.zone = zone;
  }

  @Operation(
      summary = "Conversions as CSV: MQL, SAL, SQL and won, of leads that consent to marketing")
  @GetMapping("/api/conversions.csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    ReportParameters asked = new ReportParameters(zone).with("from", from).with("to", to);
    InstantRange range = asked.range();
    asked.refuse();
    List<Conversion> found = conversions.of(range, MOST + 1);
    asked.check(
        found.size() <= MOST,
        "to",
        "more than %,d conversions; take a shorter range".formatted(MOST));
    asked.refuse();
    return CsvFile.of(
        "conversions", ConversionRow.class, found.stream().map(ConversionRow::of).toList());
  }
}
