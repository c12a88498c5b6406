package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.ShippedModelFiles.Model;
import dev.baton.engine.ProcessVariable;
import dev.baton.handoff.assignment.EscalationLadder;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffClosing;
import dev.baton.handoff.record.HandoffDimensions;
import dev.baton.handoff.record.HandoffOrigin;
import dev.baton.handoff.record.Ownership;
import dev.baton.nurture.NurtureProcess;
import dev.baton.review.ReviewProcess;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.ClassUtils;

/** What every process model keeps to, so that its picture can be read and its beans be found. */
class ModelConventionsTest {
  /** What an instance keeps; everything else in an expression is local to one step. */
  private static final Set<String> VARIABLES =
      Stream.of(
              HandoffProcess.VARIABLES,
              EscalationLadder.VARIABLES,
              NurtureProcess.VARIABLES,
              ReviewProcess.VARIABLES)
          .flatMap(List::stream)
          .map(ProcessVariable::name)
          .collect(Collectors.toSet());

  /** What {@code recallHandoff} lends a rule task. */
  private static final Set<String> RECALLED =
      new Handoff(
              null,
              null,
              1,
              null,
              null,
              new HandoffOrigin(null, false, null, null),
              Ownership.NONE,
              new HandoffDimensions(null, null, null, null, null, null, null),
              HandoffClosing.NONE)
          .recalled()
          .keySet();

  /** Gone before the transaction that sets them ends. */
  private static final Set<String> PASSING =
      Set.of("decisionResult", "nextStep", "rule", "skill", "timer");

  /** What {@code recallRelations} lends the choice of a team. */
  private static final Set<String> RELATIONS =
      Set.of("dealOwner", "accountOwner", "colleagueOwner", "language", "product");

  /** What {@code recallNurture} lends a rule task. */
  private static final Set<String> NURTURE =
      Set.of(
          "reason",
          "mailsSent",
          "lastSignal",
          "openHandoff",
          "mailWaits",
          "educationLeft",
          "caseStudiesLeft",
          "comparisonsLeft");

  /** What {@code describeTask} puts on a task, and goes with it. */
  private static final Set<String> ON_A_TASK = Set.of("form");

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern IDENTIFIER =
      Pattern.compile("'[^']*'|\"[^\"]*\"|\\.\\w+|\\b([a-zA-Z]\\w*)\\b");
  private static final Pattern FILE = Pattern.compile("([\\w-]+)\\.bpmn");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+}");

  static Stream<Model<BpmnModelInstance>> processes() {
    return ShippedModelFiles.processes();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_file_is_named_after_its_process(Model<BpmnModelInstance> model) {
    assertThat(process(model).getId()).isEqualTo(model.name());
    assertThat(process(model).isExecutable()).isTrue();
    assertThat(process(model).getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_process_says_which_edition_it_is(Model<BpmnModelInstance> model) {
    assertThat(process(model).getCamundaVersionTag()).matches("[1-9]\\d*");
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_element_says_in_one_sentence_what_it_is_for(Model<BpmnModelInstance> model) {
    assertThat(process(model).getDocumentations()).hasSize(1);
    assertThat(described(model))
        .isNotEmpty()
        .allSatisfy(element -> assertThat(element.getDocumentations()).hasSize(1));
    assertThat(described(model).flatMap(element -> element.getDocumentations().stream()))
        .extracting(Documentation::getTextContent)
        .doesNotHaveDuplicates()
        .allMatch(text -> text.matches("[A-Z][^.!?]{9,}\\."));
  }

  @Test
  void the_handoff_names_the_processes_that_follow_it() {
    assertThat(named(processes().filter(each -> each.name().equals("lead-handoff"))))
        .containsExactlyInAnyOrder(
            "escalation", "rejection-follow-up", "find-contact", "merge-duplicate", "lead-nurture");
    assertThat(named(processes().filter(each -> each.name().equals("handoff-review"))))
        .containsExactly("decision-follow-up");
  }

  @Test
  void a_process_that_a_picture_names_ships() {
    assertThat(named(processes()))
        .isNotEmpty()
        .isSubsetOf(processes().map(Model::name).collect(Collectors.toSet()));
  }

  /** The files that notes on the pictures name, and the processes that are called. */
  private static Set<String> named(Stream<Model<BpmnModelInstance>> models) {
    return models
        .flatMap(
            model ->
                Stream.concat(
                    all(model, TextAnnotation.class).stream()
                        .flatMap(note -> FILE.matcher(note.getTextContent()).results())
                        .map(file -> file.group(1)),
                    all(model, CallActivity.class).stream().map(CallActivity::getCalledElement)))
        .collect(Collectors.toSet());
  }

  private static Stream<BaseElement> described(Model<BpmnModelInstance> model) {
    return Stream.concat(all(model, FlowNode.class).stream(), all(model, Lane.class).stream());
  }

  /** What not every process has is in some of them, or a rule about it would hold for nothing. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        Gateway.class,
        ServiceTask.class,
        BusinessRuleTask.class,
        TimerEventDefinition.class,
        UserTask.class,
        BoundaryEvent.class
      })
  void there_are_elements_of_every_kind_that_has_a_rule(
      Class<? extends ModelElementInstance> kind) {
    assertThat(
            ShippedModelFiles.processes()
                .flatMap(model -> model.tree().getModelElementsByType(kind).stream()))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void an_id_is_its_label_in_camel_case(Model<BpmnModelInstance> model) {
    assertThat(all(model, FlowNode.class))
        .isNotEmpty()
        .allSatisfy(node -> assertThat(node.getId()).isEqualTo(camelCase(label(node))));
  }

  /** What a timer is called, without its promise ({@link ModelPromisesTest}). */
  private static String label(FlowNode node) {
    return node.getName().replaceFirst("\\s+·[^·]*$", "");
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_task_is_labelled_with_a_verb_and_an_object(Model<BpmnModelInstance> model) {
    assertThat(all(model, Task.class))
        .isNotEmpty()
        .extracting(Task::getName)
        .allMatch(name -> name.matches("[A-Z][a-z]+( [a-zA-Z]+)+"))
        .noneMatch(name -> name.matches("(Do|Handle|Process|Perform|Manage|Execute) .*"));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_gateway_that_picks_a_way_asks_and_each_way_out_is_an_answer(
      Model<BpmnModelInstance> model) {
    assertThat(all(model, Gateway.class))
        .filteredOn(gateway -> !(gateway instanceof ParallelGateway))
        .allSatisfy(
            gateway -> {
              assertThat(gateway.getName()).endsWith("?");
              assertThat(gateway.getOutgoing())
                  .hasSizeGreaterThan(1)
                  .extracting(SequenceFlow::getName)
                  .doesNotContainNull();
            });
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_service_task_calls_the_bean_of_its_name(Model<BpmnModelInstance> model) {
    assertThat(all(model, ServiceTask.class))
        .allSatisfy(
            task ->
                assertThat(task.getCamundaDelegateExpression())
                    .isEqualTo("${%s}".formatted(task.getId())));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void behind_every_bean_stands_a_step_of_that_name(Model<BpmnModelInstance> model) {
    assertThat(beans(model))
        .allSatisfy(
            bean ->
                assertThat(Stream.of("handoff", "rejection", "nurture", "review", "agent"))
                    .anyMatch(room -> isStep(room, bean)));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_rule_task_asks_the_latest_version_of_a_table_that_ships(Model<BpmnModelInstance> model) {
    Set<String> tables = ShippedModelFiles.decisions().map(Model::name).collect(Collectors.toSet());

    assertThat(all(model, BusinessRuleTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.getCamundaDecisionRef()).isIn(tables);
              // Modeler leaves out what is the default
              assertThat(task.getCamundaDecisionRefBinding()).isIn(null, "latest");
            });
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_timer_reads_an_instant_and_no_duration(Model<BpmnModelInstance> model) {
    assertThat(all(model, TimerEventDefinition.class))
        .allSatisfy(
            timer -> {
              assertThat(timer.getTimeDate().getTextContent()).matches(VARIABLE);
              assertThat(timer.getTimeDuration()).isNull();
              assertThat(timer.getTimeCycle()).isNull();
            });
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_user_task_is_owned_due_reminded_of_and_escalated(Model<BpmnModelInstance> model) {
    assertThat(all(model, UserTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.getCamundaAssignee()).isEqualTo("${owner}");
              assertThat(task.getCamundaCandidateGroups()).isEqualTo("${team}");
              assertThat(task.getCamundaDueDate()).isEqualTo("${dueAt}");
              assertThat(timersOn(task, model)).containsExactly("${dueAt}", "${warnAt}");
            });
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_late_answer_is_still_an_answer(Model<BpmnModelInstance> model) {
    assertThat(all(model, BoundaryEvent.class)).noneMatch(BoundaryEvent::cancelActivity);
  }

  @ParameterizedTest
  @MethodSource("processes")
  void the_start_returns_at_once_and_a_recorded_answer_is_kept(Model<BpmnModelInstance> model) {
    assertThat(all(model, StartEvent.class))
        .filteredOn(start -> start.getParentElement() instanceof Process)
        .isNotEmpty()
        .allMatch(StartEvent::isCamundaAsyncBefore);
    assertThat(
            all(model, UserTask.class).stream()
                .flatMap(task -> task.getSucceedingNodes().list().stream()))
        .as("runs with the answer, so that a refusal reaches the person, and saves after it")
        .allMatch(step -> step.isCamundaAsyncAfter() && !step.isCamundaAsyncBefore());
  }

  @ParameterizedTest
  @MethodSource("processes")
  void nothing_but_beans_runs_code(Model<BpmnModelInstance> model) {
    assertThat(model.xml())
        .doesNotContainPattern("camunda:(class|expression|resource|script|connector|field)\\b")
        .doesNotContainPattern("<(\\w+:)?script")
        .doesNotContainPattern("\\b(now|today|currentUser|dateTime)\\(");
  }

  @ParameterizedTest
  @MethodSource("processes")
  void an_expression_reads_only_declared_variables(Model<BpmnModelInstance> model) {
    Set<String> known = new TreeSet<>(VARIABLES);
    known.addAll(PASSING);
    known.addAll(ON_A_TASK);
    known.addAll(beans(model));

    assertThat(identifiers(model.xml())).isSubsetOf(known);
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_table_asked_by_the_process_reads_only_what_the_process_has(
      Model<BpmnModelInstance> model) {
    Set<String> known = new TreeSet<>(VARIABLES);
    known.addAll(RECALLED);
    known.addAll(RELATIONS);
    known.addAll(NURTURE);
    all(model, CamundaInputParameter.class).forEach(input -> known.add(input.getCamundaName()));

    assertThat(all(model, BusinessRuleTask.class))
        .extracting(BusinessRuleTask::getCamundaDecisionRef)
        .allSatisfy(table -> assertThat(inputs(table)).isSubsetOf(known));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_person_answers_in_the_latest_version_of_a_form_that_ships(Model<BpmnModelInstance> model) {
    Set<String> forms = ShippedModelFiles.forms().map(Model::name).collect(Collectors.toSet());
    forms.add("${form}");

    assertThat(all(model, UserTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.getCamundaFormRef()).isIn(forms);
              assertThat(task.getCamundaFormRefBinding()).isEqualTo("latest");
            });
  }

  /** A rule about what no model has would hold whatever happens. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        BoundaryEvent.class,
        BusinessRuleTask.class,
        Gateway.class,
        ServiceTask.class,
        Task.class,
        TimerEventDefinition.class,
        UserTask.class
      })
  void each_rule_is_about_something_that_ships(Class<? extends ModelElementInstance> type) {
    assertThat(ShippedModelFiles.processes().flatMap(model -> all(model, type).stream()))
        .isNotEmpty();
  }

  private static Process process(Model<BpmnModelInstance> model) {
    return all(model, Process.class).iterator().next();
  }

  private static <E extends ModelElementInstance> Collection<E> all(
      Model<BpmnModelInstance> model, Class<E> type) {
    return model.tree().getModelElementsByType(type);
  }

  private static Stream<String> timersOn(UserTask task, Model<BpmnModelInstance> model) {
    return all(model, BoundaryEvent.class).stream()
        .filter(event -> event.getAttachedTo().equals(task))
        .flatMap(event -> event.getEventDefinitions().stream())
        .map(timer -> ((TimerEventDefinition) timer).getTimeDate().getTextContent())
        .sorted();
  }

  private static Set<String> beans(Model<BpmnModelInstance> model) {
    return Stream.of(
            all(model, ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression),
            all(model, CamundaExecutionListener.class).stream()
                .map(CamundaExecutionListener::getCamundaDelegateExpression),
            all(model, CamundaTaskListener.class).stream()
                .map(CamundaTaskListener::getCamundaDelegateExpression))
        .flatMap(expressions -> expressions)
        .map(expression -> expression.replaceAll("[${}]", ""))
        .collect(Collectors.toSet());
  }

  private static boolean isStep(String room, String bean) {
    String type = bean.substring(0, 1).toUpperCase() + bean.substring(1);
    String step = "dev.baton.%s.step.%s".formatted(room, type);
    return ClassUtils.isPresent(step, ModelConventionsTest.class.getClassLoader());
  }

  private static String camelCase(String label) {
    String words =
        Stream.of(label.replace("?", "").split(" "))
            .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1).toLowerCase())
            .collect(Collectors.joining());
    return words.substring(0, 1).toLowerCase() + words.substring(1);
  }

  private static Set<String> inputs(String table) {
    return ShippedModelFiles.decisions()
        .filter(model -> model.name().equals(table))
        .flatMap(model -> model.tree().getModelElementsByType(InputExpression.class).stream())
        .map(input -> input.getText().getTextContent())
        .map(text -> text.replaceAll("upper case|lower case|\\btrue\\b|\\bfalse\\b", ""))
        .flatMap(ModelConventionsTest::words)
        .collect(Collectors.toSet());
  }

  private static Set<String> identifiers(String xml) {
    return EXPRESSION
        .matcher(xml)
        .results()
        .flatMap(expression -> words(expression.group(1)))
        .collect(Collectors.toSet());
  }

  private static Stream<String> words(String expression) {
    return IDENTIFIER
        .matcher(expression)
        .results()
        .map(match -> match.group(1))
        .filter(word -> word != null);
  }
}
