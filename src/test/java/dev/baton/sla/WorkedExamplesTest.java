package dev.baton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.sla.ElapsedTime.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/clocks.md} tells is what the code does. */
class WorkedExamplesTest {
  private static final Path PAGE = Path.of("docs/clocks.md");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "\\| (.+) \\| (\\d{4}-.{5} .{5}) \\| (\\d+) h (calendar|business) \\| (\\d{4}-.{5} .{5}) \\|");

  private static final List<String> NINE_TO_SIX = List.of("09:00-18:00");
  private static final BusinessCalendar DACH =
      new BusinessCalendar(
          "dach",
          ZoneId.of("Europe/Berlin"),
          WorkingHours.of(
              Map.of(
                  "mon", NINE_TO_SIX,
                  "tue", NINE_TO_SIX,
                  "wed", NINE_TO_SIX,
                  "thu", NINE_TO_SIX,
                  "fri", NINE_TO_SIX)),
          DaysOff.of(
              "de",
              List.of(new ClosingDay(LocalDate.of(2026, 12, 24), LocalTime.NOON, "Half day"))));

  record Example(String rule, Instant fact, SlaTarget target, Instant due) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Example> examples() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .map(EXAMPLE::matcher)
        .filter(Matcher::matches)
        .map(
            row ->
                new Example(
                    row.group(1),
                    at(row.group(2)),
                    hours(Integer.parseInt(row.group(3)), row.group(4)),
                    at(row.group(5))));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_of_the_page_comes_out_as_told(Example example) {
    assertThat(example.target().dueAt(example.fact())).isEqualTo(example.due());
  }

  @Test
  void the_page_has_an_example_for_each_rule() throws IOException {
    assertThat(examples()).hasSize(10);
  }

  @Test
  void a_reminder_of_the_page_comes_on_friday() {
    SlaTarget target = new SlaTarget(Duration.ofHours(1), Duration.ofHours(4), DACH);

    assertThat(target.dueAt(at("2026-03-07 12:00"))).isEqualTo(at("2026-03-09 10:00"));
    assertThat(target.warnAt(at("2026-03-07 12:00"))).isEqualTo(at("2026-03-06 15:00"));
  }

  @Test
  void a_night_shift_has_seven_hours_or_nine() {
    List<String> nights = List.of("00:00-06:00", "22:00-24:00");
    BusinessCalendar shift =
        new BusinessCalendar(
            "nights",
            ZoneId.of("Europe/Berlin"),
            WorkingHours.of(Map.of("sat", nights, "sun", nights)),
            DaysOff.none());

    assertThat(shift.between(at("2026-03-28 22:00"), at("2026-03-29 06:00"))).hasHours(7);
    assertThat(shift.between(at("2026-10-24 22:00"), at("2026-10-25 06:00"))).hasHours(9);
    assertThat(DACH.between(at("2026-03-30 09:00"), at("2026-03-30 18:00"))).hasHours(9);
  }

  @Test
  void the_time_of_the_pages_lead_went_where_it_says() {
    ElapsedTime elapsedTime =
        ElapsedTime.of(
            at("2026-03-06 16:00"),
            at("2026-03-06 16:10"),
            at("2026-03-06 16:15"),
            at("2026-03-09 11:00"),
            List.of(new Pause(at("2026-03-06 17:00"), at("2026-03-06 19:00"))),
            DACH);

    assertThat(elapsedTime)
        .isEqualTo(
            new ElapsedTime(
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                Duration.ofMinutes(45 + 120),
                Duration.ofHours(2),
                Duration.ofHours(62)));
    assertThat(elapsedTime.whole()).hasHours(67);
  }

  private static SlaTarget hours(int hours, String time) {
    return new SlaTarget(
        Duration.ofHours(hours), Duration.ZERO, time.equals("business") ? DACH : null);
  }

  private static Instant at(String wall) {
    return LocalDateTime.parse(wall.replace(' ', 'T'))
        .atZone(ZoneId.of("Europe/Berlin"))
        .toInstant();
  }
}
