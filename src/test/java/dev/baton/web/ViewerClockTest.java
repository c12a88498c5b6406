package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ViewerClockTest {
  private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");
  private final ViewerClock lisbon = new ViewerClock(ZoneId.of("Europe/Lisbon"), NOW);
  private final ViewerClock helsinki = new ViewerClock(ZoneId.of("Europe/Helsinki"), NOW);

  @Test
  void one_instant_is_today_for_one_reader_and_yesterday_for_another() {
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    assertThat(lisbon.wall(noon)).isEqualTo("today, 12:00");
    assertThat(helsinki.wall(noon)).isEqualTo("yesterday, 14:00");
  }

  @Test
  void another_year_is_said() {
    assertThat(lisbon.wall(Instant.parse("2025-11-20T12:00:00Z")))
        .isEqualTo("Thu 20 Nov 2025, 12:00");
    assertThat(lisbon.wall(Instant.parse("2026-11-25T12:00:00Z"))).isEqualTo("Wed 25 Nov, 12:00");
  }

  @Test
  void the_reader_is_greeted_by_their_own_clock() {
    assertThat(lisbon.part()).isEqualTo("evening");
    assertThat(new ViewerClock(ZoneId.of("Asia/Tokyo"), NOW).part()).isEqualTo("morning");
    assertThat(helsinki.place()).isEqualTo("Helsinki time");
  }
}
