package dev.baton.web.figures;

import dev.baton.input.Translated;
import dev.baton.insight.FigureQueries;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.AtRiskDeadline;
import dev.baton.insight.sla.ComplianceTargets;
import dev.baton.insight.sla.ResponseTimes;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.people.People;
import dev.baton.people.Team;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.LeadNames;
import dev.baton.web.StaffPage;
import dev.baton.web.ViewerClock;
import dev.baton.web.late.LateAnswers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /sla}: which SLAs are met, which are at risk, and where time goes. */
@StaffPage
@Translated
@RequestMapping("/sla")
public class SlaPageController {
  private final SlaPageAssembler assembler;
  private final FigureQueries queries;
  private final LateAnswers late;
  private final LeadNames leadNames;
  private final ComplianceTargets targets;
  private final People people;
  private final ZoneId zone;

  SlaPageController(
      SlaPageAssembler assembler,
      FigureQueries queries,
      LateAnswers late,
      LeadNames leadNames,
      ComplianceTargets targets,
      People people,
      ZoneId zone) {
    this.assembler = assembler;
    this.queries = queries;
    this.late = late;
    this.leadNames = leadNames;
    this.targets = targets;
    this.people = people;
    this.zone = zone;
  }

  @GetMapping
  String sla(
      @ModelAttribute("query") SlaQuery query,
      @RequestParam(required = false) @Nullable String owner,
      @ModelAttribute("user") CurrentUser user,
      @ModelAttribute("names") DisplayNames names,
      Authentication who,
      Model model) {
    Instant now = user.clock().now();
    List<AtRiskDeadline> atRisk = atRisk(who, now);
    model
        .addAttribute("page", assembler.of(query, FigureViewer.of(who), user.clock(), names))
        .addAttribute("atRisk", atRisk)
        .addAttribute("owed", late.rows(user, owner))
        .addAttribute("of", owner)
        .addAttribute("reps", people.activeReps(Team.EVERYBODY))
        .addAttribute("most", LateAnswers.MOST)
        .addAttribute("target", targets.of(null))
        .addAttribute("hours", new ViewerClock(zone, now, user.clock().texts()))
        .addAttribute("enough", ResponseTimes.ENOUGH)
        .addAttribute(
            "leadNames",
            leadNames.of(atRisk.stream().map(AtRiskDeadline::leadId).distinct().toList()));
    return "sla";
  }

  /** The list alone, for the page that is open already. */
  @GetMapping("/at-risk")
  String atRisk(@ModelAttribute("user") CurrentUser user, Authentication who, Model model) {
    List<AtRiskDeadline> atRisk = atRisk(who, user.clock().now());
    model
        .addAttribute("atRisk", atRisk)
        .addAttribute(
            "leadNames", leadNames.of(atRisk.stream().map(AtRiskDeadline::leadId).toList()));
    return "sla :: atRisk";
  }

  /** Whatever range the page shows, what is at risk is so now. */
  private List<AtRiskDeadline> atRisk(Authentication who, Instant now) {
    InstantRange ahead = new InstantRange(now, InstantRange.EVERYTHING.to());
    return queries.sla(SlaDimension.CLOCK, ahead, FigureViewer.of(who)).atRisk();
  }
}
