package dev.baton.desk;

import dev.baton.insight.Dimension;
import dev.baton.people.People;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page of the funnel what is looked at, and what could be. */
@ControllerAdvice(assignableTypes = {FunnelPages.class, WhyPages.class})
class FunnelLooks {
  private final People people;
  private final Clock clock;
  private final ZoneId zone;

  FunnelLooks(People people, Clock clock, @Value("${baton.zone:UTC}") ZoneId zone) {
    this.people = people;
    this.clock = clock;
    this.zone = zone;
  }

  @ModelAttribute("look")
  FunnelLook look(PageQuestion asked) {
    return FunnelLook.of(asked, asked.span(clock.instant(), zone));
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
}
