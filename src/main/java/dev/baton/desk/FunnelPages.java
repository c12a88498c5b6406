package dev.baton.desk;

import dev.baton.insight.DrillDown;
import dev.baton.insight.DrillDown.Which;
import dev.baton.insight.FunnelDrillDown;
import dev.baton.insight.FunnelDrillDown.Reached;
import dev.baton.insight.FunnelMeasure;
import dev.baton.insight.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /funnel}: where leads drop, and who is behind each figure. */
@Controller
class FunnelPages {
  private final FunnelSheets sheets;
  private final FunnelDrillDown drillDown;
  private final LeadNames leadNames;

  FunnelPages(FunnelSheets sheets, FunnelDrillDown drillDown, LeadNames leadNames) {
    this.sheets = sheets;
    this.drillDown = drillDown;
    this.leadNames = leadNames;
  }

  @GetMapping("/funnel")
  String funnel(
      @ModelAttribute("look") FunnelLook look,
      @ModelAttribute("reader") Reader reader,
      Authentication who,
      Model model) {
    model.addAttribute("sheet", sheets.of(look, Viewer.of(who), reader.watch()));
    return "funnel";
  }

  @GetMapping("/funnel/leads")
  String leads(
      PageQuestion asked,
      @ModelAttribute("look") FunnelLook look,
      Authentication who,
      Model model) {
    FunnelMeasure measure = PageQuestion.word(asked.stage(), FunnelMeasure.MQL);
    String stage = measure.word();
    Which which = look.which(asked);
    DrillDown.Page<Reached> found =
        drillDown.funnel(measure, look.by(), look.basis(), which, Viewer.of(who));
    model
        .addAttribute("kind", "reached")
        .addAttribute("stage", stage)
        .addAttribute("which", which)
        .addAttribute("found", found)
        .addAttribute("called", leadNames.of(found.items().stream().map(Reached::leadId).toList()))
        .addAttribute("here", look.leads(stage, which.key()))
        .addAttribute("file", look.leadsFile(stage, which.key()));
    return "reached";
  }
}
