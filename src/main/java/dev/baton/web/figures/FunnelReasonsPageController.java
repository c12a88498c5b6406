package dev.baton.web.figures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.baton.input.EnumWords;
import dev.baton.input.Translated;
import dev.baton.insight.FigureQueries;
import dev.baton.insight.funnel.FunnelDrillDown;
import dev.baton.insight.funnel.FunnelEntryRow;
import dev.baton.insight.funnel.lift.SignalLift;
import dev.baton.insight.rejection.RejectionReasonRow;
import dev.baton.insight.rejection.RejectionReport;
import dev.baton.insight.rollup.DrillDownPage;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.RowFilter;
import dev.baton.stage.Stage;
import dev.baton.web.LeadNames;
import dev.baton.web.StaffPage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Controller of {@code /funnel/rejections} and {@code /funnel/signals}: why leads drop, and which
 * signals predict that they don't.
 */
@StaffPage
@Translated
public class FunnelReasonsPageController {
  private static final List<String> STAGES = SignalLift.STAGES.stream().map(EnumWords::of).toList();

  private final FigureQueries queries;
  private final FunnelDrillDown drillDown;
  private final SignalLift lift;
  private final LeadNames leadNames;

  FunnelReasonsPageController(
      FigureQueries queries, FunnelDrillDown drillDown, SignalLift lift, LeadNames leadNames) {
    this.queries = queries;
    this.drillDown = drillDown;
    this.lift = lift;
    this.leadNames = leadNames;
  }

  @GetMapping("/funnel/rejections")
  String rejections(@ModelAttribute("query") FunnelQuery query, Authentication who, Model model) {
    RejectionReport rejections =
        queries.rejections(query.by(), query.span().range(), FigureViewer.of(who));
    model.addAttribute("rejections", rejections).addAttribute("reasons", reasons(rejections));
    return "funnel-rejections";
  }

  /** Over all keys, the most frequent first; none when the reader doesn't see every key. */
  private static List<Map.Entry<String, Long>> reasons(RejectionReport rejections) {
    Map<String, Long> reasons =
        rejections.rows().stream()
            .collect(
                groupingBy(RejectionReasonRow::reason, summingLong(RejectionReasonRow::count)));
    long seen = reasons.values().stream().mapToLong(Long::longValue).sum();
    return seen < rejections.total().count()
        ? List.of()
        : reasons.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList();
  }

  @GetMapping("/funnel/rejections/leads")
  String rejectedLeads(
      RowParameters asked,
      @ModelAttribute("query") FunnelQuery query,
      Authentication who,
      Model model) {
    String question = RowParameters.orNull(asked.stage());
    String reason = RowParameters.orNull(asked.reason());
    RowFilter filter = asked.filter(query.span());
    DrillDownPage<FunnelEntryRow> found =
        drillDown.rejections(question, reason, query.by(), filter, FigureViewer.of(who));
    model
        .addAttribute("kind", "rejected")
        .addAttribute("reason", reason)
        .addAttribute("rowFilter", filter)
        .addAttribute("results", found)
        .addAttribute(
            "leadNames", leadNames.of(found.items().stream().map(FunnelEntryRow::leadId).toList()))
        .addAttribute("rowsUrl", query.rejections(filter.key(), question, reason))
        .addAttribute("file", query.rejectionsFile(filter.key(), question, reason));
    return "funnel-leads";
  }

  @GetMapping("/funnel/signals")
  String signals(
      @RequestParam(defaultValue = "mql") String start,
      @RequestParam(defaultValue = "sql") String goal,
      @ModelAttribute("query") FunnelQuery query,
      Model model) {
    String first = STAGES.contains(start) ? start : "mql";
    String then = STAGES.contains(goal) ? goal : "sql";
    boolean forward = STAGES.indexOf(first) < STAGES.indexOf(then);
    model
        .addAttribute("stages", STAGES)
        .addAttribute("start", first)
        .addAttribute("goal", then)
        .addAttribute("enough", SignalLift.ENOUGH)
        .addAttribute(
            "lift", forward ? lift.between(stage(first), stage(then), query.span().range()) : null);
    return "signals";
  }

  private static Stage stage(String word) {
    return Stage.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
