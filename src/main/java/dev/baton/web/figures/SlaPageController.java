package dev.baton.web.figures;

import dev.baton.insight.FigureQueries;
import dev.baton.insight.rollup.DrillDown;
import dev.baton.insight.rollup.DrillDownPage;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.rollup.RowFilter;
import dev.baton.insight.sla.AtRiskDeadline;
import dev.baton.insight.sla.ResponseTimes;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaDrillDown;
import dev.baton.insight.sla.SlaEntryRow;
import dev.baton.insight.sla.SlaMeasure;
import dev.baton.people.People;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import dev.baton.web.home.NextActions.DueAction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /sla…}: which promises are kept, which are about to break, and where time goes. */
@StaffPage
@RequestMapping("/sla")
public class SlaPageController {
  private final SlaPageAssembler assembler;
  private final FigureQueries queries;
  private final SlaDrillDown drillDown;
  private final OverdueAnswers late;
  private final LeadNames leadNames;
  private final People people;
  private final ZoneId zone;

  SlaPageController(
      SlaPageAssembler assembler,
      FigureQueries queries,
      SlaDrillDown drillDown,
      OverdueAnswers late,
      LeadNames leadNames,
      People people,
      ZoneId zone) {
    this.assembler = assembler;
    this.queries = queries;
    this.drillDown = drillDown;
    this.late = late;
    this.leadNames = leadNames;
    this.people = people;
    this.zone = zone;
  }

  @ModelAttribute("names")
  DisplayNames names() {
    return DisplayNames.ofAll(people);
  }

  @ModelAttribute("presets")
  Map<String, String> presets() {
    return DateRange.PRESETS;
  }

  @ModelAttribute("dimensions")
  SlaDimension[] dimensions() {
    return SlaDimension.values();
  }

  private SlaQuery query(FigureParameters asked, CurrentUser user) {
    return SlaQuery.of(asked, asked.span(user.clock().now(), zone));
  }

  @GetMapping
  String sla(
      FigureParameters asked,
      @ModelAttribute("user") CurrentUser user,
      @ModelAttribute("names") DisplayNames names,
      Authentication who,
      Model model) {
    SlaQuery query = query(asked, user);
    Instant now = user.clock().now();
    List<AtRiskDeadline> atRisk = atRisk(who, now);
    List<DueAction> overdue = late.seenBy(user.person(), now);
    model
        .addAttribute("query", query)
        .addAttribute("page", assembler.of(query, FigureViewer.of(who), user.clock(), names))
        .addAttribute("atRisk", atRisk)
        .addAttribute("overdue", overdue)
        .addAttribute("most", OverdueAnswers.MOST)
        .addAttribute("zone", zone)
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

  @GetMapping("/deadlines")
  String deadlines(
      FigureParameters asked,
      @ModelAttribute("user") CurrentUser user,
      Authentication who,
      Model model) {
    SlaQuery query = query(asked, user);
    String key = FigureParameters.orNull(asked.key());
    String clock = FigureParameters.orNull(asked.clock());
    SlaMeasure verdict = FigureParameters.word(asked.verdict(), SlaMeasure.class).orElse(null);
    String word = verdict == null ? null : verdict.word();
    RowFilter which = new RowFilter(query.span().range(), key, asked.number(), DrillDown.PAGE);
    DrillDownPage<SlaEntryRow> found =
        drillDown.deadlines(clock, verdict, query.by(), which, FigureViewer.of(who));
    model
        .addAttribute("query", query)
        .addAttribute("rowFilter", which)
        .addAttribute("clock", clock)
        .addAttribute("verdict", word)
        .addAttribute("results", found)
        .addAttribute("here", query.rows(key, clock, word))
        .addAttribute("file", query.rowsFile(key, clock, word))
        .addAttribute(
            "leadNames", leadNames.of(found.items().stream().map(SlaEntryRow::leadId).toList()));
    return "deadlines";
  }
}
