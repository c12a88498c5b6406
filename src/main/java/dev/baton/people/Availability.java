package dev.baton.people;

import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.DaysOff;
import dev.baton.sla.WorkingHours;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Availability of people at an instant: employed, not away, answering, within their own working
 * hours.
 */
@Component
public class Availability {
  private final Teams teams;
  private final Calendars calendars;
  private final Absences absences;

  public Availability(Teams teams, Calendars calendars, Absences absences) {
    this.teams = teams;
    this.calendars = calendars;
    this.absences = absences;
  }

  public Presence of(Person person, Instant at) {
    return presences(List.of(person), at).apply(person);
  }

  /** The presence of each person, by id. */
  public Map<String, Presence> of(List<Person> people, Instant at) {
    Function<Person, Presence> known = presences(people, at);
    Map<String, Presence> presences = new HashMap<>();
    people.forEach(person -> presences.put(person.id(), known.apply(person)));
    return presences;
  }

  /** The presence of each of these people. */
  public Function<Person, Presence> presences(List<Person> people, Instant at) {
    Map<String, List<Absence>> away =
        absences.notOver(people.stream().map(Person::id).toList(), at).stream()
            .collect(Collectors.groupingBy(Absence::person));
    Function<Person, BusinessCalendar> shifts = shifts(people);
    return person ->
        presence(person, away.getOrDefault(person.id(), List.of()), shifts.apply(person), at);
  }

  /** When this person works: their own hours without the holidays of their calendar. */
  public BusinessCalendar shift(Person person) {
    return shifts(List.of(person)).apply(person);
  }

  /**
   * The clock on which a team reads: its calendar's, else the default one; somebody is always
   * there.
   */
  public BusinessCalendar shift(Team team) {
    return new BusinessCalendar(
        "team " + team.id(), calendars.zone(team.calendar()), WorkingHours.ALWAYS, DaysOff.none());
  }

  /** Absences of somebody that last at an instant or lie ahead of it. */
  public List<Absence> absences(Person person, Instant at) {
    return absences.notOver(List.of(person.id()), at);
  }

  /**
   * When somebody can be met: their own hours, or the ones of their calendar on their own wall
   * clock where they take leads round the clock; without the holidays of that calendar.
   */
  public BusinessCalendar meetingHours(Person person) {
    WorkingHours own = person.terms().hours();
    String name =
        Optional.ofNullable(calendarNames(List.of(person)).get(person.id()))
            .orElse(Calendars.STANDARD);
    WorkingHours hours =
        own != null
            ? own
            : calendars.settings(name).map(CalendarSettings::hours).orElse(WorkingHours.ALWAYS);
    return new BusinessCalendar(
        "meetings of " + person.id(),
        person.zone(),
        hours,
        calendars.find(name).map(BusinessCalendar::daysOff).orElse(DaysOff.none()));
  }

  private Function<Person, BusinessCalendar> shifts(List<Person> people) {
    Map<String, String> named = calendarNames(people);
    Map<String, BusinessCalendar> known = calendars.find(new HashSet<>(named.values()));
    return person ->
        person.shift(
            Optional.ofNullable(named.get(person.id()))
                .map(known::get)
                .map(BusinessCalendar::daysOff)
                .orElse(DaysOff.none()));
  }

  /** Whose holidays each person has: their own calendar's, else the team's. */
  private Map<String, String> calendarNames(List<Person> people) {
    Set<String> needed =
        people.stream()
            .filter(person -> person.terms().calendar() == null)
            .map(Person::team)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, String> ofTeam = teams.calendars(needed);
    Map<String, String> names = new HashMap<>();
    for (Person person : people) {
      String own = person.terms().calendar();
      String name = own != null || person.team() == null ? own : ofTeam.get(person.team());
      if (name != null) {
        names.put(person.id(), name);
      }
    }
    return names;
  }

  private static Presence presence(
      Person person, List<Absence> away, BusinessCalendar shift, Instant at) {
    if (!person.active()) {
      return new Presence(Presence.State.INACTIVE, null);
    }
    if (away.stream().anyMatch(absence -> absence.covers(at))) {
      return new Presence(Presence.State.ABSENT, back(away, at));
    }
    if (person.unresponsiveSince() != null) {
      return new Presence(Presence.State.UNRESPONSIVE, null);
    }
    return shift.isOpen(at)
        ? new Presence(Presence.State.ON_SHIFT, null)
        : new Presence(Presence.State.OFF_SHIFT, shift.nextOpening(at));
  }

  /** The end of an absence that is followed by no other; null when one of them has no end. */
  private static @Nullable Instant back(List<Absence> away, Instant at) {
    Instant back = at;
    for (Absence absence : away) {
      if (absence.covers(back)) {
        if (absence.to() == null) {
          return null;
        }
        back = absence.to();
      }
    }
    return back;
  }
}
