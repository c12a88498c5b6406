package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ParseException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a table whose first matching row counts, no row stands below one that takes all of it. */
class CoveredRowsTest {
  @RegisterExtension static final GatedTables TABLES = new GatedTables();

  @ParameterizedTest(name = "{0} above {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "| \"a\"",
        "- | not(\"a\")",
        "\"a\", \"b\" | \"b\"",
        "not(\"a\") | \"b\", \"c\"",
        "not(\"a\") | not(\"a\", \"b\")",
        "\"a\" | \"a\"",
        "starts with(cellInput, \"a\") | starts with(cellInput, \"a\")"
      })
  void a_row_that_nothing_reaches_is_refused_with_the_row_above_it(String above, String below) {
    refused("string", above, below);
  }

  @ParameterizedTest(name = "{0} above {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "> 5 | > 6",
        ">= 5 | 5",
        "< 5 | [1..4]",
        "[1..9] | (1..9)",
        "[1..9] | 9",
        "<= 5 | < 5",
        "7 | 7.0"
      })
  void a_range_within_one_above_is_refused(String above, String below) {
    refused("integer", above, below);
  }

  @ParameterizedTest(name = "{0} above {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "string | \"a\" |",
        "string | \"a\" | \"a\", \"b\"",
        "string | not(\"a\") | \"a\"",
        "string | not(\"a\", \"b\") | not(\"a\")",
        "integer | > 5 | >= 5",
        "integer | (1..9) | [1..9]",
        "integer | < 5 | > 5",
        "integer | [1..4] | [4..9]",
        "integer | 7 | 8"
      })
  void what_is_special_above_what_is_general_is_welcome(String type, String above, String below) {
    deploy(type, "FIRST", "1", "2", above, below);
  }

  @ParameterizedTest
  @CsvSource({"COLLECT", "RULE ORDER"})
  void a_row_that_would_count_twice_is_refused(String policy) {
    assertThatThrownBy(() -> deploy("string", policy, "1", "1", "\"a\"", "\"a\""))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("says the same as the row 'r1', so it would count twice");
    deploy("string", policy, "1", "2", "\"a\"", "\"a\"");
  }

  private static void refused(String type, String above, String below) {
    assertThatThrownBy(() -> deploy(type, "FIRST", "1", "2", above, below))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("is never reached: the row 'r1' above it takes all that it would");
  }

  private static void deploy(
      String type, String policy, String first, String second, String above, String below) {
    String xml =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
            namespace="http://camunda.org/schema/1.0/dmn">
          <decision id="own" name="Own"><decisionTable id="t" hitPolicy="%s">
            <input id="i"><inputExpression id="ie" typeRef="%s"><text>given</text></inputExpression></input>
            <output id="o" name="said" typeRef="integer" />
            <rule id="r1"><inputEntry id="i1"><text><![CDATA[%s]]></text></inputEntry>
              <outputEntry id="o1"><text>%s</text></outputEntry></rule>
            <rule id="r2"><inputEntry id="i2"><text><![CDATA[%s]]></text></inputEntry>
              <outputEntry id="o2"><text>%s</text></outputEntry></rule>
          </decisionTable></decision>
        </definitions>
        """
            .formatted(
                policy,
                type,
                above == null ? "" : above,
                first,
                below == null ? "" : below,
                second);
    TABLES.deploy("own", xml);
  }
}
