package dev.baton.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.baton.insight.Behind;
import dev.baton.insight.Behind.Reached;
import dev.baton.insight.Behind.Which;
import dev.baton.insight.Dimension;
import dev.baton.insight.Figures;
import dev.baton.insight.Lifts;
import dev.baton.insight.Rejections;
import dev.baton.insight.Viewer;
import dev.baton.people.People;
import dev.baton.stage.Stage;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /funnel…}: where leads drop, why, and who is behind each figure. */
@Controller
@RequestMapping("/funnel")
class FunnelPages {
  private static final List<String> STAGES =
      Arrays.stream(FunnelSheet.Reached.values()).map(PageQuestion::of).toList();
  private static final List<String> LIFTED = Lifts.STAGES.stream().map(PageQuestion::of).toList();

  private final FunnelSheets sheets;
  private final Figures figures;
  private final Behind behind;
  private final Lifts lifts;
  private final LeadNames leadNames;
  private final People people;
  private final ZoneId zone;

  FunnelPages(
      FunnelSheets sheets,
      Figures figures,
      Behind behind,
      Lifts lifts,
      LeadNames leadNames,
      People people,
      @Value("${baton.zone:UTC}") ZoneId zone) {
    this.sheets = sheets;
    this.figures = figures;
    this.behind = behind;
    this.lifts = lifts;
    this.leadNames = leadNames;
    this.people = people;
    this.zone = zone;
  }

  @ModelAttribute("names")
  Names names() {
    return Names.of(people);
  }

  @ModelAttribute("presets")
  Map<String, String> presets() {
    return TimeSpan.PRESETS;
  }

  @ModelAttribute("dimensions")
  Dimension[] dimensions() {
    return Dimension.values();
  }

  private FunnelLook look(PageQuestion asked, Reader reader) {
    return FunnelLook.of(asked, asked.span(reader.watch().now(), zone));
  }

  @GetMapping
  String funnel(
      PageQuestion asked,
      @ModelAttribute("reader") Reader reader,
      Authentication who,
      Model model) {
    FunnelLook look = look(asked, reader);
    model
        .addAttribute("look", look)
        .addAttribute("sheet", sheets.of(look, Viewer.of(who), reader.watch()));
    return "funnel";
  }

  @GetMapping("/leads")
  String leads(
      PageQuestion asked,
      @ModelAttribute("reader") Reader reader,
      Authentication who,
      Model model) {
    FunnelLook look = look(asked, reader);
    String stage = PageQuestion.among(STAGES, asked.stage(), "mql");
    Which which = which(asked, look);
    Behind.Page<Reached> found =
        behind.funnel(
            stage.toUpperCase(Locale.ROOT), look.by(), look.basis(), which, Viewer.of(who));
    model
        .addAttribute("kind", "reached")
        .addAttribute("stage", stage)
        .addAttribute("here", look.leads(stage, which.key()))
        .addAttribute("file", look.leadsFile(stage, which.key()));
    return rows(look, which, found, model);
  }

  @GetMapping("/noes")
  String noes(
      PageQuestion asked,
      @ModelAttribute("reader") Reader reader,
      Authentication who,
      Model model) {
    FunnelLook look = look(asked, reader);
    Rejections noes = figures.rejections(look.by(), look.span().range(), Viewer.of(who));
    model
        .addAttribute("look", look)
        .addAttribute("noes", noes)
        .addAttribute("reasons", reasons(noes));
    return "noes";
  }

  /** Over all keys, the most frequent first; none when the reader doesn't see every key. */
  private static List<Map.Entry<String, Long>> reasons(Rejections noes) {
    Map<String, Long> reasons =
        noes.rows().stream()
            .collect(groupingBy(Rejections.Row::reason, summingLong(Rejections.Row::count)));
    boolean whole =
        reasons.values().stream().mapToLong(Long::longValue).sum() == noes.total().count();
    return whole
        ? reasons.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList()
        : List.of();
  }

  @GetMapping("/noes/leads")
  String refused(
      PageQuestion asked,
      @ModelAttribute("reader") Reader reader,
      Authentication who,
      Model model) {
    FunnelLook look = look(asked, reader);
    String question = PageQuestion.orNull(asked.stage());
    String reason = PageQuestion.orNull(asked.reason());
    Which which = which(asked, look);
    Behind.Page<Reached> found =
        behind.rejections(question, reason, look.by(), which, Viewer.of(who));
    model
        .addAttribute("kind", "refused")
        .addAttribute("reason", reason)
        .addAttribute("here", look.noes(which.key(), question, reason))
        .addAttribute("file", look.noesFile(which.key(), question, reason));
    return rows(look, which, found, model);
  }

  private String rows(FunnelLook look, Which which, Behind.Page<Reached> found, Model model) {
    model
        .addAttribute("look", look)
        .addAttribute("which", which)
        .addAttribute("found", found)
        .addAttribute("called", leadNames.of(found.items().stream().map(Reached::leadId).toList()));
    return "reached";
  }

  @GetMapping("/signals")
  String signals(PageQuestion asked, @ModelAttribute("reader") Reader reader, Model model) {
    FunnelLook look = look(asked, reader);
    String start = PageQuestion.among(LIFTED, asked.start(), "mql");
    String goal = PageQuestion.among(LIFTED, asked.goal(), "sql");
    boolean forward = LIFTED.indexOf(start) < LIFTED.indexOf(goal);
    model
        .addAttribute("look", look)
        .addAttribute("stages", LIFTED)
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

  private static Which which(PageQuestion asked, FunnelLook look) {
    return new Which(
        look.span().range(), PageQuestion.orNull(asked.key()), asked.number(), Behind.PAGE);
  }
}
