package dev.baton.handoff;

import dev.baton.engine.DrawnModel;
import dev.baton.engine.ElementTemplate;
import dev.baton.engine.FileDecisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A designer's own question, put behind the review by the steps of the designers' guide: templates
 * for its rule, its task and its recording step, and two timers copied from another task.
 */
public final class LegalCheck {
  public static final String CLOCK = "legal_check";

  private static final String AFTER_REVIEW =
      "sourceRef=\"accepted\" targetRef=\"chooseQualificationSla\"";
  private static final String FIRST_FLOW = "<bpmn:sequenceFlow id=\"leadBecameMql_routeLead\"";
  private static final String PLANE_END = "</bpmndi:BPMNPlane>";

  private LegalCheck() {}

  public static String form() {
    return """
        {"id": "legal-check", "type": "default", "schemaVersion": 16, "components": [
          {"key": "decision", "type": "radio", "label": "May we talk to them?", "id": "decision",
           "values": [{"label": "Cleared", "value": "cleared"}, {"label": "Blocked", "value": "blocked"}]},
          {"key": "note", "type": "textarea", "label": "Note", "id": "note"},
          {"key": "register", "type": "textfield", "label": "Entry in the register", "id": "register"}]}
        """;
  }

  /** The policy with twelve hours for the check, reminded two hours before. */
  public static String policy() {
    String xml = FileDecisions.xml("sla-policy");
    String row =
        """
        <rule id="legal">
          <inputEntry id="legal1"><text>"%s"</text></inputEntry>
          <inputEntry id="legal2"><text></text></inputEntry>
          <inputEntry id="legal3"><text></text></inputEntry>
          <inputEntry id="legal4"><text></text></inputEntry>
          <inputEntry id="legal5"><text></text></inputEntry>
          <outputEntry id="legal6"><text>12 * 60</text></outputEntry>
          <outputEntry id="legal7"><text>2 * 60</text></outputEntry>
          <outputEntry id="legal8"><text>"calendar"</text></outputEntry>
          <outputEntry id="legal9"><text></text></outputEntry>
        </rule>
        """
            .formatted(CLOCK);
    int end = xml.indexOf("</decisionTable>");
    return xml.substring(0, end) + row + xml.substring(end);
  }

  public static String model() {
    Map<String, String> clock = Map.of("Clock", CLOCK);
    String added =
        ElementTemplate.named("Choose SLA of own question").element("chooseLegalSla", clock)
            + task()
            + ElementTemplate.named("Record owed answer").element("recordLegal", clock)
            + timer("legalDueSoon", "${warnAt}")
            + timer("legalOverdue", "${dueAt}")
            + flow("chooseLegalSla", "legalCheck")
            + flow("legalCheck", "recordLegal")
            + flow("recordLegal", "chooseQualificationSla")
            + flow("legalDueSoon", "remindOrEscalate")
            + flow("legalOverdue", "remindOrEscalate");
    String model = shipped();
    if (!model.contains(AFTER_REVIEW)) {
      throw new IllegalStateException("The shipped model has changed");
    }
    return model
        .replace(AFTER_REVIEW, "sourceRef=\"accepted\" targetRef=\"chooseLegalSla\"")
        .replace(FIRST_FLOW, added + FIRST_FLOW)
        .replaceFirst(PLANE_END, DrawnModel.shapes(added) + PLANE_END);
  }

  static String shipped() {
    try {
      return Files.readString(Path.of("src/main/resources/bpmn/lead-handoff.bpmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String task() {
    return ElementTemplate.named("Owed answer")
        .element("legalCheck", Map.of("Label", "Legal check"))
        .replace(
            "<bpmn:userTask ",
            "<bpmn:userTask camunda:formRef=\"legal-check\" camunda:formRefBinding=\"latest\" ")
        .replace(
            "<bpmn:extensionElements>",
            """
            <bpmn:extensionElements>
              <camunda:taskListener delegateExpression="${describeTask}" event="create" />
              <camunda:taskListener delegateExpression="${claimLead}" event="assignment" />
            """);
  }

  private static String timer(String id, String instant) {
    return """
        <bpmn:boundaryEvent id="%s" cancelActivity="false" attachedToRef="legalCheck">
          <bpmn:extensionElements>
            <camunda:executionListener delegateExpression="${noteTimer}" event="start" />
          </bpmn:extensionElements>
          <bpmn:timerEventDefinition>
            <bpmn:timeDate xsi:type="bpmn:tFormalExpression">%s</bpmn:timeDate>
          </bpmn:timerEventDefinition>
        </bpmn:boundaryEvent>
        """
        .formatted(id, instant);
  }

  private static String flow(String from, String to) {
    return "<bpmn:sequenceFlow id=\"%1$s_%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\" />\n"
        .formatted(from, to);
  }
}
