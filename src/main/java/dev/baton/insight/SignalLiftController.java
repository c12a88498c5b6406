package dev.baton.insight;

import dev.baton.input.EnumWords;
import dev.baton.insight.funnel.lift.SignalLift;
import dev.baton.insight.funnel.lift.SignalLiftReport;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.stage.Stage;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The signal lift over HTTP. */
@RestController
@RequestMapping("/api/insight")
class SignalLiftController {
  private static final List<String> STAGES = SignalLift.STAGES.stream().map(EnumWords::of).toList();

  private final SignalLift lift;
  private final ZoneId zone;

  SignalLiftController(SignalLift lift, ZoneId zone) {
    this.lift = lift;
    this.zone = zone;
  }

  /** From MQL to SQL when not asked otherwise; the range is of MQL instants. */
  @Operation(
      summary =
          "Signals that predict the next stage: shown by those who reached it, and by those who did not")
  @GetMapping("/lift")
  SignalLiftReport lift(
      @RequestParam(required = false) @Nullable String start,
      @RequestParam(required = false) @Nullable String goal,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
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
