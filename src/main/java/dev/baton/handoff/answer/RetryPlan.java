package dev.baton.handoff.answer;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import dev.baton.sla.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plan of when and how a lead is tried again: the table {@code retry-plan}, on the working time of
 * who tries. While the table fails a lead is called again on the next working day.
 */
@Component
public class RetryPlan {
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  /** Nobody plans further ahead; who never works is called on a day like any other. */
  private static final int MOST_DAYS = 60;

  private final Decisions decisions;

  RetryPlan(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * What comes after an attempt.
   *
   * @param next {@code call}, {@code email} or {@code message}, {@code none} where there is nothing
   *     to retry, {@code give-up} where it isn't worth another attempt
   * @param at by when, or null
   * @param advice in words
   */
  public record Retry(String next, @Nullable Instant at, String advice) {
    public boolean isGivenUp() {
      return next.equals("give-up");
    }
  }

  /**
   * What comes after an attempt that was made at an instant.
   *
   * @param attempt which it was since they last spoke, from 1
   * @param bestHour of the day, in the zone of who tries; null: nine in the morning
   */
  public Retry after(
      int attempt,
      @Nullable String outcome,
      Instant made,
      BusinessCalendar shift,
      @Nullable Integer bestHour) {
    Map<String, @Nullable Object> inputs = new HashMap<>();
    inputs.put("attempt", attempt);
    inputs.put("outcome", outcome);
    LocalTime hour = bestHour == null ? MORNING : LocalTime.of(bestHour, 0);
    try {
      DecisionRow row = decisions.row("retry-plan", inputs);
      Optional<Instant> soon =
          row.optionalNumber("hours").map(hours -> hoursAfter(made, hours, shift));
      Optional<Instant> later =
          row.optionalNumber("days").map(days -> day(made, days, shift, hour));
      return new Retry(
          row.text("next"),
          soon.or(() -> later).orElse(null),
          row.optionalText("advice").orElse(""));
    } catch (DecisionFailure failure) {
      return new Retry("call", day(made, 1, shift, hour), "Call again the next working day.");
    }
  }

  private static Instant hoursAfter(Instant made, int hours, BusinessCalendar shift) {
    Instant at = made.plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MINUTES);
    return shift.isOpen(at) ? at : shift.nextOpening(at);
  }

  /** The n-th day after it on which they work, at that hour or when they begin. */
  private static Instant day(Instant made, int days, BusinessCalendar shift, LocalTime hour) {
    LocalDate day = made.atZone(shift.zone()).toLocalDate();
    int worked = 0;
    for (int ahead = 0; worked < days && ahead < MOST_DAYS; ahead++) {
      day = day.plusDays(1);
      worked += works(shift, day) ? 1 : 0;
    }
    Instant at = day.atTime(hour).atZone(shift.zone()).toInstant();
    return shift.isOpen(at) || worked < days ? at : shift.nextOpening(at);
  }

  private static boolean works(BusinessCalendar shift, LocalDate day) {
    Instant begin = day.atStartOfDay(shift.zone()).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(shift.zone()).toInstant();
    return !shift.between(begin, end).isZero();
  }
}
