package dev.baton.know.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AttributionModelTest {
  private static final Instant GOAL = Instant.parse("2026-11-20T12:00:00Z");

  private static List<Touchpoint> touches(List<Integer> hoursBefore) {
    return hoursBefore.stream()
        .sorted((one, other) -> other - one)
        .map(
            hours ->
                new Touchpoint("form_submitted", "web", null, GOAL.minus(Duration.ofHours(hours))))
        .toList();
  }

  @Property
  void credits_of_a_goal_sum_to_exactly_one_and_none_is_negative(
      @ForAll AttributionModel model,
      @ForAll @Size(min = 1, max = 400) List<@IntRange(min = 0, max = 40_000) Integer> hours) {
    List<Integer> credits = model.split(touches(hours), GOAL);
    assertThat(credits).hasSameSizeAs(hours).allMatch(credit -> credit >= 0);
    assertThat(credits.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000_000);
  }

  @Property
  void time_decay_gives_a_later_touch_no_less_but_for_rounding(
      @ForAll @Size(min = 2, max = 50) List<@IntRange(min = 0, max = 2_000) Integer> hours) {
    List<Integer> credits = AttributionModel.TIME_DECAY.split(touches(hours), GOAL);
    assertThat(IntStream.range(1, credits.size()))
        .allMatch(i -> credits.get(i) >= credits.get(i - 1) - 1);
  }

  @Test
  void first_last_linear_and_position_give_what_they_say() {
    List<Touchpoint> four = touches(List.of(80, 60, 40, 20));
    assertThat(AttributionModel.FIRST.split(four, GOAL)).containsExactly(1_000_000, 0, 0, 0);
    assertThat(AttributionModel.LAST.split(four, GOAL)).containsExactly(0, 0, 0, 1_000_000);
    assertThat(AttributionModel.LINEAR.split(touches(List.of(9, 8, 7)), GOAL))
        .containsExactly(333_334, 333_333, 333_333);
    assertThat(AttributionModel.POSITION.split(four, GOAL))
        .containsExactly(400_000, 100_000, 100_000, 400_000);
    assertThat(AttributionModel.POSITION.split(touches(List.of(9, 8)), GOAL))
        .containsExactly(500_000, 500_000);
  }

  @Test
  void a_touch_a_week_earlier_has_half_the_credit() {
    assertThat(AttributionModel.TIME_DECAY.split(touches(List.of(7 * 24 + 5, 5)), GOAL))
        .containsExactly(333_333, 666_667);
  }
}
