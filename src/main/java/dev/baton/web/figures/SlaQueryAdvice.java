package dev.baton.web.figures;

import dev.baton.insight.sla.SlaDimension;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Controller advice that gives every SLA page its query and dimensions. */
@ControllerAdvice(assignableTypes = {SlaPageController.class, DeadlinePageController.class})
class SlaQueryAdvice {
  private final Clock clock;
  private final ZoneId zone;

  SlaQueryAdvice(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  @ModelAttribute("query")
  SlaQuery query(FigureParameters asked) {
    return SlaQuery.of(asked, asked.span(clock.instant(), zone));
  }

  @ModelAttribute("dimensions")
  SlaDimension[] dimensions() {
    return SlaDimension.values();
  }
}
