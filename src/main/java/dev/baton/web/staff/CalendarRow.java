package dev.baton.web.staff;

import dev.baton.people.CalendarSettings;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.ClosingDay;
import dev.baton.web.ViewerClock;
import java.util.List;
import java.util.Map;

/**
 * Calendar row of the teams page.
 *
 * @param closingDays the company's own
 * @param nextDaysOff the next ones from today on, so that an odd holiday is seen before it costs
 */
record CalendarRow(
    CalendarSettings settings,
    BusinessCalendar calendar,
    List<ClosingDay> closingDays,
    List<ClosingDay> nextDaysOff) {
  private static final int DAYS_SHOWN = 10;

  static CalendarRow of(
      CalendarSettings settings,
      BusinessCalendar calendar,
      List<ClosingDay> closingDays,
      ViewerClock reader) {
    List<ClosingDay> next =
        calendar
            .daysOff()
            .next(
                reader.now().atZone(calendar.zone()).toLocalDate(),
                DAYS_SHOWN,
                reader.texts().language().locale());
    return new CalendarRow(settings, calendar, closingDays, next);
  }

  public Map<String, String> week() {
    return RepRow.week(settings.hours());
  }
}
