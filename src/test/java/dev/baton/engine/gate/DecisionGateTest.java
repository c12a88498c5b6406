package dev.baton.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.baton.engine.Decisions;
import dev.baton.engine.FileDecisions;
import dev.baton.engine.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Decision tables that a bare engine takes and that would answer wrongly, or not at all. */
class DecisionGateTest {
  private static ProcessEngine bare;
  private static ProcessEngine fenced;

  @BeforeAll
  static void build() {
    bare = TestEngine.bare();
    fenced = TestEngine.fenced(TestEngine.steps());
  }

  @AfterAll
  static void close() {
    bare.close();
    fenced.close();
  }

  static final List<Arguments> DEFECTS =
      List.of(
          change(
              "a reason that says nothing",
              "rejection-reasons",
              "<text>\"unreachable\"</text>",
              "<text>\"other\"</text>",
              "is called \"other\", from which nobody learns anything; name the reason"),
          change(
              "a message that names what isn't known",
              "message-text",
              "<text>\"{Question} due soon\"</text>",
              "<text>\"{Question} due at {time}\"</text>",
              "names {time}, which isn't known when it is sent; it may name {question}"),
          change(
              "a message without words",
              "message-text",
              "<text>\"{Question} due soon\"</text>",
              "<text>\"\"</text>",
              "needs a text of at most 200 characters, in quotes"),
          change(
              "a message that nobody sends",
              "message-text",
              "<text>\"due_soon\"</text>",
              "<text>\"due_never\"</text>",
              "is about the message \"due_never\", which nobody sends; take the row out"),
          change(
              "a reason without a code",
              "rejection-reasons",
              "<text>\"low_intent\"</text>",
              "<text></text>",
              "has no code; write a word in quotes"),
          change(
              "a reason without words",
              "rejection-reasons",
              "<text>\"No budget\"</text>",
              "<text>\"\"</text>",
              "has no words for a person to read"),
          change(
              "a reason twice",
              "rejection-reasons",
              "<text>\"no_authority\"</text>",
              "<text>\"no_budget\"</text>",
              "repeats the code \"no_budget\" for qualification"),
          change(
              "a reason gone that the next step still sends somewhere",
              "rejection-reasons",
              "<text>\"wrong_icp\"</text>",
              "<text>\"wrong_fit\"</text>",
              "lacks the code \"wrong_icp\", which rejection-next-step still sends somewhere"),
          change(
              "text that is no FEEL",
              "score-band",
              "<text>\"hot\"</text>",
              "<text>hot hot (</text>",
              "has a cell that is no FEEL: hot hot ("),
          change(
              "an output word without quotes",
              "score-band",
              "<text>\"hot\"</text>",
              "<text>hot</text>",
              "has the word hot in the cell hot, which is no input; a text stands in quotes"),
          change(
              "an input word without quotes",
              "score-threshold",
              "<text>\"gate\"</text>",
              "<text>gate</text>",
              "has the word gate in the cell gate"),
          change(
              "a clock of its own",
              "score-band",
              "<text>\"hot\"</text>",
              "<text>string(now())</text>",
              "asks now() in string(now()); give it the instant as an input"),
          change(
              "a calendar of its own",
              "score-band",
              "<text>total</text>",
              "<text>if today() = null then 1 else total</text>",
              "asks today() in"),
          change(
              "a dice of its own",
              "score-band",
              "<text>total</text>",
              "<text>total + random number()</text>",
              "asks random number() in total + random number(); give it the number as an input"),
          change(
              "a function that doesn't exist",
              "score-band",
              "<text>total</text>",
              "<text>rounded(total)</text>",
              "calls the unknown function rounded() in rounded(total)"),
          change(
              "another language",
              "score-band",
              "<inputExpression id",
              "<inputExpression expressionLanguage=\"juel\" id",
              "speaks juel; tables speak FEEL"),
          change(
              "the same row twice",
              "score-threshold",
              "<text>\"additive\"</text>",
              "<text>\"gate\"</text>",
              "has the same conditions as a row above it"),
          change(
              "an input that the application doesn't give",
              "score-band",
              "<text>total</text>",
              "<text>budget</text>",
              "asks for budget, which it isn't given; it knows: total"),
          change(
              "a word that its column doesn't list",
              "handoff-policy",
              "<text>\"HUMAN\"</text>",
              "<text>\"AUTOMATIC\"</text>",
              "says \"AUTOMATIC\" in the column 'policy', which knows \"HUMAN\", \"AUTO\""),
          change(
              "an output column of another name",
              "score-threshold",
              "name=\"mqlAt\"",
              "name=\"mql\"",
              "needs the output column 'mqlAt' of type integer, which the application reads"),
          change(
              "an output column of another type",
              "score-threshold",
              "name=\"mqlAt\" typeRef=\"integer\"",
              "name=\"mqlAt\" typeRef=\"string\"",
              "needs the output column 'mqlAt' of type integer"),
          change(
              "an answer gone that is owed",
              "score-threshold",
              "<text>\"two-axis\"</text>",
              "<text>\"two-axes\"</text>",
              "gives no answer for profile = \"two-axis\", where one is owed"),
          change(
              "a fraction of a point",
              "score-two-axis",
              "<text>20</text>",
              "<text>2.5</text>",
              "2.5"),
          change(
              "points that are a word",
              "score-two-axis",
              "<text>20</text>",
              "<text>\"many\"</text>",
              "many"),
          change(
              "a rest that is less than nothing",
              "rejection-next-step",
              "<text>90</text>",
              "<text>-90</text>",
              "says -90, which is less than nothing, in the column 'coolingOffDays'"),
          change(
              "a cell that takes for ever",
              "score-band",
              "<text>total</text>",
              "<text>total + 0 * count(for i in 1..9000000 return i)</text>",
              "takes more than 250,000 steps"),
          change(
              "a line above the scale",
              "score-threshold",
              "<text>60</text>",
              "<text>150</text>",
              "leaves the line mqlAt = 150 of the profile two-axis out of reach: fit comes to at"
                  + " most 50 and behaviour to at most 50, together 100"),
          change(
              "a scale below the line",
              "score-limits",
              "<text>50</text>",
              "<text>10</text>",
              "leaves the line mqlAt = 60 of the profile two-axis out of reach: fit comes to at"
                  + " most 10 and behaviour to at most 10, together 20"),
          change(
              "a profile without lines",
              "scoring-profile",
              "<text></text>\n        </outputEntry>\n        <outputEntry id=\"profile-of-the-setting-out-2\">",
              "<text>\"payments\"</text>\n        </outputEntry>\n        <outputEntry id=\"profile-of-the-setting-out-2\">",
              "leaves the profile 'payments' of scoring-profile without a row of its own in"
                  + " score-threshold; add one"),
          change(
              "a method that nobody knows",
              "scoring-profile",
              "<outputEntry id=\"profile-of-the-setting-out-2\">\n          <text></text>",
              "<outputEntry id=\"profile-of-the-setting-out-2\">\n          <text>\"votes\"</text>",
              "votes"),
          change(
              "more acts than there are",
              "score-threshold",
              "<text>1</text>",
              "<text>4</text>",
              "leaves the line actsAt = 4 of the profile gate out of reach: there are at most 3"),
          change(
              "a row of the stages with a line of its own above the scale",
              "lead-stage",
              "<text>&gt;= mqlAt</text>",
              "<text>&gt;= 150</text>",
              "leaves the row 'mql' of lead-stage out of reach for the profile two-axis: it asks for"
                  + " total of 150, which comes to at most 100"),
          change(
              "a team that nobody knows",
              "lead-routing",
              "<text>\"default\"</text>",
              "<text>\"defualt\"</text>",
              "names the team \"defualt\", whom nobody knows; there are: default, nordics"),
          change(
              "one row where all are summed",
              "score-two-axis",
              "hitPolicy=\"COLLECT\"",
              "hitPolicy=\"FIRST\"",
              "must keep giving all rows that match"));

  private static Arguments change(String what, String table, String from, String to, String words) {
    return Arguments.of(what, table, from, to, words);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("DEFECTS")
  void is_deployed_by_the_bare_engine_and_refused_here(
      String what, String table, String from, String to, String words) {
    assertThat(FileDecisions.xml(table)).contains(from);
    String broken = FileDecisions.xml(table).replace(from, to);
    deploy(bare, table, broken);

    assertThat(problems(table, broken))
        .anySatisfy(
            problem -> {
              assertThat(problem.getMessage()).contains(words);
              assertThat(broken).contains("id=\"" + problem.getMainElementId() + "\"");
            });
  }

  @Test
  void a_table_that_ships_keeps_its_row_for_everything_else() {
    String xml = FileDecisions.xml("rejection-next-step");
    int last = xml.lastIndexOf("<rule ");
    String without = xml.substring(0, last) + xml.substring(xml.indexOf("</rule>", last) + 7);
    deploy(bare, "rejection-next-step", without);

    assertThat(problems("rejection-next-step", without))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.getMessage())
                  .isEqualTo(
                      "'Next step after a rejection' (id rejection-next-step)"
                          + " needs a row without conditions, for everything else");
              assertThat(problem.getMainElementId()).isEqualTo("rejection-next-step");
            });
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "escalation-ladder | 2 * 60 | 200 * 60 | more than the 480 in 'reassignMinutes'",
        "nurture-limits | <text>20</text> | <text>-20</text> | says -20, which is less than nothing",
        "nurture-limits | <text>20</text> | <text>2000</text> | says 2000, which is more than 24",
        "nurture-stop | \"MQL\" | \"MQLL\" | asks for \"MQLL\" in",
        "lead-segment | <text>companySize</text> | <text></text> | looks at nothing"
      })
  void a_number_or_word_that_the_application_could_not_use_is_refused(
      String table, String from, String to, String words) {
    String xml = FileDecisions.xml(table);
    assertThat(xml).contains(from);

    assertThat(problems(table, xml.replace(from, to)))
        .anySatisfy(problem -> assertThat(problem.getMessage()).contains(words));
  }

  @Test
  void points_are_whole_numbers() {
    String xml = FileDecisions.xml("score-two-axis");
    int row = xml.indexOf("<rule id=\"webinar-attended\"");
    int axis = xml.indexOf("<text>\"behaviour\"</text>", row);
    int points = xml.indexOf("<text>", axis + 10);
    String emptied =
        xml.substring(0, points) + "<text>" + xml.substring(xml.indexOf("</text>", points));

    assertThat(problems("score-two-axis", emptied))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.getMessage())
                  .startsWith("'webinar-attended' says nothing in the column 'points', asked for")
                  .contains("signal = \"webinar_attended\"");
              assertThat(problem.getMainElementId()).isEqualTo("webinar-attended");
            });
  }

  @Test
  void rows_of_which_one_may_match_do_not_overlap() {
    String xml =
        FileDecisions.xml("score-threshold")
            .replace("<text>\"gate\"</text>", "<text>\"gate\",\"additive\"</text>");

    assertThat(problems("score-threshold", xml))
        .anySatisfy(
            problem ->
                assertThat(problem.getMessage())
                    .contains("has several rows that match where one may:")
                    .contains("threshold-additive, threshold-gate")
                    .contains("profile = \"additive\""));
  }

  @Test
  void a_new_row_new_numbers_and_a_table_of_ones_own_are_welcome() {
    deploy(
        fenced,
        "score-threshold",
        FileDecisions.xml("score-threshold").replace("<text>60</text>", "<text>55</text>"));
    deploy(
        fenced,
        "my-own",
        FileDecisions.xml("score-band")
            .replace("score-band", "my-own")
            .replace("<text>total</text>", "<text>sum(for x in budgets return x + 1)</text>")
            .replace(
                "<text>\"hot\"</text>",
                "<text>if cellInput > 1 then \"hot\" else \"cold\"</text>"));
  }

  @Test
  void a_table_of_hundreds_of_words_is_looked_at_in_a_moment() {
    String words =
        IntStream.range(0, 300)
            .mapToObj(each -> "\"trade-%d\"".formatted(each))
            .collect(Collectors.joining(","));
    String sizes =
        IntStream.range(0, 60)
            .mapToObj(each -> "[%d..%d]".formatted(each * 10, each * 10 + 5))
            .collect(Collectors.joining(","));

    assertTimeout(
        Duration.ofSeconds(60),
        () ->
            deploy(
                fenced,
                "score-two-axis",
                FileDecisions.xml("score-two-axis")
                    .replace("\"saas\",\"software\",\"technology\"", words)
                    .replace("[20..49],[501..2000]", sizes)));
  }

  @ParameterizedTest
  @MethodSource("dev.baton.engine.FileDecisions#ids")
  void what_ships_passes(String table) {
    deploy(fenced, table, FileDecisions.xml(table));
  }

  @Test
  void the_table_in_force_still_answers_after_a_refusal() {
    deploy(fenced, "score-band", FileDecisions.xml("score-band"));
    int version = new Decisions(fenced).version("score-band");

    assertThat(problems("score-band", FileDecisions.xml("score-band").replace("\"hot\"", "hot")))
        .isNotEmpty();

    Decisions decisions = new Decisions(fenced);
    assertThat(decisions.version("score-band")).isEqualTo(version);
    assertThat(decisions.evaluate("score-band", Map.of("total", 100)))
        .containsExactly(Map.of("band", "hot"));
  }

  @Test
  void a_form_is_json_with_an_id() {
    ParseException refusal =
        catchThrowableOfType(
            ParseException.class,
            () ->
                fenced
                    .getRepositoryService()
                    .createDeployment()
                    .addString("review.form", "{\"components\": []}")
                    .deploy());

    assertThat(refusal).hasMessageContaining("A form is JSON with an id");
  }

  private static List<Problem> problems(String table, String xml) {
    ParseException refusal =
        catchThrowableOfType(ParseException.class, () -> deploy(fenced, table, xml));
    assertThat(refusal).as("refused").isNotNull();
    return refusal.getResorceReports().get(0).getErrors();
  }

  private static void deploy(ProcessEngine engine, String table, String xml) {
    engine.getRepositoryService().createDeployment().addString(table + ".dmn", xml).deploy();
  }
}
