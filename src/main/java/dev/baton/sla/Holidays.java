package dev.baton.sla;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The public and bank holidays of a place, as Jollyday knows them; observances are working days.
 */
@FunctionalInterface
interface Holidays {

  /** Read once for all calendars of a place; there are as many as Jollyday knows. */
  Map<List<String>, Holidays> KNOWN = new ConcurrentHashMap<>();

  /** With their names in a language. */
  List<ClosingDay> of(int year, Locale locale);

  static Holidays none() {
    return (year, locale) -> List.of();
  }

  static Holidays of(String place) {
    String[] path = place.strip().toLowerCase(Locale.ROOT).split("-", -1);
    if (!atHome(HolidayManager::getSupportedCalendarCodes)
        .contains(path[0].toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "No holidays are known for '%s'; write a country's two letters, with a region where holidays differ: de, de-by"
              .formatted(place));
    }
    return KNOWN.computeIfAbsent(List.of(path), known -> atHome(() -> read(path, place)));
  }

  private static Holidays read(String[] path, String place) {
    HolidayManager country = HolidayManager.getInstance(ManagerParameters.create(path[0]));
    String[] region = Arrays.copyOfRange(path, 1, path.length);
    refuseUnknown(country.getCalendarHierarchy(), region, place);
    Map<Integer, List<Holiday>> years = new ConcurrentHashMap<>();
    return (year, locale) ->
        atHome(
            () ->
                years.computeIfAbsent(year, unread -> read(country, region, Year.of(year))).stream()
                    .map(holiday -> closed(holiday, locale))
                    .toList());
  }

  private static List<Holiday> read(HolidayManager country, String[] region, Year year) {
    return Stream.of(HolidayType.PUBLIC_HOLIDAY, HolidayType.BANK_HOLIDAY)
        .flatMap(type -> country.getHolidays(year, type, region).stream())
        .toList();
  }

  /**
   * Jollyday looks for its parts through the thread's class loader and remembers what the first
   * caller's found; in an executable jar a job's thread would find none.
   */
  private static <T> T atHome(Supplier<T> question) {
    Thread thread = Thread.currentThread();
    ClassLoader callers = thread.getContextClassLoader();
    thread.setContextClassLoader(Holidays.class.getClassLoader());
    try {
      return question.get();
    } finally {
      thread.setContextClassLoader(callers);
    }
  }

  private static void refuseUnknown(CalendarHierarchy country, String[] region, String place) {
    CalendarHierarchy here = country;
    for (String part : region) {
      here = here.getChildren().get(part);
      if (here == null) {
        throw new IllegalArgumentException(
            "No holidays are known for the region '%s' of '%s'; known are %s"
                .formatted(part, place, country.getChildren().keySet().stream().sorted().toList()));
      }
    }
  }

  private static ClosingDay closed(Holiday holiday, Locale locale) {
    return new ClosingDay(holiday.getDate(), null, holiday.getDescription(locale));
  }
}
