package dev.baton.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/** Opening times of a calendar's days, as they really pass in its zone. */
record OpeningTimes(ZoneId zone, WorkingHours hours, DaysOff daysOff) {

  /** The open pieces of a day in their order, none of them empty. */
  List<OpenInterval> on(LocalDate day) {
    LocalTime closing =
        daysOff
            .on(day)
            .map(off -> off.closedAllDay() ? LocalTime.MIDNIGHT : off.from())
            .orElse(null);
    List<OpenInterval> pieces = new ArrayList<>();
    for (WorkingSpan span : hours.on(day)) {
      LocalDateTime end = span.endOn(day);
      LocalDateTime cut =
          closing == null || end.isBefore(day.atTime(closing)) ? end : day.atTime(closing);
      if (span.startOn(day).isBefore(cut)) {
        OpenInterval interval = new OpenInterval(first(span.startOn(day)), first(cut));
        if (!interval.length().isZero()) {
          pieces.add(interval);
        }
      }
    }
    return pieces;
  }

  /**
   * The first instant at which the wall clock shows this time or, if it is skipped, a later one.
   */
  private Instant first(LocalDateTime wall) {
    ZoneOffsetTransition change = zone.getRules().getTransition(wall);
    if (change == null) {
      return wall.toInstant(zone.getRules().getOffset(wall));
    }
    return change.isGap() ? change.getInstant() : wall.toInstant(change.getOffsetBefore());
  }
}
