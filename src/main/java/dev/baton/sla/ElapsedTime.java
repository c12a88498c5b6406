package dev.baton.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of a clock went, in parts that sum exactly to the whole.
 *
 * @param system from the fact until our own step started the clock
 * @param queue from then on, while nobody owned the question
 * @param business the owner's open time
 * @param paused while the owner had it paused, in whatever hours
 * @param afterHours the rest of the owner's time: evenings, weekends, days off
 */
public record ElapsedTime(
    Duration system, Duration queue, Duration business, Duration paused, Duration afterHours) {

  /**
   * A time in which the clock stood still.
   *
   * @param to null: until the end
   */
  public record Pause(Instant from, @Nullable Instant to) {}

  /**
   * Cuts the time of one clock into parts. Instants out of their order are moved to the nearest
   * place within the whole; an end before the start makes no time at all.
   *
   * @param startedAt the instant of the fact from which the clock counts
   * @param recordedAt when our step started it
   * @param ownedAt when somebody took it; null: nobody yet
   * @param end the answer, or now
   * @param owner when the owner works; null: round the clock
   */
  public static ElapsedTime of(
      Instant startedAt,
      Instant recordedAt,
      @Nullable Instant ownedAt,
      Instant end,
      List<Pause> pauses,
      @Nullable BusinessCalendar owner) {
    Instant until = end.isBefore(startedAt) ? startedAt : end;
    Instant recorded = within(startedAt, recordedAt, until);
    Instant owned = within(recorded, ownedAt == null ? until : ownedAt, until);
    Duration business = Duration.ZERO;
    Duration paused = Duration.ZERO;
    Instant seen = owned;
    for (Pause pause : pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
      Instant from = within(seen, pause.from(), until);
      Instant to = within(from, pause.to() == null ? until : pause.to(), until);
      business = business.plus(open(owner, seen, from));
      paused = paused.plus(Duration.between(from, to));
      seen = to;
    }
    business = business.plus(open(owner, seen, until));
    return new ElapsedTime(
        Duration.between(startedAt, recorded),
        Duration.between(recorded, owned),
        business,
        paused,
        Duration.between(owned, until).minus(business).minus(paused));
  }

  public Duration whole() {
    return system.plus(queue).plus(business).plus(paused).plus(afterHours);
  }

  /** The same parts in whole seconds; they sum to the whole seconds of the whole. */
  public ElapsedTime inSeconds() {
    Duration beforeBusiness = system.plus(queue);
    Duration beforePaused = beforeBusiness.plus(business);
    Duration beforeAfterHours = beforePaused.plus(paused);
    return new ElapsedTime(
        seconds(Duration.ZERO, system),
        seconds(system, beforeBusiness),
        seconds(beforeBusiness, beforePaused),
        seconds(beforePaused, beforeAfterHours),
        seconds(beforeAfterHours, whole()));
  }

  private static Duration seconds(Duration from, Duration to) {
    return Duration.ofSeconds(to.toSeconds() - from.toSeconds());
  }

  private static Duration open(@Nullable BusinessCalendar owner, Instant from, Instant to) {
    return owner == null ? Duration.between(from, to) : owner.between(from, to);
  }

  private static Instant within(Instant first, Instant at, Instant last) {
    if (at.isBefore(first)) {
      return first;
    }
    return at.isAfter(last) ? last : at;
  }
}
