package dev.baton.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.engine.AttackCode;
import dev.baton.engine.DrawnModel;
import dev.baton.engine.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that a bare engine takes, and some of which run code in it. */
class HostileModelsTest {
  private static ProcessEngine bare;
  private static ProcessEngine fenced;
  private static ProcessEngine ungated;

  @BeforeAll
  static void build() {
    bare = TestEngine.bare();
    fenced = TestEngine.fenced(TestEngine.steps());
    ungated = TestEngine.ungated(TestEngine.steps());
  }

  @AfterEach
  void clean() {
    Stream.of(bare, fenced, ungated)
        .map(ProcessEngine::getRuntimeService)
        .forEach(
            runtime ->
                runtime
                    .createProcessInstanceQuery()
                    .list()
                    .forEach(each -> runtime.deleteProcessInstance(each.getId(), "next test")));
    Stream.of(bare, fenced, ungated)
        .map(ProcessEngine::getRepositoryService)
        .forEach(
            models ->
                models
                    .createDeploymentQuery()
                    .list()
                    .forEach(each -> models.deleteDeployment(each.getId(), true)));
    AttackCode.ENTRIES.set(0);
  }

  @AfterAll
  static void close() {
    bare.close();
    fenced.close();
    ungated.close();
  }

  /** What to do in the process, and the words of the refusal. */
  static final List<Arguments> CODE =
      List.of(
          Arguments.of(
              "a Java class",
              "<serviceTask id='act' name='Act' camunda:class='dev.baton.engine.AttackCode'/>",
              "'Act' (id act) calls the Java class dev.baton.engine.AttackCode"),
          Arguments.of(
              "a Java class by the extension's old name",
              "<serviceTask id='act' name='Act' activiti:class='dev.baton.engine.AttackCode'/>",
              "'Act' (id act) calls the Java class dev.baton.engine.AttackCode"),
          Arguments.of(
              "a Java class as a listener",
              """
              <manualTask id='act' name='Act'><extensionElements>
                <camunda:executionListener event='start' class='dev.baton.engine.AttackCode'/>
              </extensionElements></manualTask>
              """,
              "'Act' (id act) calls the Java class dev.baton.engine.AttackCode"),
          Arguments.of(
              "reflection in a task's expression",
              "<serviceTask id='act' name='Act' camunda:expression=\""
                  + AttackCode.EXPRESSION
                  + "\"/>",
              "'Act' (id act) calls 'getClass' in ${"),
          Arguments.of(
              "reflection in a parameter",
              """
              <manualTask id='act' name='Act'><extensionElements><camunda:inputOutput>
                <camunda:inputParameter name='x'>%s</camunda:inputParameter>
              </camunda:inputOutput></extensionElements></manualTask>
              """
                  .formatted(AttackCode.EXPRESSION),
              "'Act' (id act) calls 'getClass' in ${"),
          Arguments.of(
              "a script task",
              """
              <scriptTask id='act' name='Act' scriptFormat='juel'><script>%s</script></scriptTask>
              """
                  .formatted(AttackCode.EXPRESSION),
              "'Act' (id act) is a script task; scripts are switched off"),
          Arguments.of(
              "a script in a listener",
              """
              <manualTask id='act' name='Act'><extensionElements>
                <camunda:executionListener event='start'>
                  <camunda:script scriptFormat='juel'>%s</camunda:script>
                </camunda:executionListener>
              </extensionElements></manualTask>
              """
                  .formatted(AttackCode.EXPRESSION),
              "'Act' (id act) holds a script"),
          Arguments.of(
              "a script in a parameter",
              """
              <manualTask id='act' name='Act'><extensionElements><camunda:inputOutput>
                <camunda:inputParameter name='x'>
                  <camunda:script scriptFormat='juel'>%s</camunda:script>
                </camunda:inputParameter>
              </camunda:inputOutput></extensionElements></manualTask>
              """
                  .formatted(AttackCode.EXPRESSION),
              "'Act' (id act) holds a script"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("CODE")
  void runs_code_on_the_bare_engine_and_is_refused_here(String what, String body, String words) {
    String model = process(body);
    deploy(bare, model);
    bare.getRuntimeService().startProcessInstanceByKey("hostile");
    assertThat(AttackCode.ENTRIES).as("on the bare engine").hasPositiveValue();

    AttackCode.ENTRIES.set(0);
    refuses(model, "act", words);
    assertThat(AttackCode.ENTRIES).hasValue(0);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("CODE")
  void runs_no_code_even_where_the_gate_stood_open(String what, String body, String words) {
    deploy(ungated, process(body));

    assertThatThrownBy(() -> ungated.getRuntimeService().startProcessInstanceByKey("hostile"))
        .hasStackTraceContaining("refused: ");
    assertThat(AttackCode.ENTRIES).hasValue(0);
  }

  static final List<Arguments> DEFECTS =
      List.of(
          Arguments.of(
              "a step that doesn't exist",
              "<serviceTask id='act' name='Act' camunda:delegateExpression='${alertOwnr}'/>",
              "calls 'alertOwnr', which is no step for this place; there are: [alertOwner]"),
          Arguments.of(
              "a bean that is no step",
              "<serviceTask id='act' name='Act' camunda:delegateExpression='${dataSource}'/>",
              "calls 'dataSource', which is no step"),
          Arguments.of(
              "a listener used as a task",
              "<serviceTask id='act' name='Act' camunda:delegateExpression='${startClock}'/>",
              "calls 'startClock', which is no step"),
          Arguments.of(
              "more than a step's name",
              "<serviceTask id='act' name='Act' camunda:delegateExpression='${a.b}'/>",
              "names no step: ${a.b} is more than a name"),
          Arguments.of(
              "a task listener that doesn't exist",
              """
              <userTask id='act' name='Act'><extensionElements>
                <camunda:taskListener event='create' delegateExpression='${nobody}'/>
              </extensionElements></userTask>
              """,
              "calls 'nobody', which is no step"),
          Arguments.of(
              "a shell command",
              """
              <serviceTask id='act' name='Act' camunda:type='shell'>
                <extensionElements><camunda:field name='command' stringValue='id'/></extensionElements>
              </serviceTask>
              """,
              "is of type 'shell', which nothing here works on"),
          Arguments.of(
              "an external task",
              "<serviceTask id='act' name='Act' camunda:type='external' camunda:topic='t'/>",
              "is of type 'external', which nothing here works on"),
          Arguments.of(
              "a field set in a step",
              """
              <serviceTask id='act' name='Act' camunda:delegateExpression='${alertOwner}'>
                <extensionElements><camunda:field name='clocks' stringValue='x'/></extensionElements>
              </serviceTask>
              """,
              "injects a field"),
          Arguments.of(
              "a page as form",
              "<userTask id='act' name='Act' camunda:formKey='embedded:deployment:evil.html'/>",
              "names a page as its form"),
          Arguments.of(
              "an expression that calls an engine service",
              "<serviceTask id='act' name='Act' camunda:expression=\"${runtimeService.suspendProcessInstanceById('x')}\"/>",
              "calls 'suspendProcessInstanceById' in ${"),
          Arguments.of(
              "an expression that takes the engine's services",
              "<serviceTask id='act' name='Act' camunda:expression='${execution.processEngineServices}'/>",
              "reads 'processEngineServices' in ${"),
          Arguments.of(
              "a decision that isn't deployed",
              "<businessRuleTask id='act' name='Act' camunda:decisionRef='sla-polcy'/>",
              "names the decision 'sla-polcy', which isn't deployed"),
          Arguments.of(
              "a process that isn't deployed",
              "<callActivity id='act' name='Act' calledElement='escalatoin'/>",
              "names the process 'escalatoin', which isn't deployed"),
          Arguments.of(
              "a form that isn't deployed",
              "<userTask id='act' name='Act' camunda:formRef='reviw' camunda:formRefBinding='latest'/>",
              "names the form 'reviw', which isn't deployed"),
          Arguments.of(
              "a form that nobody names",
              "<userTask id='act' name='Act' camunda:formRef='${form}' camunda:formRefBinding='latest'/>",
              "computes which form it means; name it"),
          Arguments.of(
              "a process that calls itself",
              "<callActivity id='act' name='Act' calledElement='hostile'/>",
              "calls its own process"),
          Arguments.of(
              "any number of instances",
              """
              <manualTask id='act' name='Act'>
                <multiInstanceLoopCharacteristics>
                  <loopCardinality>${100 * 1000000}</loopCardinality>
                </multiInstanceLoopCharacteristics>
              </manualTask>
              """,
              "is done '${100 * 1000000}' times; name a number up to 100, or a collection"),
          Arguments.of(
              "a malformed duration",
              timer("<timeDuration>24 h</timeDuration>"),
              "waits for '24 h', which is no duration such as PT4H or P1D"),
          Arguments.of(
              "a malformed date",
              timer("<timeDate>next Monday</timeDate>"),
              "waits for 'next Monday', which is no instant"),
          Arguments.of(
              "a repeating timer",
              timer("<timeCycle>R3/PT8H</timeCycle>"),
              "repeats (R3/PT8H); a repetition is lost while the application is down"),
          Arguments.of(
              "a malformed retry cycle",
              """
              <serviceTask id='act' name='Act' camunda:asyncBefore='true' camunda:delegateExpression='${alertOwner}'>
                <extensionElements><camunda:failedJobRetryTimeCycle>10 minutes</camunda:failedJobRetryTimeCycle></extensionElements>
              </serviceTask>
              """,
              "retries after '10 minutes'"),
          Arguments.of(
              "a malformed due date",
              "<userTask id='act' name='Act' camunda:dueDate='tomorrow'/>",
              "waits for 'tomorrow', which is no instant"));

  private static String timer(String time) {
    return """
        <intermediateCatchEvent id='act' name='Act'>
          <timerEventDefinition id='timer'>%s</timerEventDefinition>
        </intermediateCatchEvent>
        """
        .formatted(time);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("DEFECTS")
  void is_deployed_by_the_bare_engine_and_refused_here(String what, String body, String words) {
    deploy(bare, process(body));

    refuses(process(body), "act", words);
  }

  @Test
  void a_loop_that_nothing_stops_is_refused_and_one_with_a_timer_is_not() {
    String loop =
        """
        <manualTask id='act' name='Act'/>
        <exclusiveGateway id='again' name='Again?' default='no'/>
        <sequenceFlow id='f1' sourceRef='act' targetRef='again'/>
        <sequenceFlow id='yes' sourceRef='again' targetRef='%s'>
          <conditionExpression>${true}</conditionExpression>
        </sequenceFlow>
        <intermediateCatchEvent id='wait' name='Wait'>
          <timerEventDefinition id='timer'><timeDuration>PT1H</timeDuration></timerEventDefinition>
        </intermediateCatchEvent>
        <sequenceFlow id='f3' sourceRef='wait' targetRef='act'/>
        <sequenceFlow id='no' sourceRef='again' targetRef='end'/>
        <sequenceFlow id='later' sourceRef='again' targetRef='wait'>
          <conditionExpression>${false}</conditionExpression>
        </sequenceFlow>
        <endEvent id='end' name='End'/>
        <startEvent id='start' name='Start'/>
        <sequenceFlow id='f0' sourceRef='start' targetRef='act'/>
        """;
    String endless = definitions(loop.formatted("act"));
    deploy(bare, endless);

    assertThat(problems(endless))
        .extracting(Problem::getMessage)
        .singleElement()
        .asString()
        .contains("is on a loop that nothing stops");
    deploy(fenced, definitions(loop.formatted("wait")));
  }

  @Test
  void processes_that_call_each_other_are_refused_wherever_they_come_from() {
    String caller = process("<callActivity id='act' name='Act' calledElement='other'/>");
    String called = named("other", "<callActivity id='act' name='Act' calledElement='hostile'/>");
    String words = "calls 'other', which calls this process again, so that neither would ever end";

    assertThatThrownBy(
            () ->
                fenced
                    .getRepositoryService()
                    .createDeployment()
                    .addString("hostile.bpmn", caller)
                    .addString("other.bpmn", called)
                    .deploy())
        .hasMessageContaining("this process again, so that neither would ever end");
    deploy(fenced, process("<manualTask id='act' name='Act'/>"));
    deploy(fenced, "other.bpmn", called);
    assertThat(problems(caller)).extracting(Problem::getMessage).anyMatch(m -> m.contains(words));
  }

  static final List<Arguments> LOOPED =
      List.of(
          Arguments.of(
              "a sub-process with a way past its task",
              """
              <subProcess id='act' name='Act'>
                <startEvent id='in1'/><sequenceFlow id='s1' sourceRef='in1' targetRef='which'/>
                <exclusiveGateway id='which' name='Which?' default='s3'/>
                <sequenceFlow id='s2' sourceRef='which' targetRef='ask'>
                  <conditionExpression>${false}</conditionExpression>
                </sequenceFlow>
                <receiveTask id='ask' name='Ask'/>
                <sequenceFlow id='s3' sourceRef='which' targetRef='out1'/>
                <sequenceFlow id='s4' sourceRef='ask' targetRef='out1'/>
                <endEvent id='out1'/>
              </subProcess>
              """,
              false),
          Arguments.of(
              "a sub-process that always waits",
              """
              <subProcess id='act' name='Act'>
                <startEvent id='in1'/><sequenceFlow id='s1' sourceRef='in1' targetRef='both'/>
                <parallelGateway id='both' name='Both'/>
                <sequenceFlow id='s2' sourceRef='both' targetRef='ask'/>
                <receiveTask id='ask' name='Ask'/>
                <sequenceFlow id='s3' sourceRef='both' targetRef='out1'/>
                <sequenceFlow id='s4' sourceRef='ask' targetRef='out2'/>
                <endEvent id='out1'/><endEvent id='out2'/>
              </subProcess>
              """,
              true),
          Arguments.of(
              "a sub-process that fails before it waits",
              """
              <subProcess id='act' name='Act'>
                <startEvent id='in1'/><sequenceFlow id='s1' sourceRef='in1' targetRef='tell'/>
                <serviceTask id='tell' name='Tell' camunda:delegateExpression='${alertOwner}'/>
                <sequenceFlow id='s2' sourceRef='tell' targetRef='ask'/>
                <receiveTask id='ask' name='Ask'/>
                <sequenceFlow id='s3' sourceRef='ask' targetRef='out1'/><endEvent id='out1'/>
              </subProcess>
              <boundaryEvent id='failed' name='Failed' attachedToRef='act'>
                <errorEventDefinition id='error'/>
              </boundaryEvent>
              <sequenceFlow id='f9' sourceRef='failed' targetRef='act'/>
              """,
              false),
          Arguments.of(
              "a sub-process with a boundary past its task",
              """
              <subProcess id='act' name='Act'>
                <startEvent id='in1'/><sequenceFlow id='s1' sourceRef='in1' targetRef='tell'/>
                <serviceTask id='tell' name='Tell' camunda:delegateExpression='${alertOwner}'/>
                <boundaryEvent id='failed' name='Failed' attachedToRef='tell'>
                  <errorEventDefinition id='error'/>
                </boundaryEvent>
                <sequenceFlow id='s4' sourceRef='failed' targetRef='out2'/><endEvent id='out2'/>
                <sequenceFlow id='s2' sourceRef='tell' targetRef='ask'/>
                <receiveTask id='ask' name='Ask'/>
                <sequenceFlow id='s3' sourceRef='ask' targetRef='out1'/><endEvent id='out1'/>
              </subProcess>
              """,
              false),
          Arguments.of(
              "a sub-process that fails after it has waited",
              """
              <subProcess id='act' name='Act'>
                <startEvent id='in1'/><sequenceFlow id='s1' sourceRef='in1' targetRef='ask'/>
                <receiveTask id='ask' name='Ask'/>
                <sequenceFlow id='s2' sourceRef='ask' targetRef='tell'/>
                <serviceTask id='tell' name='Tell' camunda:delegateExpression='${alertOwner}'/>
                <sequenceFlow id='s3' sourceRef='tell' targetRef='out1'/><endEvent id='out1'/>
              </subProcess>
              <boundaryEvent id='failed' name='Failed' attachedToRef='act'>
                <errorEventDefinition id='error'/>
              </boundaryEvent>
              <sequenceFlow id='f9' sourceRef='failed' targetRef='act'/>
              """,
              true),
          Arguments.of(
              "a timer for one day of the calendar",
              timer("<timeDate>2020-01-01T00:00:00</timeDate>"),
              false),
          Arguments.of(
              "a timer of no length", timer("<timeDuration>${'PT0S'}</timeDuration>"), false),
          Arguments.of(
              "a call of a process that never waits",
              "<callActivity id='act' name='Act' calledElement='brief'/>",
              false),
          Arguments.of(
              "a call of a process that waits",
              "<callActivity id='act' name='Act' calledElement='patient'/>",
              true));

  @ParameterizedTest(name = "{0}")
  @FieldSource("LOOPED")
  void a_loop_is_stopped_only_by_what_waits_whichever_way_it_goes(
      String what, String act, boolean waits) {
    deploy(fenced, "brief.bpmn", named("brief", "<manualTask id='act' name='Act'/>"));
    deploy(fenced, "patient.bpmn", named("patient", "<receiveTask id='act' name='Act'/>"));
    String loop =
        definitions(
            """
            <startEvent id='start'/><sequenceFlow id='f0' sourceRef='start' targetRef='act'/>
            %s
            <sequenceFlow id='f1' sourceRef='act' targetRef='again'/>
            <exclusiveGateway id='again' name='Again?' default='no'/>
            <sequenceFlow id='yes' sourceRef='again' targetRef='act'>
              <conditionExpression>${true}</conditionExpression>
            </sequenceFlow>
            <sequenceFlow id='no' sourceRef='again' targetRef='end'/>
            <endEvent id='end'/>
            """
                .formatted(act));

    if (waits) {
      deploy(fenced, loop);
    } else {
      assertThat(problems(loop))
          .extracting(Problem::getMessage)
          .anyMatch(said -> said.contains("is on a loop that nothing stops"));
    }
  }

  @Test
  void what_the_caller_hands_over_may_be_read() {
    String called =
        named(
            "called",
            """
            <manualTask id='act' name='Act'><extensionElements><camunda:inputOutput>
              <camunda:inputParameter name='mine'>${sumAsked}</camunda:inputParameter>
            </camunda:inputOutput></extensionElements></manualTask>
            """);
    String calling =
        named(
            "calling",
            """
            <callActivity id='act' name='Act' calledElement='called'><extensionElements>
              <camunda:in source='owner' target='sumAsked'/>
            </extensionElements></callActivity>
            """);

    assertThatThrownBy(() -> deploy(fenced, "called.bpmn", called))
        .hasMessageContaining("reads 'sumAsked'");
    fenced
        .getRepositoryService()
        .createDeployment()
        .addString("called.bpmn", called)
        .addString("calling.bpmn", calling)
        .deploy();
    deploy(fenced, "called.bpmn", called.replace("name='Act'", "name='Act again'"));
  }

  @Test
  void what_is_undone_when_something_fails_hangs_on_its_task() {
    deploy(
        fenced,
        process(
                """
                <manualTask id='act' name='Act'/>
                <boundaryEvent id='undone' name='Undone' attachedToRef='act'>
                  <compensateEventDefinition id='undoing'/>
                </boundaryEvent>
                <manualTask id='undo' name='Undo' isForCompensation='true'/>
                """)
            .replace(
                "</process>",
                "<association id='line' associationDirection='One' sourceRef='undone'"
                    + " targetRef='undo'/></process>"));
  }

  private static String named(String process, String body) {
    return process(body)
        .replace("id='hostile'", "id='%s'".formatted(process))
        .replace("bpmnElement='hostile'", "bpmnElement='%s'".formatted(process));
  }

  @Test
  void a_model_of_only_harmless_things_is_deployed() {
    deploy(
        fenced,
        process(
            """
            <serviceTask id='act' name='Act' camunda:asyncBefore='true' camunda:delegateExpression='${alertOwner}'>
              <documentation>Costs ${'$'}{100}, says ''.getClass()</documentation>
              <extensionElements>
                <camunda:failedJobRetryTimeCycle>R5/PT1M</camunda:failedJobRetryTimeCycle>
                <camunda:executionListener event='end' delegateExpression='${startClock}'/>
                <camunda:inputOutput>
                  <camunda:inputParameter name='clock'>${owner == 'rita' ? 'a' : 'b'}</camunda:inputParameter>
                </camunda:inputOutput>
              </extensionElements>
            </serviceTask>
            """));
  }

  @Test
  void a_process_says_how_long_its_history_is_kept() {
    String model =
        process("<manualTask id='act' name='Act'/>").replace("camunda:historyTimeToLive='P1D'", "");
    deploy(bare, model);

    refuses(model, "hostile", "'Hostile' (id hostile) needs a history time to live");
  }

  @Test
  void a_process_that_nobody_could_start_is_refused() {
    String model = process("<manualTask id='act' name='Act'/>").replace("isExecutable='true'", "");
    deploy(bare, model);

    refuses(model, "hostile", "is not marked as executable");
  }

  @Test
  void a_condition_in_a_script_language_is_refused() {
    String model =
        process("<manualTask id='act' name='Act'/>")
            .replace(
                "<sequenceFlow id='out' sourceRef='act' targetRef='end'/>",
                """
                <sequenceFlow id='out' name='yes' sourceRef='act' targetRef='end'>
                  <conditionExpression xsi:type='tFormalExpression' language='juel'>%s == 'burglar'</conditionExpression>
                </sequenceFlow>
                """
                    .formatted(AttackCode.EXPRESSION));
    deploy(bare, model);

    refuses(model, "out", "'yes' (id out) holds a script");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page.html", "code.js", "case.cmmn", "lib.jar", "process.bpmn20.xml.txt"})
  void nothing_but_models_and_pictures_is_deployed(String name) {
    assertThatThrownBy(() -> deploy(fenced, name, "<a/>"))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("Only .bpmn, .dmn, .form and pictures are deployed here");
  }

  @Test
  void a_form_inside_the_model_is_refused_with_a_sentence() {
    String model =
        process(
            """
            <userTask id='act' name='Act'><extensionElements>
              <camunda:formData><camunda:formField id='note' type='string'/></camunda:formData>
            </extensionElements></userTask>
            """);

    refuses(model, "note", "describes a form in the model; use a Camunda Form");
  }

  @Test
  void a_model_for_another_engine_is_refused_with_a_sentence() {
    String zeebe =
        process(
                """
                <serviceTask id='act' name='Act'><extensionElements>
                  <zeebe:taskDefinition type='payment'/>
                </extensionElements></serviceTask>
                """)
            .replace(
                "targetNamespace",
                "xmlns:zeebe='http://camunda.org/schema/zeebe/1.0' targetNamespace");
    refuses(zeebe, "act", "holds zeebe:taskDefinition, which is for Camunda 8 (Zeebe)");
    refuses(
        process("<manualTask id='act' name='Act' flowable:async='true'/>")
            .replace(
                "targetNamespace", "xmlns:flowable='http://flowable.org/bpmn' targetNamespace"),
        "act",
        "has flowable:async, which is for Flowable");

    assertThat(
            problems(
                process("<manualTask id='act' name='Act'/>")
                    .replace(
                        "targetNamespace",
                        "xmlns:modeler='http://camunda.org/schema/modeler/1.0'"
                            + " modeler:executionPlatform='Camunda Cloud' targetNamespace")))
        .extracting(Problem::getMessage)
        .contains(
            "It is made for Camunda Cloud; this is Camunda 7: choose Camunda 7 when you make a"
                + " diagram in Modeler");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<definitions/>",
        "<a xmlns='b' type='c'/>",
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process/></definitions>",
        "<?xml version='1.0'?><x:y xmlns:x='z' x:type='' name=''/>",
        ""
      })
  void whatever_is_deployed_is_taken_or_refused_with_a_sentence(String content) {
    for (String name : List.of("odd.bpmn", "odd.dmn", "odd.form")) {
      assertThatThrownBy(() -> deploy(fenced, name, content))
          .as(name)
          .isInstanceOf(ParseException.class)
          .hasMessageContaining("was not deployed");
    }
  }

  @Test
  void every_way_has_two_ends_and_every_condition_says_something() {
    String model = process("<manualTask id='act' name='Act'/>");

    refuses(model.replace("targetRef='end'", "targetRef='gone'"), "out", "has lost the element");
    refuses(model.replace("<endEvent id='end'/>", ""), "out", "has lost the element");
    refuses(
        model.replace("<sequenceFlow id='out' sourceRef='act' targetRef='end'/>", ""),
        "act",
        "'Act' (id act) leads nowhere");
    refuses(
        model.replace("sourceRef='start' targetRef='act'", "sourceRef='start' targetRef='end'"),
        "act",
        "'Act' (id act) is never reached");
    refuses(
        model.replace(
            "<sequenceFlow id='out' sourceRef='act' targetRef='end'/>",
            "<sequenceFlow id='out' sourceRef='act' targetRef='end'>"
                + "<conditionExpression> </conditionExpression></sequenceFlow>"),
        "out",
        "'out' has an empty condition");
  }

  @Test
  void what_runs_is_drawn() {
    String model = process("<manualTask id='act' name='Act'/>");

    refuses(
        model.replaceAll("<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", ""),
        "",
        "It has no diagram, so nobody could see what runs; draw it in Modeler");
    refuses(
        model.replaceAll("<bpmndi:BPMNShape id='act_di'.*?</bpmndi:BPMNShape>", ""),
        "act",
        "'Act' (id act) isn't drawn, so nobody could see it");
  }

  @Test
  void who_is_asked_has_a_form_a_date_and_a_timer() {
    String model = process("<userTask id='act' name='Act'/>");
    deploy(bare, model);

    refuses(model, "act", "'Act' (id act) has no form, so nobody could answer");
    refuses(model, "act", "'Act' (id act) has no due date; say one");
    refuses(model, "act", "'Act' (id act) has no timer, so nobody would notice that it waits");
  }

  @Test
  void a_variable_that_is_read_is_set_somewhere() {
    refuses(
        process("<manualTask id='act' name='Act'/>")
            .replace(
                "<sequenceFlow id='out' sourceRef='act' targetRef='end'/>",
                """
                <sequenceFlow id='out' name='yes' sourceRef='act' targetRef='end'>
                  <conditionExpression xsi:type='tFormalExpression'>${bugdet > 3}</conditionExpression>
                </sequenceFlow>
                """),
        "out",
        "'yes' (id out) reads 'bugdet' in ${bugdet > 3}, which nothing sets");
  }

  @Test
  void a_model_is_not_deleted_while_it_runs() {
    deploy(fenced, process("<receiveTask id='act' name='Act'/>"));
    fenced.getRuntimeService().startProcessInstanceByKey("hostile");
    var models = fenced.getRepositoryService();
    String deployment = models.createDeploymentQuery().singleResult().getId();
    String definition = models.createProcessDefinitionQuery().singleResult().getId();

    assertThatThrownBy(() -> models.deleteDeployment(deployment, true))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("'hostile' version 1 can't be deleted: 1 of it are running");
    assertThatThrownBy(() -> models.deleteProcessDefinition(definition, true))
        .isInstanceOf(BadUserRequestException.class);
    assertThat(fenced.getRuntimeService().createProcessInstanceQuery().count()).isOne();
  }

  @Test
  void only_an_administrator_deletes_a_deployment() {
    deploy(fenced, process("<receiveTask id='act' name='Act'/>"));
    var models = fenced.getRepositoryService();
    String deployment = models.createDeploymentQuery().singleResult().getId();
    try {
      fenced.getIdentityService().setAuthentication("dora", List.of("designers"));
      assertThatThrownBy(() -> models.deleteDeployment(deployment))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageContaining("Only an administrator deletes a deployment");
      fenced.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
      models.deleteDeployment(deployment);
    } finally {
      fenced.getIdentityService().clearAuthentication();
    }
    assertThat(models.createDeploymentQuery().count()).isZero();
  }

  @Test
  void a_document_type_is_refused() {
    String model = process("<manualTask id='act' name='Act'/>");
    String bomb = "<!DOCTYPE lolz [<!ENTITY lol \"lol\">]>" + model;

    assertThatThrownBy(() -> deploy(fenced, "bomb.bpmn", bomb))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("no readable XML");
  }

  @Test
  void the_engines_own_test_of_a_name_decides_what_is_a_process() {
    String model =
        process("<serviceTask id='act' name='Act' camunda:class='dev.baton.engine.AttackCode'/>");
    deploy(bare, "odd-bpmn20.xml", model);
    assertThat(bare.getRepositoryService().createProcessDefinitionQuery().count()).isOne();

    assertThatThrownBy(() -> deploy(fenced, "odd-bpmn20.xml", model))
        .hasMessageContaining("calls the Java class");
  }

  @Test
  void what_was_deployed_before_the_gate_learned_a_rule_still_runs() {
    String model = process("<receiveTask id='act' name='Act'/>");
    deploy(fenced, model);
    fenced.getRuntimeService().startProcessInstanceByKey("hostile");
    var configuration = (ProcessEngineConfigurationImpl) fenced.getProcessEngineConfiguration();
    DeploymentGate strict =
        new DeploymentGate(
            Map.of(
                ModelKind.PROCESS,
                List.of((all, modelLookup, findings) -> findings.add("act", "Nothing pleases"))),
            List::of);
    var cache = configuration.getDeploymentCache();
    cache.discardProcessDefinitionCache();
    cache.setDeployers(
        Stream.concat(Stream.of(strict), configuration.getDeployers().stream()).toList());
    try {
      var runtime = fenced.getRuntimeService();
      runtime.signal(runtime.createExecutionQuery().activityId("act").singleResult().getId());
      assertThat(fenced.getRuntimeService().createProcessInstanceQuery().count()).isZero();
      assertThatThrownBy(() -> deploy(fenced, model)).hasMessageContaining("Nothing pleases");
    } finally {
      cache.setDeployers(configuration.getDeployers());
    }
  }

  private static void refuses(String model, String element, String words) {
    assertThat(problems(model))
        .anySatisfy(
            problem -> {
              assertThat(problem.getMessage()).contains(words);
              assertThat(problem.getMainElementId()).isEqualTo(element);
            });
    assertThat(fenced.getRepositoryService().createDeploymentQuery().count()).isZero();
  }

  private static List<Problem> problems(String model) {
    ParseException refusal =
        catchThrowableOfType(ParseException.class, () -> deploy(fenced, model));
    assertThat(refusal).as("refused").isNotNull();
    assertThat(refusal).hasMessageStartingWith("hostile.bpmn was not deployed");
    return refusal.getResorceReports().get(0).getErrors();
  }

  private static void deploy(ProcessEngine engine, String model) {
    deploy(engine, "hostile.bpmn", model);
  }

  private static void deploy(ProcessEngine engine, String name, String model) {
    engine.getRepositoryService().createDeployment().addString(name, model).deploy();
  }

  private static String process(String body) {
    return definitions(
        """
        <startEvent id='start'/>
        <sequenceFlow id='in' sourceRef='start' targetRef='act'/>
        %s
        <sequenceFlow id='out' sourceRef='act' targetRef='end'/>
        <endEvent id='end'/>
        """
            .formatted(body));
  }

  private static String definitions(String body) {
    String xml =
        """
        <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'
            xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:activiti='http://activiti.org/bpmn'
            xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' targetNamespace='hostile'>
          <process id='hostile' name='Hostile' isExecutable='true' camunda:historyTimeToLive='P1D'>
            %s
          </process>
        </definitions>
        """
            .formatted(body);
    return DrawnModel.of(xml, "hostile");
  }
}
