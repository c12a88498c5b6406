package dev.baton.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

  @Test
  void hours_are_written_back_as_they_were_read_in_the_order_of_the_week() {
    Map<String, List<String>> text =
        Map.of(
            "sun", List.of("00:00-24:00"),
            "mon", List.of("09:00-12:30", "13:30-18:00"),
            "tue", List.of());

    Map<String, List<String>> back = WorkingHours.of(text).asText();

    assertThat(back)
        .containsExactly(
            Map.entry("mon", List.of("09:00-12:30", "13:30-18:00")),
            Map.entry("sun", List.of("00:00-24:00")));
    assertThat(WorkingHours.of(back)).isEqualTo(WorkingHours.of(text));
  }

  @Test
  void spans_may_come_in_any_order_and_touch() {
    assertThat(WorkingHours.of(Map.of("MON", List.of("13:00-18:00", " 09:00 - 13:00 "))).asText())
        .containsExactly(Map.entry("mon", List.of("09:00-13:00", "13:00-18:00")));
  }

  @Test
  void a_day_may_last_until_midnight_and_no_longer() {
    assertThat(WorkingHours.of(Map.of("mon", List.of("22:00-24:00"))).week().get(DayOfWeek.MONDAY))
        .containsExactly(new WorkingSpan(LocalTime.of(22, 0), LocalTime.MIDNIGHT));
    assertThat(WorkingHours.ALWAYS.asText())
        .hasSize(7)
        .containsEntry("sun", List.of("00:00-24:00"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "mon | 09:00-09:00 | ends before it starts",
        "mon | 22:00-06:00 | hours over midnight are two spans, until 24:00 and from 00:00 on the next day",
        "mon | 09:00-00:00 | '09:00-00:00' on mon is no span of hours",
        "mon | 9-5 | '9-5' on mon is no span of hours; write 09:00-17:30",
        "mon | 09:00 | is no span of hours",
        "mon | 09:00-25:00 | is no span of hours",
        "mon | 24:00-24:00 | is no span of hours",
        "mon | 09:00-12:00-18:00 | is no span of hours",
        "montag | 09:00-12:00 | 'montag' is not a day; write mon, tue, wed, thu, fri, sat or sun"
      })
  void hours_that_cannot_be_are_refused_in_a_sentence(String day, String span, String sentence) {
    assertThatThrownBy(() -> WorkingHours.of(Map.of(day, List.of(span))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({"09:00-12:00, 11:00-13:00", "09:00-24:00, 22:00-23:00", "09:00-12:00, 09:00-12:00"})
  void spans_that_overlap_are_refused_and_not_counted_twice(String one, String other) {
    assertThatThrownBy(() -> WorkingHours.of(Map.of("mon", List.of(other, one))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("On mon, ")
        .hasMessageContaining("overlap");
  }

  @Test
  void hours_are_whole_minutes_so_that_their_text_loses_nothing() {
    assertThatThrownBy(() -> new WorkingSpan(LocalTime.of(9, 0, 30), LocalTime.of(12, 0)))
        .hasMessageContaining("whole minutes");
    assertThatThrownBy(() -> new WorkingSpan(LocalTime.of(9, 0, 0, 1), LocalTime.of(12, 0)))
        .hasMessageContaining("whole minutes");
  }
}
