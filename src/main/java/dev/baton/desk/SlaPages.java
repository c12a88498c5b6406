package dev.baton.desk;

import dev.baton.desk.Agenda.Owed;
import dev.baton.insight.AtRisk;
import dev.baton.insight.DrillDown;
import dev.baton.insight.DrillDown.Which;
import dev.baton.insight.Figures;
import dev.baton.insight.Habits;
import dev.baton.insight.Range;
import dev.baton.insight.SlaDimension;
import dev.baton.insight.SlaDrillDown;
import dev.baton.insight.SlaMeasure;
import dev.baton.insight.Viewer;
import dev.baton.people.People;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /sla…}: which promises are kept, which are about to break, and where time goes. */
@Controller
@RequestMapping("/sla")
class SlaPages {
  private final SlaSheets sheets;
  private final Figures figures;
  private final SlaDrillDown drillDown;
  private final LateAnswers late;
  private final LeadNames leadNames;
  private final People people;
  private final ZoneId zone;

  SlaPages(
      SlaSheets sheets,
      Figures figures,
      SlaDrillDown drillDown,
      LateAnswers late,
      LeadNames leadNames,
      People people,
      @Value("${baton.zone:UTC}") ZoneId zone) {
    this.sheets = sheets;
    this.figures = figures;
    this.drillDown = drillDown;
    this.late = late;
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
  SlaDimension[] dimensions() {
    return SlaDimension.values();
  }

  private SlaLook look(PageQuestion asked, Reader reader) {
    return SlaLook.of(asked, asked.span(reader.watch().now(), zone));
  }

  @GetMapping
  String sla(
      PageQuestion asked,
      @ModelAttribute("reader") Reader reader,
      @ModelAttribute("names") Names names,
      Authentication who,
      Model model) {
    SlaLook look = look(asked, reader);
    Instant now = reader.watch().now();
    List<AtRisk> atRisk = atRisk(who, now);
    List<Owed> overdue = late.seenBy(reader.person(), now);
    model
        .addAttribute("look", look)
        .addAttribute("sheet", sheets.of(look, Viewer.of(who), reader.watch(), names))
        .addAttribute("atRisk", atRisk)
        .addAttribute("overdue", overdue)
        .addAttribute("most", LateAnswers.MOST)
        .addAttribute("zone", zone)
        .addAttribute("enough", Habits.ENOUGH)
        .addAttribute(
            "called",
            leadNames.of(
                Stream.concat(
                        atRisk.stream().map(AtRisk::leadId), overdue.stream().map(Owed::leadId))
                    .distinct()
                    .toList()));
    return "sla";
  }

  /** The list alone, for the page that is open already. */
  @GetMapping("/at-risk")
  String atRisk(@ModelAttribute("reader") Reader reader, Authentication who, Model model) {
    List<AtRisk> atRisk = atRisk(who, reader.watch().now());
    model
        .addAttribute("atRisk", atRisk)
        .addAttribute("called", leadNames.of(atRisk.stream().map(AtRisk::leadId).toList()));
    return "sla :: atRisk";
  }

  /** Whatever range the page shows, what is at risk is so now. */
  private List<AtRisk> atRisk(Authentication who, Instant now) {
    Range ahead = new Range(now, Range.EVERYTHING.to());
    return figures.sla(SlaDimension.CLOCK, ahead, Viewer.of(who)).atRisk();
  }

  @GetMapping("/deadlines")
  String deadlines(
      PageQuestion asked,
      @ModelAttribute("reader") Reader reader,
      Authentication who,
      Model model) {
    SlaLook look = look(asked, reader);
    String key = PageQuestion.orNull(asked.key());
    String clock = PageQuestion.orNull(asked.clock());
    SlaMeasure verdict = PageQuestion.word(asked.verdict(), SlaMeasure.class).orElse(null);
    String word = verdict == null ? null : verdict.word();
    Which which = new Which(look.span().range(), key, asked.number(), DrillDown.PAGE);
    DrillDown.Page<SlaDrillDown.Owed> found =
        drillDown.deadlines(clock, verdict, look.by(), which, Viewer.of(who));
    model
        .addAttribute("look", look)
        .addAttribute("which", which)
        .addAttribute("clock", clock)
        .addAttribute("verdict", word)
        .addAttribute("found", found)
        .addAttribute("here", look.rows(key, clock, word))
        .addAttribute("file", look.rowsFile(key, clock, word))
        .addAttribute(
            "called", leadNames.of(found.items().stream().map(SlaDrillDown.Owed::leadId).toList()));
    return "deadlines";
  }
}
