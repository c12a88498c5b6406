package dev.baton.insight;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.SlaDimension;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures point by point over HTTP, for charts. */
@RestController
@RequestMapping("/api/insight")
class TrendController {
  private static final Duration HALF_A_YEAR = Duration.ofDays(182);

  private final Trends trends;
  private final Clock clock;
  private final ZoneId zone;

  TrendController(Trends trends, Clock clock, ZoneId zone) {
    this.trends = trends;
    this.clock = clock;
    this.zone = zone;
  }

  /** Answer of a call that is a list; an object can grow. */
  record Points<P>(List<P> points) {}

  /** The last half year week by week when not asked otherwise. */
  @Operation(summary = "The funnel point by point, for a chart")
  @GetMapping("/funnel/series")
  Points<FunnelPoint> funnel(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = series(asked);
    SeriesInterval interval = step(asked, range);
    Dimension by = FigureRequest.dimension(asked);
    FunnelBasis basis = FigureRequest.basis(asked);
    String key = asked.text("key");
    asked.refuse();
    if (hidden(by.personal(), key, who)) {
      return new Points<>(List.of());
    }
    return new Points<>(trends.funnel(by, key, basis, range, interval));
  }

  /** The last half year week by week when not asked otherwise. */
  @Operation(summary = "Deadlines met and missed point by point, for a chart")
  @GetMapping("/sla/series")
  Points<SlaPoint> sla(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = series(asked);
    SeriesInterval interval = step(asked, range);
    SlaDimension by = FigureRequest.slaDimension(asked);
    String key = asked.text("key");
    asked.refuse();
    if (hidden(by.personal(), key, who)) {
      return new Points<>(List.of());
    }
    return new Points<>(trends.sla(by, key, range, interval));
  }

  private InstantRange series(ReportParameters asked) {
    Instant now = clock.instant();
    return asked.range(new InstantRange(now.minus(HALF_A_YEAR), now.plusMillis(1)));
  }

  private static SeriesInterval step(ReportParameters asked, InstantRange range) {
    SeriesInterval interval = asked.word("step", SeriesInterval.WEEK);
    asked.check(
        interval.points(range) <= Trends.MOST,
        "step",
        "gives more than " + Trends.MOST + " points; take a longer one or a shorter range");
    return interval;
  }

  private static boolean hidden(boolean personal, @Nullable String key, Authentication who) {
    return personal && key != null && !FigureViewer.of(who).maySee(key);
  }
}
