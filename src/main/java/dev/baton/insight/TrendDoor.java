package dev.baton.insight;

import dev.baton.stage.Stage;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charts, habits and the signal lift over HTTP. */
@RestController
@RequestMapping("/api/insight")
class TrendDoor {
  private static final Duration HALF_A_YEAR = Duration.ofDays(182);
  private static final List<String> STAGES = Lifts.STAGES.stream().map(Words::of).toList();

  private final Trends trends;
  private final Habits habits;
  private final Sitting sitting;
  private final Lifts lifts;
  private final Clock clock;
  private final ZoneId zone;

  TrendDoor(
      Trends trends,
      Habits habits,
      Sitting sitting,
      Lifts lifts,
      Clock clock,
      @Value("${baton.zone:UTC}") ZoneId zone) {
    this.trends = trends;
    this.habits = habits;
    this.sitting = sitting;
    this.lifts = lifts;
    this.clock = clock;
    this.zone = zone;
  }

  /** Answers of calls that are lists; an object can grow. */
  record Points<P>(List<P> points) {}

  record Rows<R>(List<R> rows) {}

  /** The last half year week by week when not asked otherwise. */
  @Operation(summary = "The funnel point by point, for a chart")
  @GetMapping("/funnel/series")
  Points<Trends.FunnelPoint> funnel(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    Range range = series(asked);
    Step step = step(asked, range);
    Dimension by = question.dimension(asked);
    Basis basis = question.basis(asked);
    String key = asked.text("key");
    asked.refuse();
    if (hidden(by.personal(), key, who)) {
      return new Points<>(List.of());
    }
    return new Points<>(trends.funnel(by, key, basis, range, step));
  }

  /** The last half year week by week when not asked otherwise. */
  @Operation(summary = "Deadlines met and missed point by point, for a chart")
  @GetMapping("/sla/series")
  Points<Trends.SlaPoint> sla(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    Range range = series(asked);
    Step step = step(asked, range);
    SlaDimension by = question.slaDimension(asked);
    String key = asked.text("key");
    asked.refuse();
    if (hidden(by.personal(), key, who)) {
      return new Points<>(List.of());
    }
    return new Points<>(trends.sla(by, key, range, step));
  }

  private Range series(ReportParameters asked) {
    Instant now = clock.instant();
    return asked.range(new Range(now.minus(HALF_A_YEAR), now.plusMillis(1)));
  }

  private static Step step(ReportParameters asked, Range range) {
    Step step = asked.word("step", Step.WEEK);
    asked.check(
        step.points(range) <= Trends.MOST,
        "step",
        "gives more than " + Trends.MOST + " points; take a longer one or a shorter range");
    return step;
  }

  private static boolean hidden(boolean personal, String key, Authentication who) {
    return personal && key != null && !Viewer.of(who).maySee(key);
  }

  /** By clock when not asked otherwise; not by rep or hour. */
  @Operation(
      summary = "Where the time of each clock went: system, queue, business, paused, after-hours")
  @GetMapping("/sla/parts")
  Rows<Habits.Parts> parts(@ParameterObject Question question) {
    ReportParameters asked = question.parameters(zone);
    Range range = asked.range();
    SlaDimension by = asked.word("by", SlaDimension.CLOCK);
    asked.check(by.hasParts(), "by", "must be one of team, source, clock, channel, segment");
    asked.refuse();
    return new Rows<>(habits.parts(by, range));
  }

  @Operation(summary = "Who sits on accepted leads, and how long")
  @GetMapping("/sla/sitting")
  Rows<Sitting.Pile> sitting(Authentication who) {
    return new Rows<>(sitting.piles(Viewer.of(who)));
  }

  @Operation(summary = "How much of what was answered in time came in the last tenth of it")
  @GetMapping("/sla/last-minute")
  Rows<Habits.LastMinute> lastMinute(@ParameterObject Question question, Authentication who) {
    ReportParameters asked = question.parameters(zone);
    Range range = asked.range();
    asked.refuse();
    return new Rows<>(habits.lastMinute(range, Viewer.of(who)));
  }

  /** From MQL to SQL when not asked otherwise; the range is of MQL instants. */
  @Operation(summary = "Which signals those had shown who went on, and those who did not")
  @GetMapping("/lift")
  Lifts.Lift lift(
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
    Range range = asked.range();
    Stage first = stage(asked.choice("start", STAGES, "mql"));
    Stage then = stage(asked.choice("goal", STAGES, "sql"));
    asked.check(
        Lifts.STAGES.indexOf(first) < Lifts.STAGES.indexOf(then), "goal", "must come after start");
    asked.refuse();
    return lifts.between(first, then, range);
  }

  private static Stage stage(String word) {
    return Stage.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
