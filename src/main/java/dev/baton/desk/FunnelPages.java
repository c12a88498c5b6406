package dev.baton.desk;

import dev.baton.insight.Behind;
import dev.baton.insight.Behind.Reached;
import dev.baton.insight.Behind.Which;
import dev.baton.insight.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /funnel}: where leads drop, and who is behind each figure. */
@Controller
class FunnelPages {
  private static final List<String> STAGES =
      Arrays.stream(FunnelSheet.Reached.values()).map(PageQuestion::of).toList();

  private final FunnelSheets sheets;
  private final Behind behind;
  private final LeadNames leadNames;

  FunnelPages(FunnelSheets sheets, Behind behind, LeadNames leadNames) {
    this.sheets = sheets;
    this.behind = behind;
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
    String stage = PageQuestion.among(STAGES, asked.stage(), "mql");
    Which which = look.which(asked);
    Behind.Page<Reached> found =
        behind.funnel(
            stage.toUpperCase(Locale.ROOT), look.by(), look.basis(), which, Viewer.of(who));
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
