package dev.baton.sla;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.baton.sla.DaysOff.ClosingDay;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The public and bank holidays of a place, as Jollyday knows them; observances are working days.
 */
@FunctionalInterface
interface Holidays {

  /** Read once for all calendars of a place; there are as many as Jollyday knows. */
  Map<List<String>, Holidays> KNOWN = new ConcurrentHashMap<>();

  List<ClosingDay> of(int year);

  static Holidays none() {
    return year -> List.of();
  }

  static Holidays of(String place) {
    String[] path = place.strip().toLowerCase(Locale.ROOT).split("-", -1);
    if (!HolidayManager.getSupportedCalendarCodes().contains(path[0].toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "No holidays are known for '%s'; write a country's two letters, with a region where holidays differ: de, de-by"
              .formatted(place));
    }
    return KNOWN.computeIfAbsent(List.of(path), known -> read(path, place));
  }

  private static Holidays read(String[] path, String place) {
    HolidayManager country = HolidayManager.getInstance(ManagerParameters.create(path[0]));
    String[] region = Arrays.copyOfRange(path, 1, path.length);
    refuseUnknown(country.getCalendarHierarchy(), region, place);
    Map<Integer, List<ClosingDay>> years = new ConcurrentHashMap<>();
    return year ->
        years.computeIfAbsent(
            year,
            unread ->
                Stream.of(HolidayType.PUBLIC_HOLIDAY, HolidayType.BANK_HOLIDAY)
                    .flatMap(type -> country.getHolidays(Year.of(year), type, region).stream())
                    .map(Holidays::closed)
                    .toList());
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

  private static ClosingDay closed(Holiday holiday) {
    return new ClosingDay(holiday.getDate(), null, holiday.getDescription(Locale.ENGLISH));
  }
}
