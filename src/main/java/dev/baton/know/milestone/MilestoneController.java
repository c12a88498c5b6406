package dev.baton.know.milestone;

import dev.baton.input.EnumWords;
import dev.baton.insight.ReportParameters;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.people.People;
import dev.baton.stage.Stage;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Milestones over HTTP. */
@RestController
class MilestoneController {
  private static final List<String> STAGES = Milestones.STAGES.stream().map(EnumWords::of).toList();

  private final Milestones milestones;
  private final People people;
  private final ZoneId zone;

  MilestoneController(Milestones milestones, People people, ZoneId zone) {
    this.milestones = milestones;
    this.people = people;
    this.zone = zone;
  }

  @Operation(
      summary = "What goes with getting from one stage to a later one, adjusted for the band",
      description =
          "start, goal: lead, mql, sal, sql, opportunity, customer; by: signal, content, source, rep"
              + " or hour; from, to: of the instants at which the start was reached")
  @GetMapping("/api/know/milestones")
  MilestoneReport milestones(
      @RequestParam(required = false) @Nullable String start,
      @RequestParam(required = false) @Nullable String goal,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Principal reader) {
    ReportParameters asked =
        new ReportParameters(zone)
            .with("start", start)
            .with("goal", goal)
            .with("by", by)
            .with("from", from)
            .with("to", to);
    InstantRange range = asked.range();
    Stage first = stage(asked.choice("start", STAGES, "mql"));
    Stage then = stage(asked.choice("goal", STAGES, "sql"));
    MilestoneKey key = asked.word("by", MilestoneKey.SIGNAL);
    asked.check(
        Milestones.STAGES.indexOf(first) < Milestones.STAGES.indexOf(then),
        "goal",
        "must come after start");
    asked.refuse();
    MilestoneReport report = milestones.between(first, then, key, range);
    return key == MilestoneKey.REP
        ? report.seenBy(people.find(reader.getName()).orElseThrow())
        : report;
  }

  private static Stage stage(String word) {
    return Stage.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
