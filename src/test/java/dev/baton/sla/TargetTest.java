package dev.baton.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shipped policies count calendar time (rule R11). */
class TargetTest {
  private static final Target A_DAY = new Target(Duration.ofHours(24), Duration.ofHours(4));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-28T20:00+01:00[Europe/Berlin]",
        "2026-10-24T20:00+02:00[Europe/Berlin]",
        "2026-04-04T20:00+11:00[Australia/Sydney]",
        "2026-10-03T20:00+10:00[Australia/Sydney]",
        "2026-11-27T17:00+01:00[Europe/Berlin]"
      })
  void a_day_is_24_hours_over_a_change_of_the_clocks_and_over_a_weekend(ZonedDateTime start) {
    Instant due = A_DAY.dueAt(start.toInstant());

    assertThat(Duration.between(start.toInstant(), due)).isEqualTo(Duration.ofHours(24));
    assertThat(A_DAY.warnAt(start.toInstant())).isEqualTo(due.minus(Duration.ofHours(4)));
  }

  @Test
  void a_policy_without_a_warning_reminds_nobody() {
    Target route = Target.of(List.of(row(5, 0, "calendar")), "route");

    assertThat(route.warnAt(Instant.EPOCH)).isNull();
    assertThat(route.dueAt(Instant.EPOCH)).isEqualTo(Instant.EPOCH.plusSeconds(300));
  }

  @Test
  void no_policy_is_an_error_and_not_a_lead_without_a_clock() {
    assertThatThrownBy(() -> Target.of(List.of(), "review")).hasMessageContaining("0 rows");
    assertThatThrownBy(
            () -> Target.of(List.of(row(5, 0, "calendar"), row(6, 0, "calendar")), "review"))
        .hasMessageContaining("2 rows");
  }

  @Test
  void a_policy_that_counts_unknown_time_is_an_error_and_not_calendar_time() {
    assertThatThrownBy(() -> Target.of(List.of(row(5, 0, "lunar")), "review"))
        .hasMessageContaining("lunar");
    assertThatThrownBy(() -> Target.of(List.of(row(5, 0, null)), "review"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_policy_without_a_number_is_an_error() {
    assertThatThrownBy(() -> Target.of(List.of(row(null, 0, "calendar")), "review"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Target.of(List.of(row(-5, 0, "calendar")), "review"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Map<String, Object> row(Integer target, Integer warning, String time) {
    Map<String, Object> row = new HashMap<>();
    row.put("targetMinutes", target);
    row.put("warningMinutes", warning);
    row.put("time", time);
    return row;
  }
}
