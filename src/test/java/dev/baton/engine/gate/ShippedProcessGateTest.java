package dev.baton.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.TestEngine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that ships, changed in one place: what the application relies on stays, and what a
 * designer may do goes through.
 */
class ShippedProcessGateTest {
  private static final ShippedModels SHIPPED = ShippedModels.inJar();
  private static final String REVIEW = "'Choose review SLA' (id chooseReviewSla) ";
  private static final String ACCEPTED = "'Accepted?' (id accepted) must be followed by ";

  private static ProcessEngine engine;

  @BeforeAll
  static void everything_that_ships_is_in_force() {
    engine = TestEngine.fenced(TestEngine.everyStep());
    DeploymentBuilder all = engine.getRepositoryService().createDeployment();
    SHIPPED
        .models()
        .forEach(
            model ->
                all.addString(
                    model.resource(), new String(model.content(), StandardCharsets.UTF_8)));
    all.deploy();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Arguments change(String process, String from, String to, String words) {
    return Arguments.of(process, from, to, words);
  }

  private static Arguments handoff(String from, String to, String words) {
    return change("lead-handoff", from, to, words);
  }

  /** The first attribute or text behind an id. */
  private static String behind(String id, String text) {
    return "(?s)(id=\"%s\".*?)%s".formatted(id, text);
  }

  /** What a step does beside leading on. */
  static final List<Arguments> DOES_OTHERWISE =
      List.of(
          handoff(
              behind("chooseReviewSla", ">review<"),
              "$1>qualification<",
              REVIEW
                  + "must keep the parameter 'clock' as 'review', and not have the parameter"
                  + " 'clock' as 'qualification' in its place"),
          handoff(
              behind("chooseReviewSla", "<camunda:executionListener [^>]*startClock[^>]*>"),
              "$1",
              REVIEW + "must keep the listener ${startClock} at its end"),
          handoff(
              behind("chooseReviewSla", "(<camunda:executionListener [^>]*startClock[^>]*>)"),
              "$1$2$2",
              REVIEW + "does more than the one that ships: the listener ${startClock} at its end"),
          handoff(
              behind("chooseReviewSla", "startClock}\" event=\"end\""),
              "$1startClock}\" event=\"start\"",
              REVIEW + "must keep the listener ${startClock} at its end, and not have"),
          handoff(
              behind("chooseReviewSla", "sla-policy"),
              "$1escalation-ladder",
              REVIEW + "must keep decisionRef 'sla-policy'"),
          handoff(
              "id=\"chooseReviewSla\"",
              "$0 camunda:decisionRefBinding=\"version\" camunda:decisionRefVersion=\"99\"",
              REVIEW + "does more than the one that ships: decisionRefBinding 'version'"),
          handoff(
              behind("reviewOverdue", "<camunda:executionListener [^>]*>"),
              "$1",
              "(id reviewOverdue) must keep the listener ${noteTimer} at its start"),
          handoff(
              behind("reviewLead", "formRef=\"review-lead\""),
              "$1formRef=\"open-opportunity\"",
              "'Review lead' (id reviewLead) must keep formRef 'review-lead', and not have formRef"
                  + " 'open-opportunity'"),
          handoff(
              behind("reviewLead", "formRefBinding=\"latest\""),
              "$1formRefBinding=\"version\" camunda:formRefVersion=\"99\"",
              "'Review lead' (id reviewLead) must keep formRefBinding 'latest'"),
          handoff(
              behind("reviewLead", "assignee=\"\\$\\{owner}\""),
              "$1assignee=\"\\${team}\"",
              "'Review lead' (id reviewLead) must keep assignee '${owner}'"),
          handoff(
              behind("reviewLead", "assignee=\"\\$\\{owner}\""),
              "$1assignee=\"rita\"",
              "and not have assignee 'rita' in its place"),
          handoff(
              behind("reviewLead", "dueDate=\"\\$\\{dueAt}\""),
              "$1dueDate=\"\\${warnAt}\"",
              "'Review lead' (id reviewLead) must keep dueDate '${dueAt}'"),
          handoff(
              behind("alertOwner", "delegateExpression=\"\\$\\{alertOwner}\""),
              "$1delegateExpression=\"\\${recycleLead}\"",
              "'Alert owner' (id alertOwner) must keep delegateExpression '${alertOwner}'"),
          handoff(
              behind("alertOwner", "delegateExpression=\"\\$\\{alertOwner}\""),
              "$1delegateExpression=\"\\${qualifyByRule}\"",
              "not have delegateExpression '${qualifyByRule}' in its place"),
          handoff(
              "delegateExpression=\"\\$\\{recycleLead}\"",
              "delegateExpression=\"\\${disqualifyLead}\"",
              "'Recycle lead' (id recycleLead) must keep delegateExpression '${recycleLead}'"),
          handoff(
              "\\.nextStep}",
              ".nextStp}",
              "'Choose next step' (id chooseNextStep) must keep the parameter 'nextStep'"),
          handoff("\\[0]\\.team}", "[0].temm}", "(id chooseTeam) must keep the parameter 'team'"),
          handoff(
              "calledElement=\"escalation\"",
              "$0 camunda:calledElementBinding=\"version\" camunda:calledElementVersion=\"99\"",
              "'Escalate miss' (id escalateMiss) does more than the one that ships"),
          handoff(
              "businessKey=\"#\\{execution.processBusinessKey}\"",
              "businessKey=\"h1\"",
              "'Escalate miss' (id escalateMiss) must keep in businessKey"),
          handoff(
              "<camunda:in businessKey[^>]*>",
              "",
              "'Escalate miss' (id escalateMiss) must keep in businessKey"),
          handoff(
              "(<bpmn:userTask id=\"reviewLead\"[^>]*>)",
              "$1<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2"
                  + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>",
              "'Review lead' (id reviewLead) does more than the one that ships"),
          handoff(
              "errorRef=\"turnedDown\" />\\s*</bpmn:endEvent>",
              "/></bpmn:endEvent>",
              "must keep errorRef 'turnedDown'"),
          handoff(
              "(<bpmn:process id=\"lead-handoff\"[^>]*>)",
              "$1<bpmn:extensionElements><camunda:executionListener"
                  + " delegateExpression=\"\\${startClock}\" event=\"start\" />"
                  + "</bpmn:extensionElements>",
              "'Lead handoff' (id lead-handoff) does more than the one that ships"),
          handoff(
              behind("recordReview", " camunda:asyncAfter=\"true\""),
              "$1",
              "'Record review' (id recordReview) must keep asyncAfter 'true'"),
          change(
              "escalation",
              "\\$\\{planLadder}",
              "\\${recallHandoff}",
              "'Choose ladder' (id chooseLadder) must keep the listener ${planLadder} at its end"),
          change(
              "find-contact",
              "formRef=\"find-contact\"",
              "formRef=\"review-lead\"",
              "'Find contact' (id findContact) must keep formRef 'find-contact'"),
          change(
              "rejection-follow-up",
              "\\$\\{reportLateDecision}",
              "\\${remindManagers}",
              "(id reportLateDecision) must keep delegateExpression '${reportLateDecision}'"));

  /** Where a step or an answer leads. */
  static final List<Arguments> LEADS_ELSEWHERE =
      List.of(
          handoff(
              "\\$\\{decision == 'accept'}",
              "\\${decision == 'reject'}",
              ACCEPTED
                  + "'Choose qualification SLA' (id chooseQualificationSla) where decision is"
                  + " 'accept'; now it leads to 'Lead rejected' (id leadRejected)"),
          handoff(
              "\\$\\{decision == 'accept'}",
              "\\${true}",
              ACCEPTED + "'Lead rejected' (id leadRejected) where decision is 'reject'"),
          handoff(
              "\\$\\{decision == 'accept'}",
              "\\${decision != 'accept'}",
              "where decision is 'accept'; now it leads to 'Lead rejected' (id leadRejected)"),
          handoff("\\$\\{decision == 'accept'}", "accept", ACCEPTED),
          handoff("\\$\\{timer == 'overdue'}", "\\${timer == 'overdeu'}", "(id whichTimer)"),
          handoff(
              "\\$\\{nextStep == 'DISQUALIFIED'}",
              "\\${nextStep == 'RECYCLED'}",
              "'Recycle?' (id recycle) must be followed by 'Disqualify lead' (id disqualifyLead)"
                  + " where nextStep is 'DISQUALIFIED'; now it leads to nothing"),
          handoff(
              " default=\"accepted_leadRejected\"",
              " default=\"accepted_chooseQualificationSla\"",
              ACCEPTED),
          handoff(
              "sourceRef=\"reviewOverdue\" targetRef=\"remindOrEscalate\"",
              "sourceRef=\"reviewOverdue\" targetRef=\"remindedOrEscalated\"",
              "(id reviewOverdue) must be followed by 'Remind or escalate' (id remindOrEscalate);"
                  + " now it leads to 'Reminded or escalated' (id remindedOrEscalated)"),
          handoff(
              "(<bpmn:sequenceFlow id=\"chooseReviewSla_alertOwner\")([^>]*>)",
              "$1$2<bpmn:sequenceFlow id=\"again\"$2",
              REVIEW + "must be followed by 'Alert owner' (id alertOwner); now it leads to"),
          handoff(
              "sourceRef=\"reviewLead\" targetRef=\"recordReview\"",
              "sourceRef=\"reviewLead\" targetRef=\"accepted\"",
              "'Review lead' (id reviewLead) must be followed by 'Record review' (id recordReview),"
                  + " which checks and records the answer"),
          handoff(
              "\\$\\{decision == 'nobody' \\|\\| decision == 'confirm'}",
              "\\${decision == 'nobody'}",
              "(id whatIsAskedFirst) must be followed by"),
          change(
              "merge-duplicate",
              "\\$\\{decision == 'merge'}",
              "\\${decision != 'merge'}",
              "where decision is 'merge'"),
          change(
              "find-contact",
              "\\$\\{decision == 'found'}",
              "\\${decision == 'nobody'}",
              "'Contact found' (id contactFound) where decision is 'found'"));

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @FieldSource({"DOES_OTHERWISE", "LEADS_ELSEWHERE"})
  void is_refused(String process, String from, String to, String words) {
    assertThatThrownBy(() -> deploy(process, changed(process, from, to)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining(words);
  }

  /** What a designer may do to a process that ships. */
  static final List<Arguments> ALLOWED =
      List.of(
          Arguments.of("name=\"Review lead\"", "name=\"Look at the lead\""),
          Arguments.of("versionTag=\"4\"", "versionTag=\"4-ours\""),
          Arguments.of("historyTimeToLive=\"P400D\"", "historyTimeToLive=\"P800D\""),
          Arguments.of("\\$\\{decision == 'accept'}", "\\${'accept' == decision}"),
          Arguments.of("\\$\\{decision == 'open'}", "\\${decision == 'open' &amp;&amp; true}"),
          Arguments.of(
              "(<camunda:inputOutput>\\s*<camunda:inputParameter name=\"clock\">review)",
              "<camunda:failedJobRetryTimeCycle>PT1M,PT10M</camunda:failedJobRetryTimeCycle>$1"),
          Arguments.of(
              "camunda:decisionRef=\"sla-policy\"", "$0 camunda:decisionRefBinding=\"latest\""));

  @ParameterizedTest(name = "{0} -> {1}")
  @FieldSource("ALLOWED")
  void goes_through(String from, String to) {
    deploy("lead-handoff", changed("lead-handoff", from, to));
  }

  static List<ShippedModels.Model> processes() {
    return SHIPPED.models().stream().filter(m -> m.kind() == ModelKind.PROCESS).toList();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void what_ships_goes_through(ShippedModels.Model model) {
    deploy(model.key(), new String(model.content(), StandardCharsets.UTF_8));
  }

  @Test
  void steps_that_only_help_may_go() {
    String model =
        changed(
            "lead-handoff",
            "(?s)<bpmn:serviceTask id=\"alertOwner\".*?</bpmn:serviceTask>"
                + "|<bpmn:sequenceFlow id=\"alertOwner_reviewLead\"[^>]*>"
                + "|<bpmn:flowNodeRef>alertOwner</bpmn:flowNodeRef>"
                + "|<bpmndi:BPMN(Shape|Edge) [^>]*bpmnElement=\"alertOwner(_reviewLead)?\".*?"
                + "</bpmndi:BPMN(Shape|Edge)>",
            "");
    deploy(
        "lead-handoff",
        model.replace(
            "sourceRef=\"chooseReviewSla\" targetRef=\"alertOwner\"",
            "sourceRef=\"chooseReviewSla\" targetRef=\"reviewLead\""));
  }

  private static String changed(String process, String from, String to) {
    String model =
        new String(
            SHIPPED.find(ModelKind.PROCESS, process).orElseThrow().content(),
            StandardCharsets.UTF_8);
    String changed = model.replaceFirst(from, to);
    if (from.contains("|<bpmn:sequenceFlow")) {
      changed = model.replaceAll(from, to);
    }
    assertThat(changed.equals(model)).as("changed").isFalse();
    return changed;
  }

  private static void deploy(String process, String model) {
    engine.getRepositoryService().createDeployment().addString(process + ".bpmn", model).deploy();
  }
}
