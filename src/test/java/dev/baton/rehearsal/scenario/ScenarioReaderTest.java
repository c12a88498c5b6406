package dev.baton.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario is a table of three columns that people write in a spreadsheet. */
class ScenarioReaderTest {
  private static final String SIGNAL = "when,what,value\n+0h,signal,demo_requested\n";

  private static List<String> errors(String csv) {
    try {
      ScenarioReader.read("s", csv);
      return List.of();
    } catch (InvalidInput e) {
      return e.errors().stream().map(FieldError::field).toList();
    }
  }

  @Test
  void it_says_who_the_lead_is_what_happens_and_what_is_expected() {
    Scenario read =
        ScenarioReader.read(
            "s",
            """
            when,what,value
            ,given,jobTitle=VP Sales
            ,given,companySize=120
            ,given,externalId=007
            +1d4h,reject,"low_intent; note=Only looking, so far"
            +0h,signal,content_downloaded; asset=roi_calculator; channel=outbound
            +2d,expect stage,RECYCLED
            """);

    assertThat(read.lead())
        .containsEntry("jobTitle", "VP Sales")
        .containsEntry("companySize", 120)
        .containsEntry("externalId", "007");
    assertThat(read.steps())
        .containsExactly(
            new ScenarioStep(
                6,
                Duration.ZERO,
                StepKind.SIGNAL,
                Map.of(
                    "type", "content_downloaded",
                    "asset", "roi_calculator",
                    "channel", "outbound")),
            new ScenarioStep(
                5,
                Duration.ofHours(28),
                StepKind.REJECT,
                Map.of("reason", "low_intent", "note", "Only looking, so far")),
            new ScenarioStep(
                7, Duration.ofDays(2), StepKind.EXPECT_STAGE, Map.of("expected", "RECYCLED")));
  }

  @Test
  void a_spreadsheet_may_part_its_cells_by_semicolons_and_begin_with_a_mark() {
    Scenario read =
        ScenarioReader.read(
            "s",
            "\uFEFFwhen;what;value\r\n;start;2026-05-04T08:00:00Z\r\n+0h;signal;\"page_view\"\r\n");

    assertThat(read.start()).isEqualTo(Instant.parse("2026-05-04T08:00:00Z"));
    assertThat(read.steps())
        .singleElement()
        .extracting(ScenarioStep::what)
        .isEqualTo(StepKind.SIGNAL);
  }

  @ParameterizedTest
  @CsvSource({"+2d,P2D", "4h,PT4H", "+30m,PT30M", "+1d4h,PT28H", "+1d 4h,PT28H"})
  void a_time_is_written_as_people_write_it(String text, Duration span) {
    assertThat(ScenarioTime.span(text)).isEqualTo(span);
    assertThat(ScenarioTime.span(ScenarioTime.words(span))).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tomorrow,accept,",
        "+,accept,",
        "+1h,dance,",
        "+1h,signal,",
        "+1h,expect due,soon",
        "+1h,expect due,",
        "+1h,accept,yes",
        ",given,jobTitle",
        ",start,yesterday",
        "+1h,accept",
        "+1h,reject,low_intent; note=\u0000"
      })
  void a_line_that_says_nothing_is_told_by_its_number(String line) {
    assertThat(errors(SIGNAL + line + "\n")).containsExactly("line 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "what,when\n",
        "when,what,value\n",
        "when,what,value\n+0h,expect stage,LEAD\n",
        "when,what,value\n\"+0h,signal\n"
      })
  void a_table_that_is_no_scenario_is_told_as_a_whole(String csv) {
    assertThat(errors(csv)).contains("file");
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    assertThatThrownBy(() -> ScenarioReader.read("s", SIGNAL + "+1x,accept,\n+1h,dance,\n"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("'+1x' is not a time such as +2d")
        .hasMessageContaining("'dance' is not one of given, start, signal, claim");
  }
}
