package dev.baton.web.figures;

import dev.baton.input.EnumWords;
import dev.baton.input.Translated;
import dev.baton.insight.rollup.DrillDownPage;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.RowFilter;
import dev.baton.insight.sla.SlaDrillDown;
import dev.baton.insight.sla.SlaEntryRow;
import dev.baton.insight.sla.SlaMeasure;
import dev.baton.web.LeadNames;
import dev.baton.web.StaffPage;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /sla/deadlines}: the deadlines behind a figure of the SLA. */
@StaffPage
@Translated
public class DeadlinePageController {
  private final SlaDrillDown drillDown;
  private final LeadNames leadNames;

  DeadlinePageController(SlaDrillDown drillDown, LeadNames leadNames) {
    this.drillDown = drillDown;
    this.leadNames = leadNames;
  }

  @GetMapping("/sla/deadlines")
  String deadlines(
      RowParameters asked,
      @ModelAttribute("query") SlaQuery query,
      Authentication who,
      Model model) {
    RowFilter filter = asked.filter(query.span());
    String clock = RowParameters.orNull(asked.clock());
    SlaMeasure verdict = EnumWords.find(SlaMeasure.class, asked.verdict()).orElse(null);
    String word = verdict == null ? null : verdict.word();
    DrillDownPage<SlaEntryRow> found =
        drillDown.deadlines(clock, verdict, query.by(), filter, FigureViewer.of(who));
    model
        .addAttribute("rowFilter", filter)
        .addAttribute("clock", clock)
        .addAttribute("verdict", word)
        .addAttribute("results", found)
        .addAttribute("rowsUrl", query.rows(filter.key(), clock, word))
        .addAttribute("file", query.rowsFile(filter.key(), clock, word))
        .addAttribute(
            "leadNames", leadNames.of(found.items().stream().map(SlaEntryRow::leadId).toList()));
    return "deadlines";
  }
}
