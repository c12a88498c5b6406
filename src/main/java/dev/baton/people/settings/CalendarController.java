package dev.baton.people.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.baton.input.ApiProblem;
import dev.baton.people.CalendarSettings;
import dev.baton.people.Calendars;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.ClosingDay;
import dev.baton.sla.DaysOff;
import dev.baton.sla.WorkingHours;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller of {@code /api/calendars}: the business calendars, each with its next days off, so
 * that somebody sees what the holidays of a country bring.
 */
@RestController
@RequestMapping("/api/calendars")
class CalendarController {
  private static final int DAYS_SHOWN = 10;
  private static final int LAST_YEAR = 2200;

  private final Calendars calendars;
  private final Clock clock;

  CalendarController(Calendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * A calendar.
   *
   * @param country whose public holidays it has, or null
   * @param closingDays the company's own
   * @param nextDaysOff the next ones from today on, holidays and closing days
   */
  record CalendarView(
      String name,
      String zone,
      @Nullable String country,
      Map<String, List<String>> hours,
      List<DayOff> closingDays,
      List<DayOff> nextDaysOff) {}

  /**
   * A day off.
   *
   * @param from closed from then on; null: all day
   */
  record DayOff(
      LocalDate day,
      @JsonFormat(pattern = "HH:mm") @Nullable LocalTime from,
      @Nullable String note) {
    static DayOff of(ClosingDay day) {
      return new DayOff(day.day(), day.from(), day.note());
    }
  }

  record CalendarPage(List<CalendarView> items) {}

  @Operation(summary = "The business calendars, each with its next ten days off")
  @GetMapping
  CalendarPage all() {
    return new CalendarPage(calendars.all().stream().map(this::view).toList());
  }

  @Operation(
      summary = "Add a calendar or change one; it answers its next ten days off",
      description =
          "zone (null: the default zone), country (such as de or de-by; null: no public"
              + " holidays), hours ({\"mon\":[\"09:00-17:00\"]}). What is not sent stays as it is.")
  @PutMapping("/{name}")
  @Transactional
  CalendarView save(@PathVariable String name, @RequestBody Map<String, Object> fields) {
    Optional<CalendarSettings> known = calendars.settings(name);
    ChangeReader change = new ChangeReader(fields);
    if (known.isEmpty() && !name.matches("[a-z0-9-]{1,64}")) {
      change.wrong("name", "small letters, digits and dashes only, at most 64");
    }
    ZoneId zone = change.zone("zone", known.map(CalendarSettings::zone).orElse(null));
    String country = country(change, known);
    Optional<WorkingHours> hours =
        Optional.ofNullable(
            HoursReader.read(change, "hours", known.map(CalendarSettings::hours).orElse(null)));
    if (hours.isEmpty()) {
      change.missing("hours", "say for at least one day from when to when");
    }
    change.check("The calendar was not saved");
    CalendarSettings settings = new CalendarSettings(name, zone, country, hours.orElseThrow());
    calendars.save(settings);
    return view(settings);
  }

  private static @Nullable String country(ChangeReader change, Optional<CalendarSettings> known) {
    String country = change.text("country", known.map(CalendarSettings::country).orElse(null), 20);
    try {
      DaysOff.of(country, List.of());
    } catch (IllegalArgumentException e) {
      change.wrong("country", String.valueOf(e.getMessage()));
    }
    return country;
  }

  @Operation(
      summary = "Close a day, or change from when on and why it is closed",
      description = "from (such as 13:00; absent: all day), note")
  @PutMapping("/{name}/closing-days/{day}")
  @Transactional
  CalendarView close(
      @PathVariable String name,
      @PathVariable String day,
      @RequestBody Map<String, Object> fields) {
    CalendarSettings settings = known(name);
    ChangeReader change = new ChangeReader(fields);
    Optional<LocalDate> date = date(day);
    if (date.isEmpty()) {
      change.wrong("day", "not a date, such as 2026-12-24");
    }
    LocalTime from = change.time("from");
    String note = change.text("note", null, 400);
    change.check("The closing day was not saved");
    calendars.close(name, new ClosingDay(date.orElseThrow(), from, note));
    return view(settings);
  }

  @Operation(summary = "Take a closing day back")
  @DeleteMapping("/{name}/closing-days/{day}")
  @Transactional
  CalendarView open(@PathVariable String name, @PathVariable String day) {
    CalendarSettings settings = known(name);
    LocalDate date =
        date(day)
            .filter(d -> calendars.closingDays(name).stream().anyMatch(c -> c.day().equals(d)))
            .orElseThrow(
                () -> ApiProblem.notFound("%s has no closing day %s".formatted(name, day)));
    calendars.open(name, date);
    return view(settings);
  }

  private CalendarSettings known(String name) {
    return calendars
        .settings(name)
        .orElseThrow(() -> ApiProblem.notFound("There is no calendar " + name));
  }

  private static Optional<LocalDate> date(String day) {
    try {
      return Optional.of(LocalDate.parse(day))
          .filter(date -> date.getYear() >= 1970 && date.getYear() <= LAST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private CalendarView view(CalendarSettings settings) {
    BusinessCalendar calendar = calendars.find(settings.name()).orElseThrow();
    LocalDate today = clock.instant().atZone(calendar.zone()).toLocalDate();
    return new CalendarView(
        settings.name(),
        calendar.zone().getId(),
        settings.country(),
        settings.hours().asText(),
        calendars.closingDays(settings.name()).stream().map(DayOff::of).toList(),
        calendar.daysOff().next(today, DAYS_SHOWN).stream().map(DayOff::of).toList());
  }
}
