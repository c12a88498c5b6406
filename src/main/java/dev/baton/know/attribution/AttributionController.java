package dev.baton.know.attribution;

import dev.baton.insight.ReportParameters;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.rollup.InstantRange;
import io.swagger.v3.oas.annotations.Operation;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The attribution over HTTP. */
@RestController
@RequestMapping("/api/know/attribution")
class AttributionController {
  private final Attribution attribution;
  private final CreditedGoalQueries goals;
  private final ZoneId zone;

  AttributionController(Attribution attribution, CreditedGoalQueries goals, ZoneId zone) {
    this.attribution = attribution;
    this.goals = goals;
    this.zone = zone;
  }

  /** Linear, to SQL, by source and as a cohort when not asked otherwise. */
  @Operation(
      summary = "Which sources, campaigns or acts led to a goal; credits of each goal sum to 1",
      description =
          "model: first, last, linear, position or time-decay; goal: mql, sql or won; by: source,"
              + " campaign, type or models; models: a hash, only goals judged by it")
  @GetMapping
  AttributionReport attribution(
      @RequestParam(required = false) @Nullable String model,
      @RequestParam(required = false) @Nullable String goal,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String basis,
      @RequestParam(required = false) @Nullable String models,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    ReportParameters asked = asked(model, goal, basis, models, from, to).with("by", by);
    AttributionQuestion question = question(asked, asked.word("by", AttributionKey.SOURCE));
    asked.refuse();
    return attribution.report(question);
  }

  @Operation(
      summary = "The goals behind an attribution, each with its signals and their credits",
      description = "the newest first, 50 a page; the same parameters but for by")
  @GetMapping("/goals")
  CreditedGoalPage goals(
      @RequestParam(required = false) @Nullable String model,
      @RequestParam(required = false) @Nullable String goal,
      @RequestParam(required = false) @Nullable String basis,
      @RequestParam(required = false) @Nullable String models,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String page) {
    ReportParameters asked = asked(model, goal, basis, models, from, to).with("page", page);
    AttributionQuestion question = question(asked, AttributionKey.SOURCE);
    int number = asked.page();
    asked.refuse();
    return goals.page(question, number);
  }

  private ReportParameters asked(
      @Nullable String model,
      @Nullable String goal,
      @Nullable String basis,
      @Nullable String models,
      @Nullable String from,
      @Nullable String to) {
    return new ReportParameters(zone)
        .with("model", model)
        .with("goal", goal)
        .with("basis", basis)
        .with("models", models)
        .with("from", from)
        .with("to", to);
  }

  private static AttributionQuestion question(ReportParameters asked, AttributionKey by) {
    InstantRange range = asked.range();
    return new AttributionQuestion(
        AttributionModel.of(
            asked.choice("model", AttributionModel.WORDS, AttributionModel.LINEAR.word())),
        asked.word("goal", Goal.SQL),
        by,
        asked.word("basis", FunnelBasis.COHORT),
        range,
        asked.text("models"));
  }
}
