package dev.baton.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Business time the slow way: looks at the clock on the wall once a minute and counts. It knows
 * nothing of zone rules; a clock that is set back shows times it has shown before, so what counts
 * is the furthest it has come.
 */
final class MinuteWalk {
  private static final Duration WARM_UP = Duration.ofDays(2);

  private final ZoneId zone;
  private final Map<DayOfWeek, List<int[]>> week;
  private final Map<LocalDate, LocalTime> closings = new HashMap<>();

  MinuteWalk(ZoneId zone, Map<String, List<String>> hours, List<ClosingDay> closingDays) {
    this.zone = zone;
    this.week = new HashMap<>();
    hours.forEach(
        (day, spans) ->
            week.put(
                List.of(DayOfWeek.values()).stream()
                    .filter(each -> each.name().toLowerCase().startsWith(day))
                    .findFirst()
                    .orElseThrow(),
                spans.stream().map(MinuteWalk::minutes).toList()));
    closingDays.forEach(
        off -> closings.put(off.day(), off.from() == null ? LocalTime.MIN : off.from()));
  }

  /** Every minute from one instant until another, whether it is open. */
  boolean[] minutes(Instant from, Instant until) {
    boolean[] open = new boolean[(int) ChronoUnit.MINUTES.between(from, until)];
    LocalDateTime furthest = LocalDateTime.MIN;
    Instant at = from.minus(WARM_UP);
    for (int i = -(int) WARM_UP.toMinutes(); i < open.length; i++, at = at.plusSeconds(60)) {
      LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
      furthest = wall.isAfter(furthest) ? wall : furthest;
      if (i >= 0) {
        open[i] = isOpen(furthest);
      }
    }
    return open;
  }

  private boolean isOpen(LocalDateTime wall) {
    LocalTime closing = closings.get(wall.toLocalDate());
    if (closing != null && !wall.toLocalTime().isBefore(closing)) {
      return false;
    }
    int minute = wall.getHour() * 60 + wall.getMinute();
    return week.getOrDefault(wall.getDayOfWeek(), List.of()).stream()
        .anyMatch(span -> span[0] <= minute && minute < span[1]);
  }

  private static int[] minutes(String span) {
    return new int[] {minute(span.substring(0, 5)), minute(span.substring(6))};
  }

  private static int minute(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }
}
