package dev.baton.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin | 2026-11-24T16:05:00Z | 2026-11-24T12:25:00Z | Tue 24 Nov, 17:05 Berlin time, in 3 h 40 min",
        "America/New_York | 2026-11-24T16:05:00Z | 2026-11-24T15:05:00Z | Tue 24 Nov, 11:05 New York time, in 1 h",
        "UTC | 2026-11-24T16:05:00Z | 2026-11-24T15:20:30Z | Tue 24 Nov, 16:05 (UTC), in 44 min",
        "Etc/GMT+5 | 2026-11-24T16:05:00Z | 2026-11-24T16:04:30Z | Tue 24 Nov, 11:05 (Etc/GMT+5), in less than a minute",
        "Europe/Berlin | 2026-11-27T16:05:00Z | 2026-11-24T13:05:00Z | Fri 27 Nov, 17:05 Berlin time, in 3 days 3 h",
        "Europe/Berlin | 2026-11-24T16:05:00Z | 2026-11-24T18:15:00Z | Tue 24 Nov, 17:05 Berlin time, overdue for 2 h 10 min",
        // summer time ended in between: 24 h later the wall clock says an hour less
        "Europe/Berlin | 2026-10-25T14:00:00Z | 2026-10-24T14:00:00Z | Sun 25 Oct, 15:00 Berlin time, in 24 h",
      })
  void an_instant_is_said_on_the_readers_wall_clock_with_what_is_left(
      String zone, Instant due, Instant now, String said) {
    assertThat(DueText.of(due, now, ZoneId.of(zone)).said()).isEqualTo(said);
  }
}
