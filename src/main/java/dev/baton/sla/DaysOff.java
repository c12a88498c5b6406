package dev.baton.sla;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days on which nobody works, or only until some time: the public holidays of a country or region
 * and a company's own closing days.
 */
public final class DaysOff {

  private static final DaysOff NONE = new DaysOff(Holidays.none(), List.of());
  private static final int YEARS_AHEAD = 3;

  private final Holidays holidays;
  private final Map<LocalDate, ClosingDay> own = new TreeMap<>();
  private final Map<Integer, Map<LocalDate, ClosingDay>> years = new ConcurrentHashMap<>();

  private DaysOff(Holidays holidays, List<ClosingDay> closingDays) {
    this.holidays = holidays;
    closingDays.forEach(day -> own.merge(day.day(), day, ClosingDay::earlier));
  }

  /** No day off at all. */
  public static DaysOff none() {
    return NONE;
  }

  /**
   * The holidays of a country, and a company's own closing days.
   *
   * @param country the ISO code of a country, with a region where holidays differ: {@code de},
   *     {@code de-by}; null or blank: own closing days only
   * @throws IllegalArgumentException for a country or region whose holidays nobody knows
   */
  public static DaysOff of(@Nullable String country, List<ClosingDay> closingDays) {
    return new DaysOff(
        country == null || country.isBlank() ? Holidays.none() : Holidays.of(country), closingDays);
  }

  /** The day off that falls on this day; the longer one where two do. */
  public Optional<ClosingDay> on(LocalDate day) {
    return Optional.ofNullable(year(day.getYear()).get(day));
  }

  /** The next days off from this day on, for a person to look over; within about three years. */
  public List<ClosingDay> next(LocalDate from, int count) {
    return next(from, count, Locale.ENGLISH);
  }

  /** With the names of public holidays in a language. */
  public List<ClosingDay> next(LocalDate from, int count, Locale locale) {
    List<ClosingDay> next = new ArrayList<>();
    for (int year = from.getYear(); year <= from.getYear() + YEARS_AHEAD; year++) {
      read(year, locale).values().stream()
          .filter(off -> !off.day().isBefore(from))
          .forEach(next::add);
    }
    return next.stream().limit(count).toList();
  }

  private Map<LocalDate, ClosingDay> year(int year) {
    return years.computeIfAbsent(year, unread -> read(unread, Locale.ENGLISH));
  }

  private Map<LocalDate, ClosingDay> read(int year, Locale locale) {
    Map<LocalDate, ClosingDay> days = new TreeMap<>();
    // the next year's too: a New Year's Day on a Saturday is kept on the last day of December
    Stream.of(holidays.of(year, locale), holidays.of(year + 1, locale), own.values())
        .flatMap(Collection::stream)
        .filter(off -> off.day().getYear() == year)
        .forEach(off -> days.merge(off.day(), off, ClosingDay::earlier));
    return days;
  }
}
