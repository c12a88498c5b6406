package dev.baton.web.figures;

import dev.baton.insight.sla.SlaDimension;
import dev.baton.people.People;
import dev.baton.web.DisplayNames;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Controller advice that gives every SLA page its query and the choices. */
@ControllerAdvice(assignableTypes = {SlaPageController.class, DeadlinePageController.class})
class SlaQueryAdvice {
  private final People people;
  private final Clock clock;
  private final ZoneId zone;

  SlaQueryAdvice(People people, Clock clock, ZoneId zone) {
    this.people = people;
    this.clock = clock;
    this.zone = zone;
  }

  @ModelAttribute("query")
  SlaQuery query(FigureParameters asked) {
    return SlaQuery.of(asked, asked.span(clock.instant(), zone));
  }

  @ModelAttribute("names")
  DisplayNames names() {
    return DisplayNames.ofAll(people);
  }

  @ModelAttribute("presets")
  Map<String, String> presets() {
    return DateRange.PRESETS;
  }

  @ModelAttribute("dimensions")
  SlaDimension[] dimensions() {
    return SlaDimension.values();
  }
}
