package dev.baton.demo;

import dev.baton.handoff.record.Handoff;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Random;

/** How long the reps of the story take; they differ, so that the figures tell something. */
final class SimulatedResponseTimes {
  private static final LocalTime OPEN = LocalTime.of(8, 30);
  private static final LocalTime CLOSE = LocalTime.of(18, 0);
  private static final Map<String, Double> FACTORS =
      Map.of("rita", 0.8, "ben", 1.0, "ines", 0.9, "luca", 1.3, "nora", 0.6, "piet", 3.0);
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final Random random;

  SimulatedResponseTimes(Random random) {
    this.random = random;
  }

  /** When the answer comes to a question that is asked now; the fourth is the deal's outcome. */
  Instant answerTo(int question, Handoff handoff, Instant now) {
    double minutes =
        switch (question) {
          case 0 -> handoff.origin().handRaise() ? between(15, 150) : between(60, 600);
          case 1 -> between(18, 80) * 60;
          case 2 -> between(1, 16) * 60;
          case 3 -> between(2, 9) * 24 * 60;
          default -> between(11, 30) * 24 * 60;
        };
    boolean forgets = random.nextInt(12) == 0;
    double factor =
        question == 4 ? 1 : FACTORS.getOrDefault(handoff.owner(), 1.0) * (forgets ? 4 : 1);
    return inOfficeHours(now.plus(Duration.ofSeconds(Math.round(minutes * factor * 60))));
  }

  /** When somebody who is at their desk takes up a fresh lead, whatever day it is. */
  Instant soon(Instant now) {
    return now.plus(Duration.ofMinutes(Math.round(between(10, 60))));
  }

  /** The beginning of the next working day. */
  Instant nextDay(Instant at) {
    ZonedDateTime local = at.atZone(ZONE).plusDays(1).with(OPEN);
    while (isWeekend(local)) {
      local = local.plusDays(1);
    }
    return local.toInstant();
  }

  Instant inOfficeHours(Instant at) {
    ZonedDateTime local = at.atZone(ZONE);
    if (local.toLocalTime().isAfter(CLOSE)) {
      local = nextMorning(local);
    } else if (local.toLocalTime().isBefore(OPEN)) {
      local = morning(local);
    }
    while (isWeekend(local)) {
      local = nextMorning(local);
    }
    return local.toInstant();
  }

  private ZonedDateTime nextMorning(ZonedDateTime local) {
    return morning(local.plusDays(1));
  }

  private ZonedDateTime morning(ZonedDateTime local) {
    return local.with(OPEN).plusMinutes((long) between(0, 90));
  }

  private static boolean isWeekend(ZonedDateTime at) {
    return at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private double between(int least, int most) {
    return least + random.nextDouble() * (most - least);
  }
}
