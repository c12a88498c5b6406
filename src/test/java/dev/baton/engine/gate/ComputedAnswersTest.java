package dev.baton.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FileDecisions;
import dev.baton.engine.GatedTables;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell computes is asked for the values that it compares, and says what there is. */
class ComputedAnswersTest {
  @RegisterExtension static final GatedTables TABLES = new GatedTables();

  @ParameterizedTest(name = "{0} {2} = {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sla-policy | qualification | targetMinutes | if territory = \"dach\" then -5 else 5 | says -5, which is less than | territory = \"dach\"",
        "sla-policy | qualification | targetMinutes | if segment = \"mid\" then 0 else 5000 | says 0, which is less than 1, in the column 'targetMinutes' | segment = \"mid\"",
        "sla-policy | review-inbound | targetMinutes | if segment = \"mid\" then null else 5000 | says nothing in the column 'targetMinutes' | segment = \"mid\"",
        "sla-policy | review-inbound | targetMinutes | if segment=\"mid\" then 1.5 else 5000 | 1.5 | segment = \"mid\"",
        "sla-policy | review-inbound | targetMinutes | if \"mid\" = segment then -5 else 5000 | says -5 | segment = \"mid\"",
        "sla-policy | review-inbound | warningMinutes | if list contains([\"mid\"], segment) then 5000 else 5 | says 5000, more than the 1440 in 'targetMinutes' | segment = \"mid\"",
        "escalation-ladder | every-clock | remindMinutes | if clock = \"review\" then -120 else 120 | says -120 | clock = \"review\"",
        "escalation-ladder | every-clock | remindMinutes | if clock = \"review\" then 1.5 else 120 | 1.5 | clock = \"review\"",
        "lead-routing | dach | owner | \"ri\" + \"tb\" | names the owner \"ritb\", whom nobody knows; there are: | territory = \"dach\"",
        "lead-routing | dach | team | if country = \"DE\" then \"defualt\" else \"default\" | names the team \"defualt\", whom nobody knows | country = \"DE\"",
        "lead-routing | dach | team | \"\" | names the team \"\", whom nobody knows | territory = \"dach\"",
        "scoring-profile | profile-of-the-setting | profile | if country = \"FR\" then \"entreprise\" else \"gate\" | leaves the profile 'entreprise' of scoring-profile without a row of its own in score-threshold; add one | country = \"FR\"",
        "rejection-next-step | no-budget | coolingOffDays | if reason = \"no_budget\" then -1 else 5 | says -1, which is less than nothing | reason = \"no_budget\""
      })
  void a_cell_that_compares_is_asked_for_what_it_names(
      String table, String row, String column, String cell, String words, String input) {
    assertThat(TABLES.problems(table, with(table, row, column, cell)))
        .anySatisfy(
            problem -> {
              assertThat(problem.getMessage())
                  .startsWith("'" + row + "' ")
                  .contains(words)
                  .contains(input);
              assertThat(problem.getMainElementId()).isEqualTo(row);
            });
  }

  @Test
  void a_calendar_that_a_cell_computes_is_one_that_somebody_keeps() {
    String xml =
        TableCells.with(
            with("sla-policy", "qualification", "time", "\"business\""),
            "qualification",
            "calendar",
            "if segment = \"mid\" then \"berlni\" else \"dach\"");

    assertThat(TABLES.problems("sla-policy", xml))
        .anySatisfy(
            problem ->
                assertThat(problem.getMessage())
                    .startsWith(
                        "'qualification' names the calendar \"berlni\", which nobody keeps; there are: dach, france")
                    .contains("segment = \"mid\""));
  }

  @Test
  void business_time_has_a_calendar_for_whatever_is_known_of_a_lead() {
    String xml =
        TableCells.with(
            with("sla-policy", "qualification", "time", "\"business\""),
            "qualification",
            "calendar",
            "if segment = \"mid\" then null else \"dach\"");

    assertThat(TABLES.problems("sla-policy", xml))
        .anySatisfy(
            problem ->
                assertThat(problem.getMessage())
                    .startsWith(
                        "'qualification' counts business time and names no calendar, asked for")
                    .contains("segment = \"mid\""));
  }

  @ParameterizedTest(name = "{0} {1} {2} = {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "score-limits | limit-two-axis-fit | atLeast | 60 | says 60, more than the 50 in 'atMost',",
        "sla-policy | qualification | warningMinutes | 200 * 60 | says 12000, more than the 7200 in 'targetMinutes',",
        "marketing-sla | answer | warningHours | 200 | says 200, more than the 120 in 'hours',",
        "non-negotiable | need | criterion | \"champion\" | asks for the criterion \"champion\", which bant doesn't have, so that no lead could qualify; name the framework that has it in the row, or one of: authority, budget, need, timing, asked for framework = \"bant\"",
        "non-negotiable | authority-at-large-companies | criterion | \"budget\" | asks for the criterion \"budget\", which meddic doesn't have",
        "score-band | band-hot | band | \"hto\" | says \"hto\" in the column 'band', which knows",
        "score-band | band-hot | band | \"h\" + \"to\" | says \"h\" + \"to\" in the column 'band', which knows",
        "lead-territory | dach | territory | \"dahc\" | says the territory \"dahc\", which no other table, team or calendar knows, asked for country = \"DE\"; write one of them (",
        "lead-territory | dach | territory | if country = \"DE\" then \"dahc\" else \"dach\" | says the territory \"dahc\"",
        "lead-segment | segment-mid | segment | \"mdi\" | says the segment \"mdi\", which no other table knows, asked for companySize = 50; write one of them (large, mid, other, small), or deploy it together with a row that asks for it"
      })
  void a_promise_or_a_word_that_cannot_be_is_refused(
      String table, String row, String column, String cell, String words) {
    assertThat(TABLES.problems(table, with(table, row, column, cell)))
        .anySatisfy(problem -> assertThat(problem.getMessage()).contains(words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "lead-routing | \"nordics\" | \"nordisc\" | asks for the territory \"nordisc\", which lead-territory never says; it says: benelux, dach",
        "buying-group | \"mid\" | \"mdi\" | asks for the segment \"mdi\", which lead-segment never says; it says: large, mid, other, small"
      })
  void a_condition_on_a_word_that_nothing_gives_is_refused(
      String table, String from, String to, String words) {
    assertThat(TABLES.problems(table, FileDecisions.xml(table).replace(from, to)))
        .anySatisfy(problem -> assertThat(problem.getMessage()).contains(words));
  }

  @Test
  void a_first_touch_can_be_finished() {
    assertThat(
            TABLES.problems(
                "first-touch", FileDecisions.xml("first-touch").replace(">true<", ">false<")))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.getMessage())
                    .contains(
                        "for no touch that there is, so that nobody could ever finish the first"
                            + " touch; let a row meet it"));
  }

  @Test
  void a_new_territory_is_welcome_with_a_row_that_asks_for_it() {
    TABLES.deploy(
        Map.of(
            "lead-territory",
            with("lead-territory", "dach", "territory", "\"germany\""),
            "lead-routing",
            FileDecisions.xml("lead-routing")
                .replaceFirst("<text>\"dach\"</text>", "<text>\"germany\"</text>")));
  }

  @Test
  void many_compared_words_are_looked_at_in_a_moment() {
    String cell =
        IntStream.range(0, 40)
                .mapToObj(
                    each ->
                        "if territory = \"dach\" and segment = \"s%d\" then %d else "
                            .formatted(each, each + 2000))
                .collect(Collectors.joining())
            + "2000";

    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () ->
            TABLES.deploy(
                "sla-policy", with("sla-policy", "review-inbound", "targetMinutes", cell)));
  }

  private static String with(String table, String row, String column, String cell) {
    return TableCells.with(FileDecisions.xml(table), row, column, cell);
  }
}
