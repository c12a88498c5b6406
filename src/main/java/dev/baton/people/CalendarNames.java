package dev.baton.people;

import dev.baton.engine.gate.KnownCalendars;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names of business calendars that a policy may use, for the gate. */
@Component
class CalendarNames implements KnownCalendars {
  private final Calendars calendars;

  CalendarNames(Calendars calendars) {
    this.calendars = calendars;
  }

  @Override
  public Set<String> names() {
    return calendars.all().stream()
        .map(Calendars.CalendarSettings::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
