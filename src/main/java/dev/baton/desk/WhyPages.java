package dev.baton.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.baton.insight.DrillDown;
import dev.baton.insight.DrillDown.Which;
import dev.baton.insight.Figures;
import dev.baton.insight.FunnelDrillDown;
import dev.baton.insight.FunnelDrillDown.Reached;
import dev.baton.insight.Lifts;
import dev.baton.insight.Rejections;
import dev.baton.insight.Viewer;
import dev.baton.stage.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * {@code /funnel/noes} and {@code /funnel/signals}: why leads drop, and what those who don't did.
 */
@Controller
class WhyPages {
  private static final List<String> STAGES = Lifts.STAGES.stream().map(PageQuestion::of).toList();

  private final Figures figures;
  private final FunnelDrillDown drillDown;
  private final Lifts lifts;
  private final LeadNames leadNames;

  WhyPages(Figures figures, FunnelDrillDown drillDown, Lifts lifts, LeadNames leadNames) {
    this.figures = figures;
    this.drillDown = drillDown;
    this.lifts = lifts;
    this.leadNames = leadNames;
  }

  @GetMapping("/funnel/noes")
  String noes(@ModelAttribute("look") FunnelLook look, Authentication who, Model model) {
    Rejections noes = figures.rejections(look.by(), look.span().range(), Viewer.of(who));
    model.addAttribute("noes", noes).addAttribute("reasons", reasons(noes));
    return "noes";
  }

  /** Over all keys, the most frequent first; none when the reader doesn't see every key. */
  private static List<Map.Entry<String, Long>> reasons(Rejections noes) {
    Map<String, Long> reasons =
        noes.rows().stream()
            .collect(groupingBy(Rejections.Row::reason, summingLong(Rejections.Row::count)));
    long seen = reasons.values().stream().mapToLong(Long::longValue).sum();
    return seen < noes.total().count()
        ? List.of()
        : reasons.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList();
  }

  @GetMapping("/funnel/noes/leads")
  String refused(
      PageQuestion asked,
      @ModelAttribute("look") FunnelLook look,
      Authentication who,
      Model model) {
    String question = PageQuestion.orNull(asked.stage());
    String reason = PageQuestion.orNull(asked.reason());
    Which which = look.which(asked);
    DrillDown.Page<Reached> found =
        drillDown.rejections(question, reason, look.by(), which, Viewer.of(who));
    model
        .addAttribute("kind", "refused")
        .addAttribute("reason", reason)
        .addAttribute("which", which)
        .addAttribute("found", found)
        .addAttribute("called", leadNames.of(found.items().stream().map(Reached::leadId).toList()))
        .addAttribute("here", look.noes(which.key(), question, reason))
        .addAttribute("file", look.noesFile(which.key(), question, reason));
    return "reached";
  }

  @GetMapping("/funnel/signals")
  String signals(PageQuestion asked, @ModelAttribute("look") FunnelLook look, Model model) {
    String start = PageQuestion.among(STAGES, asked.start(), "mql");
    String goal = PageQuestion.among(STAGES, asked.goal(), "sql");
    boolean forward = STAGES.indexOf(start) < STAGES.indexOf(goal);
    model
        .addAttribute("stages", STAGES)
        .addAttribute("start", start)
        .addAttribute("goal", goal)
        .addAttribute("enough", Lifts.ENOUGH)
        .addAttribute(
            "lift", forward ? lifts.between(stage(start), stage(goal), look.span().range()) : null);
    return "signals";
  }

  private static Stage stage(String word) {
    return Stage.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
