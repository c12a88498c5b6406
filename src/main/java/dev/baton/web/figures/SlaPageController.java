package dev.baton.web.figures;

import dev.baton.insight.FigureQueries;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.AtRiskDeadline;
import dev.baton.insight.sla.ResponseTimes;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.LeadNames;
import dev.baton.web.StaffPage;
import dev.baton.web.ViewerClock;
import dev.baton.web.home.DueAction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /sla}: which SLAs are met, which are at risk, and where time goes. */
@StaffPage
@RequestMapping("/sla")
public class SlaPageController {
  private final SlaPageAssembler assembler;
  private final FigureQueries queries;
  private final OverdueAnswers late;
  private final LeadNames leadNames;
  private final ZoneId zone;

  SlaPageController(
      SlaPageAssembler assembler,
      FigureQueries queries,
      OverdueAnswers late,
      LeadNames leadNames,
      ZoneId zone) {
    this.assembler = assembler;
    this.queries = queries;
    this.late = late;
    this.leadNames = leadNames;
    this.zone = zone;
  }

  @GetMapping
  String sla(
      @ModelAttribute("query") SlaQuery query,
      @ModelAttribute("user") CurrentUser user,
      @ModelAttribute("names") DisplayNames names,
      Authentication who,
      Model model) {
    Instant now = user.clock().now();
    List<AtRiskDeadline> atRisk = atRisk(who, now);
    List<DueAction> overdue = late.seenBy(user.person(), now);
    model
        .addAttribute("page", assembler.of(query, FigureViewer.of(who), user.clock(), names))
        .addAttribute("atRisk", atRisk)
        .addAttribute("overdue", overdue)
        .addAttribute("most", OverdueAnswers.MOST)
        .addAttribute("hours", new ViewerClock(zone, now))
        .addAttribute("enough", ResponseTimes.ENOUGH)
        .addAttribute(
            "leadNames",
            leadNames.of(
                Stream.concat(
                        atRisk.stream().map(AtRiskDeadline::leadId),
                        overdue.stream().map(DueAction::leadId))
                    .distinct()
                    .toList()));
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
