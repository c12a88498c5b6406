package dev.baton.booking.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;

/**
 * Parser of a published calendar (RFC 5545): when its owner is busy, recurring and all-day events
 * included. What is only a note ({@code TRANSPARENT}), cancelled or a meeting of ours makes nobody
 * busy.
 */
final class CalendarParser {
  /** Nobody has more of one event in some weeks. */
  private static final int MOST = 5_000;

  /** A recurring event that began earlier is over by now. */
  private static final Duration LONGEST = Duration.ofDays(31);

  private final ZoneId zone;
  private final TimeSpan window;

  /**
   * Reads what is said without a zone, and whole days, on this one's wall clock.
   *
   * @param window what lies outside isn't asked for
   */
  CalendarParser(ZoneId zone, TimeSpan window) {
    this.zone = zone;
    this.window = window;
  }

  /**
   * When somebody is busy, the earliest first.
   *
   * @throws IOException when it is no calendar
   */
  List<TimeSpan> busy(byte[] calendar) throws IOException {
    List<ICalendar> all = Biweekly.parse(new ByteArrayInputStream(calendar)).all();
    if (all.isEmpty()) {
      throw new IOException("it is no calendar in the iCalendar format");
    }
    List<TimeSpan> busy = new ArrayList<>();
    for (ICalendar one : all) {
      Set<Occurrence> changed = changed(one);
      one.getEvents().stream()
          .filter(CalendarParser::makesBusy)
          .forEach(event -> add(event, one.getTimezoneInfo(), changed, busy));
    }
    busy.sort(Comparator.comparing(TimeSpan::from));
    return busy;
  }

  /** One time of a recurring event. */
  private record Occurrence(String uid, Instant at) {}

  /** Those that an event of their own says otherwise. */
  private Set<Occurrence> changed(ICalendar calendar) {
    Set<Occurrence> changed = new HashSet<>();
    for (VEvent event : calendar.getEvents()) {
      if (event.getRecurrenceId() != null) {
        WallClock clock = clock(calendar.getTimezoneInfo(), event.getRecurrenceId());
        changed.add(new Occurrence(uid(event), clock.instant(event.getRecurrenceId().getValue())));
      }
    }
    return changed;
  }

  private static String uid(VEvent event) {
    return event.getUid() == null ? "" : String.valueOf(event.getUid().getValue());
  }

  private static boolean makesBusy(VEvent event) {
    return event.getDateStart() != null
        && event.getDateStart().getValue() != null
        && (event.getTransparency() == null || !event.getTransparency().isTransparent())
        && (event.getStatus() == null || !event.getStatus().isCancelled())
        && !Invitation.isOurs(uid(event));
  }

  private void add(VEvent event, TimezoneInfo zones, Set<Occurrence> changed, List<TimeSpan> busy) {
    WallClock clock = clock(zones, event.getDateStart());
    Duration length = length(event);
    DateIterator times = event.getDateIterator(clock.read());
    if (event.getRecurrenceRule() != null) {
      times.advanceTo(Date.from(window.from().minus(LONGEST)));
    }
    for (int count = 0; times.hasNext() && count < MOST; count++) {
      Date start = times.next();
      TimeSpan time = clock.span(start, length);
      if (!time.from().isBefore(window.to())) {
        return;
      }
      boolean said =
          event.getRecurrenceId() != null
              || !changed.contains(new Occurrence(uid(event), time.from()));
      if (said && window.overlaps(time.from(), time.to())) {
        busy.add(time);
      }
    }
  }

  private static Duration length(VEvent event) {
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      return Duration.between(
          event.getDateStart().getValue().toInstant(), event.getDateEnd().getValue().toInstant());
    }
    if (event.getDuration() != null && event.getDuration().getValue() != null) {
      return Duration.ofMillis(event.getDuration().getValue().toMillis());
    }
    return event.getDateStart().getValue().hasTime() ? Duration.ZERO : Duration.ofDays(1);
  }

  private WallClock clock(TimezoneInfo zones, DateOrDateTimeProperty property) {
    boolean wholeDays = !property.getValue().hasTime();
    TimezoneAssignment named = zones.getTimezone(property);
    boolean unknownZone = named == null && property.getParameters().getTimezoneId() != null;
    if (wholeDays || unknownZone || zones.isFloating(property)) {
      return new WallClock(TimeZone.getDefault(), zone, wholeDays);
    }
    TimeZone read = named == null ? TimeZone.getTimeZone("UTC") : named.getTimeZone();
    return new WallClock(read, null, false);
  }
}
