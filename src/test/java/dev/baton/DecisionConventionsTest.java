package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Models.Model;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decision table keeps to. */
class DecisionConventionsTest {

  static Stream<Model<DmnModelInstance>> decisions() {
    return Models.decisions();
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
