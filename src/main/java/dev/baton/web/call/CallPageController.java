package dev.baton.web.call;

import dev.baton.input.Translated;
import dev.baton.insight.attempt.AttemptDimension;
import dev.baton.insight.attempt.AttemptFigures;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.people.People;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.HeldAnswerAdvice;
import dev.baton.web.StaffPage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /calls}: whom a rep calls next, and how often leads were tried. */
@StaffPage
@Translated
public class CallPageController {
  private static final Duration MONTH = Duration.ofDays(30);

  private final CallList list;
  private final AttemptFigures figures;
  private final People people;

  CallPageController(CallList list, AttemptFigures figures, People people) {
    this.list = list;
    this.figures = figures;
    this.people = people;
  }

  @GetMapping("/calls")
  String calls(
      @RequestParam(defaultValue = "rep") String by,
      @ModelAttribute("user") CurrentUser user,
      @ModelAttribute("heldAnswers") HeldAnswerAdvice.Held held,
      Model model) {
    Instant now = user.clock().now();
    List<CallRow> calls =
        user.isRep()
            ? list.of(user.person(), user.clock()).stream()
                .filter(call -> !held.has(call.attempt().handoffId()))
                .toList()
            : List.of();
    AttemptDimension dimension =
        by.equals("campaign") ? AttemptDimension.CAMPAIGN : AttemptDimension.REP;
    model
        .addAttribute("due", calls.stream().filter(call -> call.isDue(now)).toList())
        .addAttribute("later", calls.stream().filter(call -> !call.isDue(now)).toList())
        .addAttribute("by", dimension)
        .addAttribute(
            "attempts",
            figures.report(
                dimension,
                new InstantRange(now.minus(MONTH), now),
                new FigureViewer(user.id(), !user.isRep())))
        .addAttribute("names", DisplayNames.ofAll(people));
    return "calls";
  }
}
