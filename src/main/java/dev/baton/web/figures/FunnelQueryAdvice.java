package dev.baton.web.figures;

import dev.baton.insight.funnel.Dimension;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Controller advice that gives every funnel page its query and dimensions. */
@ControllerAdvice(assignableTypes = {FunnelPageController.class, FunnelReasonsPageController.class})
class FunnelQueryAdvice {
  private final Clock clock;
  private final ZoneId zone;

  FunnelQueryAdvice(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  @ModelAttribute("query")
  FunnelQuery query(FigureParameters asked) {
    return FunnelQuery.of(asked, asked.span(clock.instant(), zone));
  }

  @ModelAttribute("dimensions")
  Dimension[] dimensions() {
    return Dimension.values();
  }
}
