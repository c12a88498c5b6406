package dev.baton.web.figures;

import dev.baton.input.Translated;
import dev.baton.insight.funnel.FunnelDrillDown;
import dev.baton.insight.funnel.FunnelEntryRow;
import dev.baton.insight.funnel.FunnelMeasure;
import dev.baton.insight.rollup.DrillDownPage;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.RowFilter;
import dev.baton.web.CurrentUser;
import dev.baton.web.LeadNames;
import dev.baton.web.StaffPage;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /funnel}: where leads drop, and who is behind each figure. */
@StaffPage
@Translated
public class FunnelPageController {
  private final FunnelPageAssembler assembler;
  private final FunnelDrillDown drillDown;
  private final LeadNames leadNames;

  FunnelPageController(
      FunnelPageAssembler assembler, FunnelDrillDown drillDown, LeadNames leadNames) {
    this.assembler = assembler;
    this.drillDown = drillDown;
    this.leadNames = leadNames;
  }

  @GetMapping("/funnel")
  String funnel(
      @ModelAttribute("query") FunnelQuery query,
      @ModelAttribute("user") CurrentUser user,
      Authentication who,
      Model model) {
    model.addAttribute("page", assembler.of(query, FigureViewer.of(who), user.clock()));
    return "funnel";
  }

  @GetMapping("/funnel/leads")
  String leads(
      RowParameters asked,
      @ModelAttribute("query") FunnelQuery query,
      Authentication who,
      Model model) {
    FunnelMeasure measure = FigureParameters.word(asked.stage(), FunnelMeasure.MQL);
    String stage = measure.word();
    RowFilter filter = asked.filter(query.span());
    DrillDownPage<FunnelEntryRow> found =
        drillDown.funnel(measure, query.by(), query.basis(), filter, FigureViewer.of(who));
    model
        .addAttribute("kind", "reached")
        .addAttribute("stage", stage)
        .addAttribute("rowFilter", filter)
        .addAttribute("results", found)
        .addAttribute(
            "leadNames", leadNames.of(found.items().stream().map(FunnelEntryRow::leadId).toList()))
        .addAttribute("rowsUrl", query.leads(stage, filter.key()))
        .addAttribute("file", query.leadsFile(stage, filter.key()));
    return "funnel-leads";
  }
}
