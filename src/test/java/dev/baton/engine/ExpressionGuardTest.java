package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionGuardTest {
  private static ProcessEngine bare;
  private static ProcessEngine fenced;
  private static String instance;

  @BeforeAll
  static void build() {
    bare = TestEngine.bare();
    fenced = TestEngine.fenced(TestEngine.steps());
    fenced
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "waiting.bpmn",
            Bpmn.createExecutableProcess("waiting")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .receiveTask()
                .endEvent()
                .done())
        .deploy();
    instance = fenced.getRuntimeService().startProcessInstanceByKey("waiting").getId();
  }

  @AfterAll
  static void close() {
    bare.close();
    fenced.close();
  }

  @BeforeEach
  void nobody_came_in() {
    AttackCode.ENTRIES.set(0);
  }

  @Test
  void a_task_query_runs_code_on_the_bare_engine_and_none_here() {
    orQuery(bare).list();
    assertThat(AttackCode.ENTRIES).as("CVE-2026-109432 on the bare engine").hasPositiveValue();

    AttackCode.ENTRIES.set(0);
    assertThatThrownBy(() -> orQuery(fenced).list())
        .isInstanceOf(ProcessEngineException.class)
        .hasStackTraceContaining("refused: method 'getClass' of String");
    assertThat(AttackCode.ENTRIES).hasValue(0);
  }

  private static TaskQuery orQuery(ProcessEngine engine) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .or()
        .taskAssigneeExpression(AttackCode.EXPRESSION)
        .taskOwner("rita")
        .endOr();
  }

  @Test
  void a_stored_filter_runs_code_on_the_bare_engine_and_none_here() {
    list(bare, store(bare, AttackCode.EXPRESSION));
    assertThat(AttackCode.ENTRIES).hasPositiveValue();

    AttackCode.ENTRIES.set(0);
    String filter = store(fenced, AttackCode.EXPRESSION);
    assertThatThrownBy(() -> list(fenced, filter)).hasStackTraceContaining("refused:");
    assertThat(AttackCode.ENTRIES).hasValue(0);
  }

  private static String store(ProcessEngine engine, String assignee) {
    Filter filter =
        engine
            .getFilterService()
            .newTaskFilter(assignee)
            .setQuery(
                engine.getTaskService().createTaskQuery().or().taskAssigneeExpression(assignee));
    return engine.getFilterService().saveFilter(filter).getId();
  }

  private static List<Task> list(ProcessEngine engine, String filter) {
    return engine.getFilterService().list(filter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass()}",
        "${''.class}",
        "${''['class']}",
        "${execution.class.classLoader}",
        "${execution.processEngineServices}",
        "${execution.getProcessEngineServices().runtimeService}",
        "${execution.processEngine}",
        "${execution.setVariable('owner', 'me')}",
        "${execution.bpmnModelInstance}",
        "${alertOwner.execute(execution)}",
        "${alertOwner.class}",
        "${''.format('%1000000000d', 1)}",
        "${'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('(a+)+')}",
        "${'x'.repeat(1000000000)}",
        "${dateTime().getClass()}",
        "${dateTime().zone.class}",
        "${dateTime().getChronology().getZone()}",
        "${decision.getDeclaringClass()}",
        "${map.put('a', 1)}",
        "${map.getClass()}",
        "${list.clear()}",
        "${list.stream()}",
        "${thing.secret}",
        "${thing.enter()}"
      })
  void an_expression_reaches_no_code(String expression) {
    assertThatThrownBy(() -> evaluate(expression)).hasMessageContaining("refused:");
    assertThat(AttackCode.ENTRIES).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"applicationContext", "dataSource", "runtimeService", "systemProperties"})
  void an_expression_sees_no_bean_but_steps(String bean) {
    assertThatThrownBy(() -> evaluate("${" + bean + "}"))
        .hasMessageContaining("Cannot resolve identifier '" + bean + "'");
  }

  @Test
  void a_variable_can_not_take_a_steps_place() {
    assertThat(evaluate("${alertOwner}")).isInstanceOf(JavaDelegate.class);
  }

  @ParameterizedTest
  @CsvSource({
    "${owner == 'rita'},true",
    "${owner.toUpperCase()},RITA",
    "${empty reason},true",
    "${map.team},emea",
    "${map['team']},emea",
    "${list[1]},b",
    "${list.size()},2",
    "${list[0].length() + 1},2",
    "${map.containsKey('team') and not list.isEmpty()},true",
    "${decision},RUNTIME",
    "${decision.name()},RUNTIME",
    "${execution.getVariable('owner')},rita",
    "${execution.hasVariable('nothing')},false",
    "${amount.intValue() * 2},24",
    "${dueAt.time},1000",
    "${amount > 11 ? 'big' : 'small'},big"
  })
  void an_expression_reads_values(String expression, String value) {
    assertThat(evaluate(expression)).hasToString(value);
  }

  @Test
  void dates_are_reckoned_with() {
    assertThat((Date) evaluate("${dateTime().plusDays(1).toDate()}"))
        .isBetween(
            Instant.now().plus(Duration.ofHours(22)), Instant.now().plus(Duration.ofHours(26)));
    assertThat(evaluate("${now()}")).isInstanceOf(Date.class);
    assertThat(evaluate("${dateTime().withTimeAtStartOfDay().isBeforeNow()}")).isEqualTo(true);
  }

  @Test
  void a_query_of_the_moment_brings_no_expression() {
    assertThatThrownBy(() -> query().taskAssigneeExpression("${currentUser()}").list())
        .hasMessageContaining("Expressions are forbidden in adhoc queries");
  }

  @Test
  void a_filter_knows_who_asks() {
    Task mine = fenced.getTaskService().newTask();
    mine.setAssignee("rita");
    mine.setDueDate(Date.from(Instant.now()));
    fenced.getTaskService().saveTask(mine);
    Task teams = fenced.getTaskService().newTask();
    fenced.getTaskService().saveTask(teams);
    fenced.getTaskService().addCandidateGroup(teams.getId(), "emea");
    fenced.getIdentityService().setAuthentication("rita", List.of("emea"));
    try {
      assertThat(found(query().taskAssigneeExpression("${currentUser()}")))
          .containsExactly(mine.getId());
      assertThat(found(query().taskCandidateGroupInExpression("${currentUserGroups()}")))
          .containsExactly(teams.getId());
      assertThat(found(query().dueBeforeExpression("${dateTime().plusDays(1)}")))
          .containsExactly(mine.getId());
      assertThat(found(query().dueBeforeExpression("${now()}"))).containsExactly(mine.getId());
    } finally {
      fenced.getIdentityService().clearAuthentication();
      fenced.getTaskService().deleteTasks(List.of(mine.getId(), teams.getId()), true);
    }
  }

  private static TaskQuery query() {
    return fenced.getTaskService().createTaskQuery();
  }

  private static List<String> found(TaskQuery query) {
    Filter filter =
        fenced
            .getFilterService()
            .saveFilter(fenced.getFilterService().newTaskFilter("mine").setQuery(query));
    return list(fenced, filter.getId()).stream().map(Task::getId).toList();
  }

  private static Object evaluate(String expression) {
    var configuration = (ProcessEngineConfigurationImpl) fenced.getProcessEngineConfiguration();
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              ExecutionEntity scope = context.getExecutionManager().findExecutionById(instance);
              scope.setVariablesLocal(
                  Variables.createVariables()
                      .putValue("owner", "rita")
                      .putValue("reason", "")
                      .putValue("alertOwner", "a variable of a step's name")
                      .putValueTyped("amount", Variables.integerValue(12, true))
                      .putValueTyped("dueAt", Variables.dateValue(new Date(1000), true))
                      .putValueTyped("map", transientValue(Map.of("team", "emea")))
                      .putValueTyped("list", transientValue(List.of("a", "b")))
                      .putValueTyped("decision", transientValue(RetentionPolicy.RUNTIME))
                      .putValueTyped("thing", transientValue(new AttackCode())));
              return configuration
                  .getExpressionManager()
                  .createExpression(expression)
                  .getValue(scope);
            });
  }

  private static TypedValue transientValue(Object value) {
    return Variables.untypedValue(value, true);
  }
}
