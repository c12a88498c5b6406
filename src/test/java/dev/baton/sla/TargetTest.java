package dev.baton.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shipped policies count calendar time (rule R11). */
class TargetTest {
  private static final BusinessCalendar DACH =
      new BusinessCalendar(
          "dach",
          ZoneId.of("Europe/Berlin"),
          WorkingHours.of(Map.of("fri", List.of("09:00-18:00"), "mon", List.of("09:00-18:00"))),
          DaysOff.none());
  private static final Function<String, Optional<BusinessCalendar>> KEPT =
      name -> Optional.of(DACH).filter(calendar -> calendar.name().equals(name));
  private static final SlaTarget A_DAY = new SlaTarget(Duration.ofHours(24), Duration.ofHours(4));

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
    SlaTarget route = SlaTarget.of(List.of(row(5, 0, "calendar")), "route", KEPT);

    assertThat(route.warnAt(Instant.EPOCH)).isNull();
    assertThat(route.dueAt(Instant.EPOCH)).isEqualTo(Instant.EPOCH.plusSeconds(300));
  }

  @Test
  void no_policy_is_an_error_and_not_a_lead_without_a_clock() {
    assertThatThrownBy(() -> SlaTarget.of(List.of(), "review", KEPT))
        .hasMessageContaining("0 rows");
    assertThatThrownBy(
            () ->
                SlaTarget.of(List.of(row(5, 0, "calendar"), row(6, 0, "calendar")), "review", KEPT))
        .hasMessageContaining("2 rows");
  }

  @Test
  void a_policy_that_counts_unknown_time_is_an_error_and_not_calendar_time() {
    assertThatThrownBy(() -> SlaTarget.of(List.of(row(5, 0, "lunar")), "review", KEPT))
        .hasMessageContaining("lunar");
    assertThatThrownBy(() -> SlaTarget.of(List.of(row(5, 0, null)), "review", KEPT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_policy_without_a_number_is_an_error() {
    assertThatThrownBy(() -> SlaTarget.of(List.of(row(null, 0, "calendar")), "review", KEPT))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> SlaTarget.of(List.of(row(-5, 0, "calendar")), "review", KEPT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_policy_that_promises_no_time_at_all_is_an_error() {
    assertThatThrownBy(() -> SlaTarget.of(List.of(row(0, 0, "calendar")), "review", KEPT))
        .hasMessage("sla-policy says '0' minutes for review");
  }

  @Test
  void business_time_that_ends_after_the_weekend_is_reminded_of_in_business_time_too() {
    Map<String, Object> row = row(4 * 60, 3 * 60, "business");
    row.put("calendar", "dach");
    Instant friday = Instant.parse("2026-03-06T15:55:00Z");

    SlaTarget target = SlaTarget.of(List.of(row), "review", KEPT);

    assertThat(target.dueAt(friday)).isEqualTo("2026-03-09T10:55:00Z");
    assertThat(target.warnAt(friday)).isEqualTo("2026-03-06T16:55:00Z");
  }

  @Test
  void a_calendar_that_nobody_keeps_is_an_error_and_not_round_the_clock() {
    Map<String, Object> row = row(60, 0, "business");
    row.put("calendar", "atlantis");

    assertThatThrownBy(() -> SlaTarget.of(List.of(row), "review", KEPT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sla-policy names the calendar 'atlantis' for review, which nobody keeps");
    row.put("calendar", null);
    assertThatThrownBy(() -> SlaTarget.of(List.of(row), "review", KEPT))
        .hasMessage("sla-policy counts business time for review and names no calendar");
  }

  private static Map<String, Object> row(Integer target, Integer warning, String time) {
    Map<String, Object> row = new HashMap<>();
    row.put("targetMinutes", target);
    row.put("warningMinutes", warning);
    row.put("time", time);
    return row;
  }
}
