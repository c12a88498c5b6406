package dev.baton.engine.gate;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FileDecisions;
import dev.baton.engine.GatedTables;
import org.camunda.bpm.engine.Problem;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the application can't keep is refused with its row and its limit, before a lead meets it.
 */
class OutputLimitsTest {
  @RegisterExtension static final GatedTables TABLES = new GatedTables();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "lead-segment | segment-mid | 60",
        "lead-territory | dach | 60",
        "scoring-profile | profile-of-the-setting | 40",
        "lead-routing | dach | 400",
        "high-intent | asks-for-a-demo | 60",
        "review-cadence | weekly | 100",
        "review-agenda | weekly-funnel | 64"
      })
  void a_text_that_is_longer_than_what_is_kept_of_it_is_refused(
      String table, String row, int most) {
    String xml = FileDecisions.xml(table);
    String cell = "<text>\"" + "a".repeat(most + 1) + "\"</text>";
    int at = xml.indexOf("<outputEntry", xml.indexOf("id=\"" + row + "\""));
    int from = xml.indexOf("<text>", at);
    String changed =
        xml.substring(0, from) + cell + xml.substring(xml.indexOf("</text>", from) + 7);

    assertThat(refusal(table, changed))
        .contains("'" + row + "' ")
        .contains("needs a shorter text in the column '")
        .contains("it has %d characters".formatted(most + 1))
        .contains("of which at most %d are kept".formatted(most));
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource({
    "retry-plan, <text>2</text>, <text>2147483647</text>, 'needs a smaller number in the column ''hours'': it says 2147483647, where at most 1,440'",
    "retry-plan, <text>2</text>, <text>1441</text>, 'it says 1441, where at most 1,440 can be counted'",
    "sla-policy, 24 * 60, 24 * 6000000, 'in the column ''targetMinutes'': it says 144000000, where at most 527,040'",
    "score-two-axis, <text>20</text>, <text>2000000000</text>, 'where at most 1,000,000'",
    "rejection-next-step, <text>90</text>, <text>90000</text>, 'in the column ''coolingOffDays'''",
    "nurture-pace, <text>7</text>, <text>2147483647</text>, 'in the column ''waitDays'''"
  })
  void a_number_that_nobody_could_count_is_refused(
      String table, String from, String to, String words) {
    String xml = FileDecisions.xml(table);
    assertThat(xml).contains(from);

    assertThat(refusal(table, xml.replace(from, to))).contains(words);
  }

  private static String refusal(String table, String xml) {
    return TABLES.problems(table, xml).stream().map(Problem::getMessage).collect(joining("\n"));
  }
}
