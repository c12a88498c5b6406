package dev.baton.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.PageTexts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The hours in which a call is likely to reach somebody, and when nobody can tell. */
class BestHourTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** In January Berlin is an hour ahead of UTC. */
  private static Instant at(int day, int berlinHour) {
    return Instant.parse("2026-01-%02dT%02d:20:00Z".formatted(day, berlinHour - 1));
  }

  private static List<BestHour.Call> calls(int berlinHour, int n, int reached) {
    return IntStream.range(0, n)
        .mapToObj(i -> new BestHour.Call(at(1 + i % 28, berlinHour), i < reached))
        .toList();
  }

  @Test
  void a_lead_that_acts_in_the_same_hours_is_called_then() {
    List<Instant> acts = List.of(at(1, 14), at(1, 14), at(2, 15), at(3, 14), at(4, 9), at(5, 20));

    assertThat(BestHour.ofActs(acts, BERLIN))
        .hasValueSatisfying(
            best ->
                assertThat(best.words(PageTexts.ENGLISH))
                    .isEqualTo("Best 14:00 to 16:00: active then on 3 of 5 days"));
  }

  @Test
  void three_days_or_acts_all_over_the_day_are_no_habit() {
    assertThat(BestHour.ofActs(List.of(at(1, 14), at(1, 15), at(2, 14), at(3, 14)), BERLIN))
        .isEmpty();
    assertThat(
            BestHour.ofActs(List.of(at(1, 7), at(2, 9), at(3, 12), at(4, 15), at(5, 21)), BERLIN))
        .isEmpty();
  }

  @Test
  void of_hours_with_enough_calls_the_one_that_is_surely_better_counts() {
    List<BestHour.Call> calls = new ArrayList<>(calls(10, 200, 80));
    calls.addAll(calls(15, 30, 13));

    assertThat(BestHour.ofCalls(calls, BERLIN))
        .hasValueSatisfying(
            best -> {
              assertThat(best.hour()).isBetween(9, 10);
              assertThat(best.words(PageTexts.ENGLISH))
                  .endsWith("80 of 200 calls then reached somebody");
            });
  }

  @Test
  void twenty_nine_calls_say_nothing() {
    assertThat(BestHour.ofCalls(calls(10, 29, 29), BERLIN)).isEmpty();
    assertThat(BestHour.ofCalls(calls(10, 60, 0), BERLIN)).isEmpty();
  }
}
