package dev.baton.insight;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.SignalLift;
import dev.baton.insight.rollup.EnumWords;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.rollup.SeriesInterval;
import dev.baton.insight.sla.ResponseTimes;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.StalledLeads;
import dev.baton.stage.Stage;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charts, habits and the signal lift over HTTP. */
@RestController
@RequestMapping("/api/insight")
class TrendController {
  private static final Duration HALF_A_YEAR = Duration.ofDays(182);
  private static final List<String> STAGES = SignalLift.STAGES.stream().map(EnumWords::of).toList();

  private final Trends trends;
  private final ResponseTimes times;
  private final StalledLeads leads;
  private final SignalLift lift;
  private final Clock clock;
  private final ZoneId zone;

  TrendController(
      Trends trends,
      ResponseTimes times,
      StalledLeads leads,
      SignalLift lift,
      Clock clock,
      ZoneId zone) {
    this.trends = trends;
    this.times = times;
    this.leads = leads;
    this.lift = lift;
    this.clock = clock;
    this.zone = zone;
  }

  /** Answers of calls that are lists; an object can grow. */
  record Points<P>(List<P> points) {}

  record Rows<R>(List<R> rows) {}

  /** The last half year week by week when not asked otherwise. */
  @Operation(summary = "The funnel point by point, for a chart")
  @GetMapping("/funnel/series")
  Points<Trends.FunnelPoint> funnel(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = series(asked);
    SeriesInterval interval = step(asked, range);
    Dimension by = request.dimension(asked);
    FunnelBasis basis = request.basis(asked);
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
  Points<Trends.SlaPoint> sla(@ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = series(asked);
    SeriesInterval interval = step(asked, range);
    SlaDimension by = request.slaDimension(asked);
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

  private static boolean hidden(boolean personal, String key, Authentication who) {
    return personal && key != null && !FigureViewer.of(who).maySee(key);
  }

  /** By clock when not asked otherwise; not by rep or hour. */
  @Operation(
      summary = "Where the time of each clock went: system, queue, business, paused, after-hours")
  @GetMapping("/sla/parts")
  Rows<ResponseTimes.Parts> parts(@ParameterObject FigureRequest request) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    SlaDimension by = asked.word("by", SlaDimension.CLOCK);
    asked.check(by.hasParts(), "by", "must be one of team, source, clock, channel, segment");
    asked.refuse();
    return new Rows<>(times.parts(by, range));
  }

  @Operation(summary = "Stalled leads: accepted, without an opportunity, by owner")
  @GetMapping("/sla/stalled")
  Rows<StalledLeads.Pile> stalled(Authentication who) {
    return new Rows<>(leads.piles(FigureViewer.of(who)));
  }

  @Operation(summary = "How much of what was answered in time came in the last tenth of it")
  @GetMapping("/sla/last-minute")
  Rows<ResponseTimes.LastMinute> lastMinute(
      @ParameterObject FigureRequest request, Authentication who) {
    ReportParameters asked = request.parameters(zone);
    InstantRange range = asked.range();
    asked.refuse();
    return new Rows<>(times.lastMinute(range, FigureViewer.of(who)));
  }

  /** From MQL to SQL when not asked otherwise; the range is of MQL instants. */
  @Operation(
      summary =
          "Signals that predict the next stage: shown by those who reached it, and by those who did not")
  @GetMapping("/lift")
  SignalLift.Lift lift(
      @RequestParam(required = false) String start,
      @RequestParam(required = false) String goal,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to) {
    ReportParameters asked =
        new ReportParameters(zone)
            .with("start", start)
            .with("goal", goal)
            .with("from", from)
            .with("to", to);
    InstantRange range = asked.range();
    Stage first = stage(asked.choice("start", STAGES, "mql"));
    Stage then = stage(asked.choice("goal", STAGES, "sql"));
    asked.check(
        SignalLift.STAGES.indexOf(first) < SignalLift.STAGES.indexOf(then),
        "goal",
        "must come after start");
    asked.refuse();
    return lift.between(first, then, range);
  }

  private static Stage stage(String word) {
    return Stage.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
