package dev.baton.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.OnH2;
import dev.baton.engine.DrawnModel;
import dev.baton.engine.ElementTemplate;
import dev.baton.engine.names.StepBeans;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What designers pick in Modeler is what the running application takes. */
@OnH2
class ElementTemplatesTest {
  @Autowired ProcessEngine engine;
  @Autowired StepBeans beans;

  static List<ElementTemplate> templates() {
    return ElementTemplate.all();
  }

  /** A question isn't whole without its form, clock and timers. */
  static List<ElementTemplate> steps() {
    return ElementTemplate.all().stream()
        .filter(each -> !each.json().at("/elementType/value").asText().equals("bpmn:UserTask"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void the_gate_lets_an_element_through_that_a_template_made(ElementTemplate template) {
    String element =
        template.element("act", Map.of("Clock", "own", "Table", "score-band", "Variable", "band"));

    Deployment deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .addString("of-template.bpmn", process(element))
            .deploy();

    engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
  }

  @Test
  void every_step_has_a_template_of_its_name() {
    assertThat(values("camunda:delegateExpression"))
        .containsExactlyInAnyOrderElementsOf(
            beans.names(StepBeans.Use.TASK).stream().map("${%s}"::formatted).toList());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void a_template_calls_only_steps_that_exist(ElementTemplate template) {
    assertThat(properties(template))
        .isNotEmpty()
        .allSatisfy(
            property -> {
              String value = property.at("/value").asText();
              if (property.at("/binding/type").asText().equals("camunda:executionListener")) {
                assertThat(beans.has(bean(value), StepBeans.Use.EXECUTION_LISTENER)).isTrue();
              }
              if (property.at("/binding/name").asText().equals("camunda:delegateExpression")) {
                assertThat(beans.has(bean(value), StepBeans.Use.TASK)).isTrue();
              }
            });
  }

  @Test
  void templates_are_told_apart() {
    assertThat(templates()).extracting(ElementTemplate::id).doesNotHaveDuplicates();
    assertThat(templates()).extracting(ElementTemplate::toString).doesNotHaveDuplicates();
  }

  private static String bean(String expression) {
    return expression.replaceAll("[${}]", "");
  }

  private static List<String> values(String attribute) {
    return templates().stream()
        .flatMap(ElementTemplatesTest::properties)
        .filter(property -> property.at("/binding/name").asText().equals(attribute))
        .map(property -> property.at("/value").asText())
        .toList();
  }

  private static Stream<JsonNode> properties(ElementTemplate template) {
    return StreamSupport.stream(template.json().at("/properties").spliterator(), false);
  }

  private static String process(String element) {
    String xml =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="template">
          <bpmn:process id="of-template" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="start"/>
            <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="act"/>
            %s
            <bpmn:sequenceFlow id="out" sourceRef="act" targetRef="end"/>
            <bpmn:endEvent id="end"/>
          </bpmn:process>
        </bpmn:definitions>
        """
            .formatted(element);
    return DrawnModel.of(xml, "of-template");
  }
}
