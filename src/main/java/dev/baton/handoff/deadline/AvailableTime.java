package dev.baton.handoff.deadline;

import dev.baton.alert.delivery.QuietHours;
import dev.baton.people.Availability;
import dev.baton.people.Person;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.DaysOff;
import dev.baton.sla.WorkingHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How much of a time somebody could have acted in: their own working hours, or for whoever keeps
 * none a working day outside the quiet hours. A lead that came and went overnight or on a weekend
 * was let lie by nobody.
 */
@Component
public class AvailableTime {
  private final Availability availability;
  private final WorkingHours day;

  AvailableTime(Availability availability, QuietHours quiet) {
    this.availability = availability;
    this.day =
        quiet.to() < quiet.from() ? workingDays(quiet.to(), quiet.from()) : WorkingHours.ALWAYS;
  }

  public Duration between(Person person, Instant from, Instant to) {
    boolean keepsHours = person.terms().hours() != null;
    BusinessCalendar awake =
        keepsHours
            ? availability.shift(person)
            : new BusinessCalendar("day of " + person.id(), person.zone(), day, DaysOff.none());
    return awake.between(from, to);
  }

  private static WorkingHours workingDays(int from, int to) {
    List<String> spans = List.of("%02d:00-%02d:00".formatted(from, to));
    Map<String, List<String>> week =
        Arrays.stream(DayOfWeek.values())
            .filter(weekday -> weekday.compareTo(DayOfWeek.FRIDAY) <= 0)
            .map(weekday -> weekday.name().substring(0, 3).toLowerCase(Locale.ROOT))
            .collect(Collectors.toMap(weekday -> weekday, weekday -> spans));
    return WorkingHours.of(week);
  }
}
