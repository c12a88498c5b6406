package dev.baton.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FileDecisions;
import dev.baton.engine.GatedTables;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A promise that nobody can count is refused with the table, not found out by a lead. */
class PolicyRuleTest {
  private static final String POLICY = "sla-policy";
  private static final String ROW = "qualification";
  @RegisterExtension static final GatedTables TABLES = new GatedTables();

  private static final String NOWHERE = "<text>\"nowhere\"</text>";

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "time | \"lunar\" | says time \"lunar\"; write \"calendar\" or \"business\"",
        "time | `` | says time nothing; write \"calendar\" or \"business\"",
        "time | territory | says time territory; write",
        "targetMinutes | `` | has no target: nothing; write whole minutes, 1 or more",
        "targetMinutes | 0 | has no target: 0; write whole minutes, 1 or more",
        "targetMinutes | 60 - 90 | has no target: 60 - 90; write",
        "targetMinutes | \"240\" | has no target: \"240\"; write",
        "warningMinutes | -5 | has no warning: -5; write whole minutes, 0 or more",
        "warningMinutes | `` | has no warning: nothing; write whole minutes, 0 or more",
        "time | \"business\" | counts business time and names no calendar",
        "calendar | \"dach\" | names a calendar but counts calendar time; write \"business\", or leave the calendar empty"
      })
  void a_row_that_cannot_be_counted_is_refused_by_its_name(
      String column, String cell, String reason) {
    assertThat(problems(policy(Map.of(column, cell))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.getMessage()).startsWith("'" + ROW + "' " + reason);
              assertThat(problem.getMainElementId()).isEqualTo(ROW);
            });
  }

  @Test
  void a_calendar_that_nobody_keeps_is_refused_with_those_that_there_are() {
    String xml = policy(Map.of("time", "\"business\"", "calendar", "\"dahc\""));

    assertThat(problems(xml))
        .extracting(Problem::getMessage)
        .containsExactly(
            "'qualification' names the calendar \"dahc\", which nobody keeps; there are: dach, france");
  }

  @ParameterizedTest
  @ValueSource(strings = {"route", "review", "qualification", "first_touch", "opportunity"})
  void a_policy_that_forgets_a_clock_is_refused(String clock) {
    String xml = FileDecisions.xml(POLICY).replace("<text>\"" + clock + "\"</text>", NOWHERE);

    assertThat(problems(xml))
        .extracting(Problem::getMessage)
        .anySatisfy(
            message ->
                assertThat(message).contains("has no row for the clock \"%s\"".formatted(clock)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"dach\"", "territory", "if segment = \"smb\" then \"dach\" else territory"})
  void business_time_with_a_calendar_or_the_territorys_own_is_welcome(String calendar) {
    deploy(policy(Map.of("time", "\"business\"", "calendar", calendar)));
  }

  @Test
  void a_target_that_depends_on_the_lead_is_welcome() {
    deploy(policy(Map.of("targetMinutes", "if handRaise = true then 60 else 4 * 60")));
  }

  private static List<Problem> problems(String xml) {
    return TABLES.problems(POLICY, xml);
  }

  private static void deploy(String xml) {
    TABLES.deploy(POLICY, xml);
  }

  /** The table that ships with other cells in one row. */
  private static String policy(Map<String, String> cells) {
    String xml = FileDecisions.xml(POLICY);
    for (var cell : cells.entrySet()) {
      String start = "<outputEntry id=\"%s-out-%s\">".formatted(ROW, cell.getKey());
      int from = xml.indexOf("<text>", xml.indexOf(start)) + "<text>".length();
      assertThat(xml).contains(start);
      String text = cell.getValue() == null ? "" : cell.getValue().replace("<", "&lt;");
      xml = xml.substring(0, from) + text + xml.substring(xml.indexOf("</text>", from));
    }
    return xml;
  }
}
