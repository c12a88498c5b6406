package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.ShippedModelFiles.Model;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decision table keeps to. */
class DecisionConventionsTest {
  /**
   * Sentences, lists with commas, persons, and the words that designers may invent: a list of them
   * would refuse a new segment, team or rule. Every other text is one of its column's words.
   */
  private static final Set<String> OPEN =
      Set.of(
          "account-score rule",
          "account-score reason",
          "buying-group label",
          "high-intent intent",
          "high-intent reason",
          "job-level level",
          "lead-routing rule",
          "lead-routing owner",
          "lead-routing team",
          "lead-routing skill",
          "lead-segment segment",
          "lead-stage reason",
          "lead-territory territory",
          "marketing-sla reasons",
          "non-negotiable why",
          "non-negotiable step",
          "outreach-draft draft",
          "outreach-draft subject",
          "profile-question question",
          "profile-question choices",
          "scoring-profile profile",
          "message-text message",
          "message-text text",
          "message-text de",
          "signal-type type",
          "signal-type label",
          "rejection-reasons code",
          "rejection-reasons label",
          "review-agenda point",
          "review-agenda question",
          "review-agenda figures",
          "review-cadence title",
          "review-cadence participants",
          "score-additive rule",
          "score-additive reason",
          "score-gate rule",
          "score-gate reason",
          "score-two-axis rule",
          "score-two-axis reason",
          "sla-policy calendar",
          "playbook step",
          "playbook opening",
          "playbook questions",
          "playbook asset",
          "retry-plan advice",
          "talk-signs reason",
          "whatsapp-template name",
          "whatsapp-template language",
          "whatsapp-template content");

  static Stream<Model<DmnModelInstance>> decisions() {
    return ShippedModelFiles.decisions();
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void a_file_is_named_after_its_decision(Model<DmnModelInstance> model) {
    assertThat(all(model, Decision.class))
        .singleElement()
        .satisfies(
            decision -> {
              assertThat(decision.getId()).isEqualTo(model.name());
              assertThat(decision.getName()).isNotBlank();
              assertThat(decision.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
            });
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void modeler_can_draw_it(Model<DmnModelInstance> model) {
    assertThat(model.xml()).contains("DMNShape").contains("dmnElementRef=\"" + model.name() + "\"");
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void a_rule_has_a_name_of_its_own(Model<DmnModelInstance> model) {
    assertThat(all(model, DecisionTable.class))
        .isNotEmpty()
        .allSatisfy(
            table ->
                assertThat(table.getRules())
                    .isNotEmpty()
                    .extracting(Rule::getId)
                    .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"))
                    .doesNotHaveDuplicates());
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void it_speaks_feel_and_never_looks_at_the_clock(Model<DmnModelInstance> model) {
    assertThat(model.xml())
        .doesNotContain("expressionLanguage")
        .doesNotContainPattern("\\b(now|today)\\s*\\(")
        .doesNotContain("${");
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void a_table_and_each_of_its_columns_say_what_they_are_for(Model<DmnModelInstance> model) {
    assertThat(columns(model)).isNotEmpty();
    assertThat(Stream.concat(all(model, Decision.class).stream(), columns(model)))
        .allSatisfy(
            element -> assertThat(element.getChildElementsByType(Description.class)).hasSize(1));
    assertThat(all(model, Description.class))
        .extracting(description -> description.getTextContent().strip())
        .doesNotContain("")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void a_word_that_a_table_gives_is_on_the_list_of_its_column(Model<DmnModelInstance> model) {
    List<Output> outputs = List.copyOf(all(model, Output.class));
    for (int i = 0; i < outputs.size(); i++) {
      Output output = outputs.get(i);
      int column = i;
      if (isClosedWord(model, output)) {
        assertThat(output.getOutputValues()).as(output.getName()).isNotNull();
        List<String> known =
            List.of(output.getOutputValues().getText().getTextContent().strip().split(",\\s*"));
        assertThat(known).doesNotHaveDuplicates().allMatch(word -> word.matches("\"[\\w-]*\""));
        assertThat(all(model, Rule.class))
            .extracting(rule -> List.copyOf(rule.getOutputEntries()).get(column))
            .extracting(cell -> cell.getTextContent().strip())
            .filteredOn(word -> !word.isEmpty())
            .isSubsetOf(known);
      } else {
        assertThat(output.getOutputValues()).as(output.getName()).isNull();
      }
    }
  }

  @Test
  void what_designers_may_name_themselves_exists() {
    assertThat(
            decisions()
                .flatMap(
                    model -> all(model, Output.class).stream().map(output -> named(model, output))))
        .containsAll(OPEN);
  }

  private static boolean isClosedWord(Model<DmnModelInstance> model, Output output) {
    return output.getTypeRef().equals("string") && !OPEN.contains(named(model, output));
  }

  private static String named(Model<DmnModelInstance> model, Output output) {
    return model.name() + " " + output.getName();
  }

  private static Stream<DmnElement> columns(Model<DmnModelInstance> model) {
    return Stream.concat(all(model, Input.class).stream(), all(model, Output.class).stream());
  }

  @Test
  void every_rejection_reason_has_a_next_step_of_its_own() {
    assertThat(column("rejection-next-step", Rule::getInputEntries))
        .containsAll(column("rejection-reasons", Rule::getOutputEntries));
  }

  private static List<String> column(
      String table, Function<Rule, Collection<? extends ModelElementInstance>> entries) {
    return decisions()
        .filter(model -> model.name().equals(table))
        .flatMap(model -> all(model, Rule.class).stream())
        .map(rule -> entries.apply(rule).iterator().next().getTextContent().strip())
        .toList();
  }

  private static <E extends ModelElementInstance> Collection<E> all(
      Model<DmnModelInstance> model, Class<E> type) {
    return model.tree().getModelElementsByType(type);
  }
}
