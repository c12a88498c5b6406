package dev.baton.web.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.DisplayNames;
import dev.baton.web.ViewerClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadPageDayTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final List<TimelineEntry> TIMELINE =
      List.of(
          at(50, "alert", "Told Rita by Slack"),
          at(40, "alert", "Told Rita by e-mail"),
          at(30, "signal", "Asked for a demo"),
          at(20, "alert", "Told Mona by e-mail"));

  private static TimelineEntry at(int second, String what, String detail) {
    return new TimelineEntry(NOON.plusSeconds(second), what, null, detail);
  }

  private static List<LeadPage.Day> days(LeadPage.Day.Part part) {
    return LeadPage.Day.of(
        TIMELINE, part, new ViewerClock(ZoneOffset.UTC, NOON), new DisplayNames(Map.of()));
  }

  @Test
  void messages_that_went_out_together_are_one_line() {
    LeadPage.Day day = days(LeadPage.Day.Part.ALL).get(0);
    assertThat(day.entries()).isEqualTo(4);
    assertThat(day.lines()).extracting(line -> line.messages().size()).containsExactly(2, 0, 0);
    assertThat(day.lines().get(2).entry().detail()).isEqualTo("Told Mona by e-mail");
  }

  @Test
  void who_asks_for_the_messages_reads_each() {
    assertThat(days(LeadPage.Day.Part.MESSAGES).get(0).lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line.messages()).isEmpty());
  }

  @Test
  void a_part_shows_nothing_else_and_a_word_that_is_none_shows_everything() {
    assertThat(days(LeadPage.Day.Part.of("acts")).get(0).lines())
        .extracting(line -> line.entry().detail())
        .containsExactly("Asked for a demo");
    assertThat(days(LeadPage.Day.Part.of("contacts"))).isEmpty();
    assertThat(LeadPage.Day.Part.of("colours")).isEqualTo(LeadPage.Day.Part.ALL);
  }
}
