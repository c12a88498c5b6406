package dev.baton.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.DrawnModel;
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
              REVIEW + "is bound to version '99' of 'sla-policy', which isn't there"),
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
              "'Review lead' (id reviewLead) is bound to version '99' of 'review-lead'"),
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
              "'Escalate miss' (id escalateMiss) is bound to version '99' of 'escalation'"),
          handoff(
              "calledElement=\"escalation\"",
              "$0 camunda:calledElementBinding=\"version\" camunda:calledElementVersion=\"1\"",
              "(id escalateMiss) does more than the one that ships: calledElementBinding"),
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
          handoff("P400D", "P0D", "needs a history time to live in days, such as P400D"),
          handoff("P400D", "0", "needs a history time to live in days, such as P400D"),
          change(
              "escalation",
              "\\$\\{planLadder}",
              "\\${recallHandoff}",
              "'Choose ladder' (id chooseLadder) must keep the listener ${planLadder} at its end"),
          change(
              "lead-nurture",
              "\\$\\{writeMail}",
              "\\${finishTrack}",
              "'Write mail' (id writeMail) must keep delegateExpression '${writeMail}'"),
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
          handoff(
              "\\$\\{decision == 'accept'}",
              "accept",
              "has the condition 'accept', which is only a text; write an expression"),
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
              "lead-nurture",
              "\\$\\{act == 'mail'}",
              "\\${act == 'later'}",
              "'What next?' (id whatNext) must be followed by 'Write mail' (id writeMail) where act"),
          change(
              "merge-duplicate",
              "\\$\\{decision == 'merge'}",
              "\\${decision != 'merge'}",
              "where decision is 'merge'"),
          change(
              "escalation",
              "targetRef=\"chooseLadder\"",
              "targetRef=\"reassignmentDue\"",
              "'Choose ladder' (id chooseLadder) is never reached"),
          change(
              "escalation",
              "(<bpmn:sequenceFlow id=\"deadlineMissed_escalateToManager\")([^>]*)"
                  + "targetRef=\"escalateToManager\"( />)",
              "$0<bpmn:sequenceFlow id=\"past\"$2targetRef=\"reassignmentDue\"$3",
              "(id reassignmentDue) reads 'reassignAt' on a way past chooseLadder, which sets it"),
          change(
              "find-contact",
              "\\$\\{decision == 'found'}",
              "\\${decision == 'nobody'}",
              "'Contact found' (id contactFound) where decision is 'found'"));

  private static final String STEP =
      "<bpmn:serviceTask id='own' name='Own' camunda:delegateExpression='${alertOwner}'/>";
  private static final String DONE = "<bpmn:endEvent id='done' name='Done'/>";

  /** What is put between the clock of the review and the note to its owner. */
  static final List<Arguments> BETWEEN =
      List.of(
          Arguments.of(
              STEP.replace("alertOwner", "recycleLead"),
              "'Own' (id own) calls ${recycleLead}, which has its one place"),
          Arguments.of(
              STEP.replace("alertOwner", "recordReview"),
              "'Own' (id own) calls ${recordReview}, which has its one place"),
          Arguments.of(
              "<bpmn:parallelGateway id='own' name='Own'/><bpmn:sequenceFlow id='two'"
                  + " sourceRef='own' targetRef='alertOwner'/>",
              "must be followed by 'Alert owner' (id alertOwner); now it leads to 'Alert owner'"
                  + " (id alertOwner) and there a second time"),
          Arguments.of(
              "<bpmn:businessRuleTask id='own' name='Own' camunda:decisionRef='score-band'>"
                  + "<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter"
                  + " name='own'>${decisionResult[0].bnad}</camunda:outputParameter>"
                  + "</camunda:inputOutput></bpmn:extensionElements></bpmn:businessRuleTask>",
              "'Own' (id own) reads 'bnad' of the table 'score-band', which has no such column; it"
                  + " has band"),
          Arguments.of(
              "<bpmn:businessRuleTask id='own' name='Own' camunda:decisionRef='score-band'"
                  + " camunda:decisionRefBinding='version' camunda:decisionRefVersion='99'/>",
              "'Own' (id own) is bound to version '99' of 'score-band', which isn't there"),
          Arguments.of(
              "<bpmn:businessRuleTask id='own' name='Own' camunda:decisionRef='lead-routing'"
                  + " camunda:resultVariable='own' camunda:mapDecisionResult='singleEntry'/>",
              "'Own' (id own) takes one value (singleEntry) of the table 'lead-routing', which has"),
          Arguments.of(
              STEP.replace(
                  "/>",
                  "><bpmn:extensionElements><camunda:executionListener event='end'"
                      + " delegateExpression='${startClock}'/></bpmn:extensionElements>"
                      + "</bpmn:serviceTask>"),
              "'Own' (id own) has the listener ${startClock} at the end of a serviceTask, where it"
                  + " does nothing or harm; it stands at the end of a businessRuleTask"),
          Arguments.of(
              "<bpmn:businessRuleTask id='own' name='Own' camunda:decisionRef='score-band'"
                  + " camunda:resultVariable='decision' camunda:mapDecisionResult='singleEntry'/>",
              "'Own' (id own) sets 'decision', which the process that ships reads"),
          Arguments.of(
              "<bpmn:exclusiveGateway id='own' name='Own?'/>",
              "'Own?' (id own) has no way for everything else; make one of its flows the default"),
          Arguments.of(
              "<bpmn:callActivity id='own' name='Own' calledElement='find-contact'/>",
              "'Own' (id own) calls 'find-contact', which only the application starts"),
          Arguments.of(
              "<bpmn:callActivity id='own' name='Own' calledElement='escalation'/>",
              "'Own' (id own) must hand the business key #{execution.processBusinessKey} over to"
                  + " 'escalation'"));

  @ParameterizedTest(name = "{1}")
  @FieldSource("BETWEEN")
  void a_step_between_does_nothing_that_belongs_to_another(String step, String words) {
    assertThatThrownBy(() -> deploy("lead-handoff", between(step)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining(words);
  }

  private static String own(String body, String from, String to) {
    return body
        + DONE
        + "<bpmn:sequenceFlow id='away' sourceRef='%s' targetRef='%s'/>".formatted(from, to);
  }

  private static String timer(String interrupting, String to) {
    return own(
        "<bpmn:boundaryEvent id='own' name='Own' attachedToRef='reviewLead' %s>"
                .formatted(interrupting)
            + "<bpmn:timerEventDefinition><bpmn:timeDate>${warnAt}</bpmn:timeDate>"
            + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>",
        "own",
        to);
  }

  private static String aside(String start, String attributes) {
    return "<bpmn:subProcess id='aside' name='Aside' triggeredByEvent='true'>"
        + own(start.formatted(attributes), "own", "done")
        + "</bpmn:subProcess>";
  }

  private static final String LATER =
      "<bpmn:startEvent id='own' name='Own' %s><bpmn:timerEventDefinition><bpmn:timeDate>${dueAt}"
          + "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:startEvent>";

  /** What is put beside a question. */
  static final List<Arguments> BESIDE =
      List.of(
          Arguments.of(timer("", "done"), "'Own' (id own) must not end its step: a late answer"),
          Arguments.of(
              timer("cancelActivity='false'", "chooseQualificationSla"),
              "'Own' (id own) must not lead to chooseQualificationSla, while its step still waits"),
          Arguments.of(
              timer("cancelActivity='false'", "remindOrEscalate"),
              "'Own' (id own) must have the listener ${noteTimer} at its start, as other timers"),
          Arguments.of(aside(LATER, ""), "'Own' (id own) must not end what is asked meanwhile"),
          Arguments.of(
              own(LATER.formatted(""), "own", "done"),
              "'Own' (id own) would start the process without a handoff"),
          Arguments.of(
              timer("cancelActivity='false'", "done")
                  .replace(
                      DONE,
                      "<bpmn:endEvent id='done' name='Done'><bpmn:terminateEventDefinition/>"
                          + "</bpmn:endEvent>"),
              "'Done' (id done) must end its own way only"));

  @ParameterizedTest(name = "{1}")
  @FieldSource("BESIDE")
  void a_step_beside_ends_nothing_and_asks_nothing_else(String step, String words) {
    assertThatThrownBy(() -> deploy("lead-handoff", with(step)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining(words);
  }

  private static final String WHO =
      """
      <bpmn:exclusiveGateway id='own' name='Own?' default='own_alertOwner'/>
      <bpmn:sequenceFlow id='partners' sourceRef='own' targetRef='more'>
        <bpmn:conditionExpression>${owner == 'rita'}</bpmn:conditionExpression>
      </bpmn:sequenceFlow>
      <bpmn:serviceTask id='more' name='More' camunda:delegateExpression='${escalateToManager}'/>
      <bpmn:sequenceFlow id='back' sourceRef='more' targetRef='alertOwner'/>
      """;
  private static final String BOTH =
      """
      <bpmn:parallelGateway id='own' name='Own'/>
      <bpmn:sequenceFlow id='f1' sourceRef='own' targetRef='one'/>
      <bpmn:sequenceFlow id='f2' sourceRef='own' targetRef='other'/>
      <bpmn:serviceTask id='one' name='One' camunda:delegateExpression='${escalateToManager}'/>
      <bpmn:serviceTask id='other' name='Other' camunda:delegateExpression='${alertOwner}'/>
      <bpmn:sequenceFlow id='f3' sourceRef='one' targetRef='join'/>
      <bpmn:sequenceFlow id='f4' sourceRef='other' targetRef='join'/>
      <bpmn:parallelGateway id='join' name='Join'/>
      <bpmn:sequenceFlow id='f5' sourceRef='join' targetRef='alertOwner'/>
      """;
  private static final String BAND =
      "<bpmn:businessRuleTask id='own' name='Own' camunda:decisionRef='lead-routing'>"
          + "<bpmn:extensionElements><camunda:inputOutput>"
          + "<camunda:outputParameter name='a'>${decisionResult[0].team}</camunda:outputParameter>"
          + "<camunda:outputParameter name='b'>${decisionResult.getSingleResult().owner}"
          + "</camunda:outputParameter>"
          + "<camunda:outputParameter name='c'>${decisionResult.get(0).getEntry('skill')}"
          + "</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>"
          + "</bpmn:businessRuleTask>";

  private static final String INSIDE =
      BAND
          + """
          <bpmn:sequenceFlow id='f1' sourceRef='own' targetRef='box'/>
          <bpmn:subProcess id='box' name='Box'>
            <bpmn:startEvent id='in' name='In'/>
            <bpmn:sequenceFlow id='f2' sourceRef='in' targetRef='tell'/>
            <bpmn:serviceTask id='tell' name='Tell' camunda:delegateExpression='${alertOwner}'>
              <bpmn:extensionElements><camunda:inputOutput>
                <camunda:inputParameter name='told'>${a}</camunda:inputParameter>
              </camunda:inputOutput></bpmn:extensionElements>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id='f3' sourceRef='tell' targetRef='out'/>
            <bpmn:endEvent id='out' name='Out'/>
          </bpmn:subProcess>
          <bpmn:sequenceFlow id='f5' sourceRef='box' targetRef='alertOwner'/>
          """;

  static final List<String> OWN =
      List.of(
          between(STEP),
          between(WHO),
          between(BOTH),
          between(BAND),
          between(INSIDE),
          with(timer("cancelActivity='false'", "done")),
          with(aside(LATER, "isInterrupting='false'")));

  @ParameterizedTest
  @FieldSource("OWN")
  void steps_of_ones_own_go_through(String model) {
    deploy("lead-handoff", model);
  }

  @Test
  void a_table_keeps_the_column_that_a_process_in_force_reads() {
    String table =
        new String(
                SHIPPED.find(ModelKind.DECISION, "score-band").orElseThrow().content(),
                StandardCharsets.UTF_8)
            .replace("<decision id=\"score-band\"", "<decision id=\"our-band\"");
    engine.getRepositoryService().createDeployment().addString("our-band.dmn", table).deploy();
    deploy(
        "lead-handoff",
        between(
            BAND.replace("lead-routing", "our-band")
                .replace("].team", "].band")
                .replaceAll(
                    "<camunda:outputParameter name='[bc]'.*?</camunda:outputParameter>", "")));

    assertThatThrownBy(
            () ->
                engine
                    .getRepositoryService()
                    .createDeployment()
                    .addString("our-band.dmn", table.replace("name=\"band\"", "name=\"warmth\""))
                    .deploy())
        .hasMessageContaining("(id our-band) is asked by a process in force: 'Own' (id own) reads")
        .hasMessageContaining("change that first or together");
    deploy("lead-handoff", shipped("lead-handoff"));
  }

  /** A model with a node of the id "own" behind the clock of the review. */
  private static String between(String step) {
    String condition =
        step.contains("'Own?'/>")
            ? "<bpmn:conditionExpression>${owner == 'rita'}</bpmn:conditionExpression>"
            : "";
    String last =
        "<bpmn:sequenceFlow id='own_alertOwner' sourceRef='own' targetRef='alertOwner'>"
            + condition
            + "</bpmn:sequenceFlow>";
    return with(step + (step.contains("id='f5'") ? "" : last))
        .replace(
            "sourceRef=\"chooseReviewSla\" targetRef=\"alertOwner\"",
            "sourceRef=\"chooseReviewSla\" targetRef=\"own\"");
  }

  private static String with(String added) {
    String first = "<bpmn:sequenceFlow id=\"leadBecameMql_routeLead\"";
    return shipped("lead-handoff")
        .replace(first, added + first)
        .replaceFirst("</bpmndi:BPMNPlane>", DrawnModel.shapes(added) + "$0");
  }

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
    String model = shipped(process);
    String changed = model.replaceFirst(from, to);
    if (from.contains("|<bpmn:sequenceFlow")) {
      changed = model.replaceAll(from, to);
    }
    assertThat(changed.equals(model)).as("changed").isFalse();
    return changed;
  }

  private static String shipped(String process) {
    return new String(
        SHIPPED.find(ModelKind.PROCESS, process).orElseThrow().content(), StandardCharsets.UTF_8);
  }

  private static void deploy(String process, String model) {
    engine.getRepositoryService().createDeployment().addString(process + ".bpmn", model).deploy();
  }
}
