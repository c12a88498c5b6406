package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedTriesTest {
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private final FailedTries tries = new FailedTries(3, () -> now);

  @Test
  void each_failure_beyond_the_free_ones_doubles_the_wait_up_to_a_minute() {
    tries.failed("a");
    tries.failed("a");
    assertThat(tries.rest("a")).isZero();
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
      tries.failed("a");
      assertThat(tries.rest("a")).isEqualTo(Duration.ofSeconds(seconds));
    }
    now = now.plusSeconds(60);
    assertThat(tries.rest("a")).isZero();
    assertThat(tries.rest("b")).isZero();
  }

  @Test
  void who_gets_in_starts_anew() {
    for (int wrong = 0; wrong < 5; wrong++) {
      tries.failed("a");
    }
    tries.succeeded("a");
    tries.failed("a");

    assertThat(tries.rest("a")).isZero();
  }
}
