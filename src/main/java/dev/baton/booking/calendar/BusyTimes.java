package dev.baton.booking.calendar;

import dev.baton.people.Person;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Busy times of people, out of the calendars that they publish. What was read counts for some
 * minutes, and as long as the calendar can't be read again; its owner sees why.
 */
@Component
public class BusyTimes {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration AHEAD = Duration.ofDays(100);
  private static final int LONGEST_ERROR = 400;

  private final PersonalCalendars calendars;
  private final CalendarDownload download;
  private final Clock clock;

  BusyTimes(PersonalCalendars calendars, CalendarDownload download, Clock clock) {
    this.calendars = calendars;
    this.download = download;
    this.clock = clock;
  }

  public Optional<PersonalCalendar> calendar(Person person) {
    return calendars.of(person.id());
  }

  /** When somebody is busy; not at all, as far as is known, without an address. */
  public List<TimeSpan> of(Person person) {
    return calendars
        .of(person.id())
        .map(known -> isFresh(known) ? known : read(known, person))
        .map(PersonalCalendar::busy)
        .orElse(List.of());
  }

  /** Another address, which is read at once. */
  public PersonalCalendar save(Person person, String url) {
    calendars.save(person.id(), url);
    return read(calendars.of(person.id()).orElseThrow(), person);
  }

  public void remove(Person person) {
    calendars.remove(person.id());
  }

  private boolean isFresh(PersonalCalendar known) {
    Instant tried = known.triedAt();
    return tried != null && clock.instant().isBefore(tried.plus(FRESH));
  }

  private PersonalCalendar read(PersonalCalendar known, Person person) {
    Instant now = clock.instant();
    try {
      calendars.wasRead(known, parsed(download.read(known.url()), person, now), now);
    } catch (IOException e) {
      calendars.failed(known, error(e), now);
    }
    return calendars.of(person.id()).orElse(known);
  }

  private static List<TimeSpan> parsed(byte[] calendar, Person person, Instant now)
      throws IOException {
    TimeSpan window = new TimeSpan(now.minus(Duration.ofDays(1)), now.plus(AHEAD));
    try {
      return new CalendarParser(person.zone(), window).busy(calendar);
    } catch (RuntimeException e) {
      throw new IOException("its events can't be understood", e);
    }
  }

  private static String error(IOException e) {
    String said = String.valueOf(e.getMessage());
    return said.length() <= LONGEST_ERROR ? said : said.substring(0, LONGEST_ERROR);
  }
}
