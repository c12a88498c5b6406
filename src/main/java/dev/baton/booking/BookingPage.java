package dev.baton.booking;

import dev.baton.people.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Page model of the booking page.
 *
 * @param owner whom the lead meets; null while nobody is chosen
 * @param zone in which times are shown
 * @param when the meeting that was booked through this link, or null
 * @param said instead of times, or null
 * @param days with their free times
 */
record BookingPage(
    State state,
    @Nullable String owner,
    String zone,
    @Nullable String when,
    @Nullable String said,
    List<Day> days) {

  /** What the page is about. */
  enum State {
    /** Nobody is chosen yet: it looks again by itself. */
    WAITING,
    CHOOSE,
    BOOKED,
    /** Nothing can be chosen. */
    CLOSED
  }

  /** A day with times. */
  record Day(String name, List<Time> times) {}

  /** A time as it is posted and as it is read. */
  record Time(Instant at, String text) {}

  static List<Day> days(List<Instant> times, ZoneId zone, Language language) {
    Map<String, List<Time>> days = new LinkedHashMap<>();
    times.forEach(
        at ->
            days.computeIfAbsent(BookingText.day(at, zone, language), day -> new ArrayList<>())
                .add(new Time(at, BookingText.time(at, zone))));
    return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
  }

  public boolean isWaiting() {
    return state == State.WAITING;
  }

  public boolean isBooked() {
    return state == State.BOOKED;
  }

  /** What posting one of the times does. */
  public String act() {
    return isBooked() ? "move" : "book";
  }
}
