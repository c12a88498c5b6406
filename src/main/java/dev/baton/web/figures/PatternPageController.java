package dev.baton.web.figures;

import dev.baton.input.EnumWords;
import dev.baton.input.Translated;
import dev.baton.know.diagnosis.Diagnostics;
import dev.baton.know.milestone.MilestoneKey;
import dev.baton.know.milestone.MilestoneReport;
import dev.baton.know.milestone.Milestones;
import dev.baton.know.scorecard.DriftVerdict;
import dev.baton.know.scorecard.ScoreDrift;
import dev.baton.stage.Stage;
import dev.baton.web.CurrentUser;
import dev.baton.web.StaffPage;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /know/milestones}, {@code /know/diagnosis} and {@code /know/drift}: what goes with what,
 * who is unlike, and whether scores still tell.
 */
@StaffPage
@Translated
public class PatternPageController {
  private static final List<String> STAGES = Milestones.STAGES.stream().map(EnumWords::of).toList();

  /** What each question is called. */
  private static final Map<String, String> CHECKS =
      Map.of(
          "acceptance", "Accepts",
          "cherry_picking", "In time: warm leads ahead of others",
          "accept_then_sit", "Accepts, then five days nothing",
          "rejections_against_score", "Rejects hot leads as no fit or interest");

  private static final Map<String, String> VERDICTS =
      Map.of(
          "thin", "too few to say",
          "usual", "like the others",
          "higher", "more than the others",
          "lower", "less than the others",
          "picks", "picks warm leads",
          "sits", "lets leads lie",
          "contradicts", "contradicts the score");

  private static final Map<DriftVerdict, String> DRIFT =
      Map.of(
          DriftVerdict.THIN, "too few to say",
          DriftVerdict.STEADY, "as before",
          DriftVerdict.FEWER, "fewer SQLs than foretold",
          DriftVerdict.MORE, "more SQLs than foretold",
          DriftVerdict.RANKS_WORSE, "ranks worse than before");

  private final Milestones milestones;
  private final Diagnostics diagnostics;
  private final ScoreDrift drift;
  private final Clock clock;
  private final ZoneId zone;

  PatternPageController(
      Milestones milestones, Diagnostics diagnostics, ScoreDrift drift, Clock clock, ZoneId zone) {
    this.milestones = milestones;
    this.diagnostics = diagnostics;
    this.drift = drift;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/know/milestones")
  String milestones(
      FigureParameters asked,
      @RequestParam(defaultValue = "mql") String start,
      @RequestParam(defaultValue = "sql") String goal,
      @ModelAttribute("user") CurrentUser user,
      Model model) {
    String first = STAGES.contains(start) ? start : "mql";
    String then = STAGES.contains(goal) ? goal : "sql";
    MilestoneKey by = FigureParameters.word(asked.by(), MilestoneKey.SIGNAL);
    KnowQuery query = query(asked, model);
    boolean answers = STAGES.indexOf(first) < STAGES.indexOf(then) && !query.span().isWrong();
    model
        .addAttribute("stages", STAGES)
        .addAttribute("start", first)
        .addAttribute("goal", then)
        .addAttribute("keys", MilestoneKey.values())
        .addAttribute("by", by)
        .addAttribute("report", answers ? report(first, then, by, query, user) : null);
    return "milestones";
  }

  private MilestoneReport report(
      String start, String goal, MilestoneKey by, KnowQuery query, CurrentUser user) {
    MilestoneReport report =
        milestones.between(stage(start), stage(goal), by, query.span().range());
    return by == MilestoneKey.REP ? report.seenBy(user.person()) : report;
  }

  @GetMapping("/know/diagnosis")
  String diagnosis(FigureParameters asked, @ModelAttribute("user") CurrentUser user, Model model) {
    KnowQuery query = query(asked, model);
    model
        .addAttribute("checks", CHECKS)
        .addAttribute("verdicts", VERDICTS)
        .addAttribute(
            "report",
            query.span().isWrong()
                ? null
                : diagnostics.report(query.span().range()).seenBy(user.person()));
    return "diagnosis";
  }

  @GetMapping("/know/drift")
  String drift(FigureParameters asked, Model model) {
    query(asked, model);
    model.addAttribute("verdicts", DRIFT).addAttribute("report", drift.report());
    return "drift";
  }

  private KnowQuery query(FigureParameters asked, Model model) {
    KnowQuery query = KnowQuery.of(null, null, null, asked.span(clock.instant(), zone));
    model.addAttribute("query", query);
    return query;
  }

  private static Stage stage(String word) {
    return Stage.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
