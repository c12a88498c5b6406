package dev.baton.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysOffTest {

  @Test
  void a_manager_reads_the_next_days_off_before_trusting_a_calendar_of_holidays() {
    DaysOff bavaria =
        DaysOff.of(
            "de-by",
            List.of(
                new ClosingDay(LocalDate.of(2026, 5, 15), null, "Bridge day"),
                new ClosingDay(LocalDate.of(2026, 4, 2), LocalTime.of(12, 0), "Early Easter")));

    assertThat(bavaria.next(LocalDate.of(2026, 4, 1), 6))
        .extracting(off -> off.day() + " " + off.note())
        .containsExactly(
            "2026-04-02 Early Easter",
            "2026-04-03 Good Friday",
            "2026-04-06 Easter Monday",
            "2026-05-01 Labour day",
            "2026-05-14 Ascension Day",
            "2026-05-15 Bridge day");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "us, 2026-07-03, Independence Day",
    "us, 2026-11-26, Thanksgiving Day",
    "gb-eng, 2026-12-28, Boxing Day",
    "au-nsw, 2026-01-26, National Day",
    "DE, 2026-10-03, German Unity Day",
    "cl, 2026-09-18, National Day"
  })
  void holidays_are_those_of_the_country_on_the_day_they_are_kept(
      String country, LocalDate day, String name) {
    assertThat(DaysOff.of(country, List.of()).on(day))
        .hasValueSatisfying(off -> assertThat(off.note()).isEqualTo(name));
  }

  @Test
  void a_new_years_day_that_is_kept_in_december_is_off_in_december() {
    DaysOff us = DaysOff.of("us", List.of());

    assertThat(us.on(LocalDate.of(2027, 12, 31))).isPresent();
    assertThat(us.next(LocalDate.of(2027, 12, 20), 3))
        .extracting(ClosingDay::day)
        .containsExactly(
            LocalDate.of(2027, 12, 24), LocalDate.of(2027, 12, 31), LocalDate.of(2028, 1, 17));
  }

  @Test
  void a_day_that_people_only_observe_is_a_working_day() {
    assertThat(DaysOff.of("us-al", List.of()).on(LocalDate.of(2026, 6, 1))).isEmpty();
  }

  @Test
  void of_a_holiday_and_a_half_day_on_one_date_the_longer_counts() {
    LocalDate christmas = LocalDate.of(2026, 12, 25);
    ClosingDay afternoon = new ClosingDay(christmas, LocalTime.of(14, 0), "Party");
    ClosingDay noon = new ClosingDay(christmas, LocalTime.NOON, "Lunch");

    assertThat(DaysOff.of("de", List.of(afternoon)).on(christmas))
        .hasValueSatisfying(off -> assertThat(off.from()).isNull());
    assertThat(DaysOff.of(null, List.of(afternoon, noon)).on(christmas)).contains(noon);
    assertThat(DaysOff.of("", List.of(noon, afternoon)).on(christmas)).contains(noon);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "germany", "de-zz", "de-", "-", "de_by"})
  void an_unknown_country_is_an_error_that_names_it_and_not_a_year_without_holidays(String code) {
    assertThatThrownBy(() -> DaysOff.of(code, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + code + "'");
  }

  @Test
  void none_is_none() {
    assertThat(DaysOff.none().on(LocalDate.of(2026, 12, 25))).isEmpty();
    assertThat(DaysOff.none().next(LocalDate.of(2026, 1, 1), 10)).isEmpty();
  }

  /** As in the executable jar, where a job's thread may see nothing of the application. */
  @Test
  void holidays_are_found_whichever_thread_asks_first() throws Exception {
    List<URL> classes = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      classes.add(Path.of(entry).toUri().toURL());
    }
    ClassLoader stranger = ClassLoader.getPlatformClassLoader();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(classes.toArray(URL[]::new), stranger)) {
      thread.setContextClassLoader(stranger);
      Class<?> daysOff = application.loadClass(DaysOff.class.getName());

      Object germany =
          daysOff.getMethod("of", String.class, List.class).invoke(null, "de", List.of());

      assertThat(
              daysOff.getMethod("on", LocalDate.class).invoke(germany, LocalDate.of(2026, 10, 3)))
          .asString()
          .contains("German Unity Day");
      assertThat(thread.getContextClassLoader()).isSameAs(stranger);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
