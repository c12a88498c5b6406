package dev.baton.handoff.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FileDecisions;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.DaysOff;
import dev.baton.sla.WorkingHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When and how a lead is tried again, on the working time of who tries. */
class RetryPlanTest {
  private static final List<String> OFFICE = List.of("09:00-17:00");
  private static final BusinessCalendar SHIFT =
      new BusinessCalendar(
          "ben",
          ZoneId.of("Europe/Berlin"),
          WorkingHours.of(
              Map.of("mon", OFFICE, "tue", OFFICE, "wed", OFFICE, "thu", OFFICE, "fri", OFFICE)),
          DaysOff.none());

  private final RetryPlan plan = new RetryPlan(FileDecisions.shipped());

  private String next(int attempt, String outcome, String made, @Nullable Integer hour) {
    RetryPlan.Retry retry = plan.after(attempt, outcome, Instant.parse(made), SHIFT, hour);
    return retry.next() + " " + retry.at();
  }

  /** 2 March 2026 is a Monday; Berlin is an hour ahead of UTC, from 29 March two. */
  @ParameterizedTest
  @CsvSource({
    "1, no_answer, 2026-03-02T09:10:30Z, call 2026-03-02T11:10:00Z",
    "2, no_answer, 2026-03-02T09:10:30Z, call 2026-03-03T08:00:00Z",
    "3, no_answer, 2026-03-02T09:10:30Z, call 2026-03-05T08:00:00Z",
    "4, no_answer, 2026-03-02T09:10:30Z, email 2026-03-03T08:00:00Z",
    "5, no_answer, 2026-03-02T09:10:30Z, give-up 2026-03-09T08:00:00Z",
    "1, connected, 2026-03-02T09:10:30Z, none null",
    "1, left_message, 2026-03-02T09:10:30Z, call 2026-03-03T08:00:00Z"
  })
  void the_table_says_when_and_over_which_channel(
      int attempt, String outcome, String made, String expected) {
    assertThat(next(attempt, outcome, made, null)).isEqualTo(expected);
  }

  @Test
  void two_hours_that_end_after_work_end_when_work_begins_again() {
    assertThat(next(1, "no_answer", "2026-03-06T15:30:00Z", null))
        .isEqualTo("call 2026-03-09T08:00:00Z");
  }

  @Test
  void the_third_day_is_the_third_on_which_they_work_also_where_the_clocks_change() {
    assertThat(next(3, "no_answer", "2026-03-26T10:00:00Z", null))
        .isEqualTo("call 2026-03-31T07:00:00Z");
  }

  @Test
  void the_best_hour_of_a_lead_is_the_hour_of_its_next_day() {
    assertThat(next(2, "no_answer", "2026-03-02T09:00:00Z", 14))
        .isEqualTo("call 2026-03-03T13:00:00Z");
  }

  @Test
  void while_the_table_fails_they_are_called_the_next_working_day() {
    RetryPlan broken =
        new RetryPlan(
            FileDecisions.shippedBut(
                Map.of(
                    "retry-plan",
                    FileDecisions.xml("retry-plan")
                        .replace("<text>attempt</text>", "<text>attempt +</text>"))));

    RetryPlan.Retry retry =
        broken.after(1, "no_answer", Instant.parse("2026-03-06T10:00:00Z"), SHIFT, null);

    assertThat(retry.at()).isEqualTo("2026-03-09T08:00:00Z");
  }
}
