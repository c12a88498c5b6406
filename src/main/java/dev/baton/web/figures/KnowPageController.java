package dev.baton.web.figures;

import dev.baton.input.Translated;
import dev.baton.know.attribution.Attribution;
import dev.baton.know.attribution.AttributionKey;
import dev.baton.know.attribution.AttributionModel;
import dev.baton.know.attribution.Goal;
import dev.baton.know.forecast.Forecasts;
import dev.baton.web.StaffPage;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /know}: what the facts foretell, and what led to the goals that were reached. */
@StaffPage
@Translated
public class KnowPageController {
  private final Attribution attribution;
  private final Forecasts forecasts;
  private final Clock clock;
  private final ZoneId zone;

  KnowPageController(Attribution attribution, Forecasts forecasts, Clock clock, ZoneId zone) {
    this.attribution = attribution;
    this.forecasts = forecasts;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/know")
  String know(
      FigureParameters asked,
      @RequestParam(required = false) @Nullable String model,
      @RequestParam(required = false) @Nullable String goal,
      Model page) {
    KnowQuery query = KnowQuery.of(model, goal, asked.by(), asked.span(clock.instant(), zone));
    page.addAttribute("query", query)
        .addAttribute("forecast", forecasts.of(forecasts.thisMonth()))
        .addAttribute("models", AttributionModel.values())
        .addAttribute("goals", Goal.values())
        .addAttribute("keys", AttributionKey.values())
        .addAttribute(
            "attribution", query.span().isWrong() ? null : attribution.report(query.question()));
    return "know";
  }
}
