package dev.baton.web.figures;

import dev.baton.people.People;
import dev.baton.web.DisplayNames;
import java.util.Map;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Controller advice that gives every page of figures its presets and the names of people. */
@ControllerAdvice(
    assignableTypes = {
      FunnelPageController.class,
      FunnelReasonsPageController.class,
      SlaPageController.class,
      DeadlinePageController.class,
      KnowPageController.class,
      NoticePageController.class,
      PatternPageController.class
    })
class FigureChoicesAdvice {
  private final People people;

  FigureChoicesAdvice(People people) {
    this.people = people;
  }

  @ModelAttribute("names")
  DisplayNames names() {
    return DisplayNames.ofAll(people);
  }

  @ModelAttribute("presets")
  Map<String, String> presets() {
    return DateRange.PRESETS;
  }
}
