package dev.baton.web.figures;

import dev.baton.insight.funnel.Dimension;
import dev.baton.people.People;
import dev.baton.web.DisplayNames;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Controller advice that gives every funnel page its query and the choices. */
@ControllerAdvice(assignableTypes = {FunnelPageController.class, FunnelReasonsPageController.class})
class FunnelQueryAdvice {
  private final People people;
  private final Clock clock;
  private final ZoneId zone;

  FunnelQueryAdvice(People people, Clock clock, ZoneId zone) {
    this.people = people;
    this.clock = clock;
    this.zone = zone;
  }

  @ModelAttribute("query")
  FunnelQuery query(FigureParameters asked) {
    return FunnelQuery.of(asked, asked.span(clock.instant(), zone));
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
  Dimension[] dimensions() {
    return Dimension.values();
  }
}
