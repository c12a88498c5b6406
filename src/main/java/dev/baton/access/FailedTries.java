package dev.baton.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Failed tries of each who tries: after {@code free} of them each next one has to wait, twice as
 * long each time and a minute at most. Who gets in, or keeps quiet for a quarter of an hour, starts
 * anew.
 */
final class FailedTries {
  static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration FORGOTTEN = Duration.ofMinutes(15);
  private static final int DOUBLED = 6;

  private final int free;
  private final InstantSource clock;
  private final Cache<String, Tries> tries =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(FORGOTTEN).build();

  FailedTries(int free, InstantSource clock) {
    this.free = free;
    this.clock = clock;
  }

  private record Tries(int failed, Instant until) {}

  /** How long they have to wait from now on; zero when they need not. */
  Duration rest(String who) {
    Tries known = tries.getIfPresent(who);
    if (known == null) {
      return Duration.ZERO;
    }
    Duration rest = Duration.between(clock.instant(), known.until());
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  /** Whether it was their first. */
  boolean failed(String who) {
    Instant now = clock.instant();
    Tries counted =
        tries
            .asMap()
            .compute(
                who,
                (same, known) -> {
                  int failed = known == null ? 1 : known.failed() + 1;
                  return new Tries(failed, now.plus(waitAfter(failed)));
                });
    return counted.failed() == 1;
  }

  void succeeded(String who) {
    tries.invalidate(who);
  }

  private Duration waitAfter(int failed) {
    if (failed < free) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(failed - free, DOUBLED));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
