package dev.baton.web.call;

import dev.baton.change.backtest.rate.RateInterval;
import dev.baton.web.PageTexts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The two hours of a working day in which a call is most likely to reach somebody, with what that
 * rests on; there is none where too little is known.
 *
 * @param hour at which they begin, in the zone of who calls
 * @param hits days on which the lead was active, or calls that reached somebody, within them
 * @param cases all days on which the lead was active, or all calls within them
 * @param ofLead whether it rests on what this lead did, else on the calls of everybody
 */
record BestHour(int hour, long hits, long cases, boolean ofLead) {
  /** A lead that was active on fewer days has no habit. */
  static final int FEWEST_DAYS = 4;

  /** With fewer calls chance decides. */
  static final int FEWEST_CALLS = 30;

  private static final int FIRST = 8;
  private static final int LAST = 16;
  private static final int LENGTH = 2;

  /** A call and whether it reached somebody. */
  record Call(Instant at, boolean reached) {}

  /** When the lead is active: the hours of the most of its days, if that is half or more. */
  static Optional<BestHour> ofActs(List<Instant> acts, ZoneId zone) {
    long days = days(acts, zone, 0, 24);
    if (days < FEWEST_DAYS) {
      return Optional.empty();
    }
    return windows()
        .mapToObj(hour -> new BestHour(hour, days(acts, zone, hour, hour + LENGTH), days, true))
        .max(
            Comparator.comparingLong(BestHour::hits)
                .thenComparing(BestHour::hour, Comparator.reverseOrder()))
        .filter(best -> best.hits() * 2 >= best.cases());
  }

  /** Many acts of one visit are one. */
  private static long days(List<Instant> acts, ZoneId zone, int from, int to) {
    return acts.stream()
        .map(at -> at.atZone(zone))
        .filter(at -> at.getHour() >= from && at.getHour() < to)
        .map(ZonedDateTime::toLocalDate)
        .distinct()
        .count();
  }

  /** When calls reach people: the hours whose rate is surely the highest, by Wilson's lower end. */
  static Optional<BestHour> ofCalls(List<Call> calls, ZoneId zone) {
    return windows()
        .mapToObj(
            hour ->
                new BestHour(
                    hour, within(calls, zone, hour, true), within(calls, zone, hour, false), false))
        .filter(window -> window.cases() >= FEWEST_CALLS && window.hits() > 0)
        .max(Comparator.comparing(BestHour::surely));
  }

  /** Such as {@code Best 10:00 to 12:00: 12 of 40 calls reached somebody}. */
  public String words(PageTexts texts) {
    return texts.say(
        ofLead ? "calls.best.active" : "calls.best.reached",
        "%02d:00".formatted(hour),
        "%02d:00".formatted(hour + LENGTH),
        hits,
        cases);
  }

  private BigDecimal surely() {
    return RateInterval.of(hits, cases).low();
  }

  private static IntStream windows() {
    return IntStream.rangeClosed(FIRST, LAST);
  }

  private static long within(List<Call> calls, ZoneId zone, int hour, boolean reached) {
    Predicate<Call> counts = reached ? Call::reached : call -> true;
    return count(calls.stream().filter(counts).map(Call::at).toList(), zone, hour);
  }

  private static long count(List<Instant> instants, ZoneId zone, int hour) {
    return instants.stream()
        .mapToInt(at -> at.atZone(zone).getHour())
        .filter(at -> at >= hour && at < hour + LENGTH)
        .count();
  }
}
