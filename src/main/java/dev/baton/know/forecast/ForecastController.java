package dev.baton.know.forecast;

import dev.baton.input.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The forecast over HTTP. */
@RestController
class ForecastController {
  private static final int FARTHEST = 2;

  private final Forecasts forecasts;

  ForecastController(Forecasts forecasts) {
    this.forecasts = forecasts;
  }

  @Operation(
      summary = "What will be won in a month, with a band and the error of earlier months",
      description = "month: such as 2026-11, this one or one of the next two; this one by default")
  @GetMapping("/api/know/forecast")
  Forecast forecast(@RequestParam(required = false) @Nullable String month) {
    return forecasts.of(month == null || month.isBlank() ? forecasts.thisMonth() : read(month));
  }

  private YearMonth read(String text) {
    YearMonth now = forecasts.thisMonth();
    try {
      YearMonth month = YearMonth.parse(text.strip());
      if (!month.isBefore(now) && !month.isAfter(now.plusMonths(FARTHEST))) {
        return month;
      }
    } catch (DateTimeException e) {
      // as good as a month that is too far away
    }
    throw InvalidInput.at(
        "month", "must be a month from %s to %s".formatted(now, now.plusMonths(FARTHEST)));
  }
}
