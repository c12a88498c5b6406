package dev.baton.handoff;

import static org.assertj.core.api.Assertions.*;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;

import dev.baton.engine.InMemoryEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The model on a bare engine with the shipped tables: which way a lead goes and which timers wait,
 * with steps that only write down that they were called.
 */
class ModelRunsTest {
  private static final Instant NOW = Instant.parse("2026-03-28T20:00:00Z");
  private static final String REFUSED = "perhaps";
  private static final String NOBODY_FREE = "aq";
  private static final String CONFIRMED = "is";
  private static final List<String> STEPS =
      List.of(
          "enrichLead",
          "assignOwner",
          "alertOwner",
          "recordReview",
          "recordQualification",
          "recordTouch",
          "recordOpportunity",
          "recycleLead",
          "disqualifyLead",
          "remindOwner",
          "escalateToManager",
          "remindAgain",
          "reassignLead");

  private static final List<String> called = new ArrayList<>();
  private static ProcessEngine engine;
  private static ProcessInstance process;

  @BeforeAll
  static void build_engine() {
    var configuration = new InMemoryEngine();
    configuration.setJdbcUrl("jdbc:h2:mem:model-runs;DB_CLOSE_DELAY=-1");
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
    configuration.setBeans(beans());
    // the application's own engine in the same JVM is the default one
    configuration.setProcessEngineName("model-runs");
    engine = configuration.buildProcessEngine();
    init(engine);
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("bpmn/lead-handoff.bpmn")
        .addClasspathResource("bpmn/escalation.bpmn")
        .addClasspathResource("dmn/escalation-ladder.dmn")
        .addClasspathResource("dmn/lead-routing.dmn")
        .addClasspathResource("dmn/sla-policy.dmn")
        .addClasspathResource("dmn/rejection-next-step.dmn")
        .deploy();
  }

  private static Map<Object, Object> beans() {
    Map<Object, Object> beans = new HashMap<>();
    for (String step : STEPS) {
      beans.put(step, (JavaDelegate) execution -> called.add(step));
    }
    beans.put("recordReview", (JavaDelegate) ModelRunsTest::recordReview);
    beans.put("assignOwner", (JavaDelegate) ModelRunsTest::assignOwner);
    beans.put("describeTask", (TaskListener) ModelRunsTest::describeTask);
    beans.put("qualifyByRule", (JavaDelegate) ModelRunsTest::qualifyByRule);
    beans.put("startClock", (ExecutionListener) ModelRunsTest::startClock);
    beans.put("noteTimer", (ExecutionListener) ModelRunsTest::noteTimer);
    beans.put("claimLead", (TaskListener) task -> {});
    beans.put("planLadder", (ExecutionListener) ModelRunsTest::planLadder);
    beans.put("recallHandoff", (ExecutionListener) ModelRunsTest::recallHandoff);
    beans.put("recallRelations", (ExecutionListener) ModelRunsTest::recallRelations);
    return beans;
  }

  private static void assignOwner(DelegateExecution execution) {
    called.add("assignOwner");
    execution.setVariable(
        "owner", NOBODY_FREE.equals(execution.getVariable("country")) ? null : "rita");
    execution.removeVariable("rule");
    execution.removeVariable("skill");
  }

  private static void recordReview(DelegateExecution execution) {
    if (REFUSED.equals(execution.getVariable("decision"))) {
      throw new IllegalArgumentException("perhaps is not an answer to this question");
    }
    called.add("recordReview");
  }

  private static void qualifyByRule(DelegateExecution execution) {
    called.add("qualifyByRule");
    execution.setVariable(
        "decision", CONFIRMED.equals(execution.getVariable("country")) ? "confirm" : "qualify");
  }

  private static void describeTask(DelegateTask task) {
    if (task.getTaskDefinitionKey().equals("qualifyLead")) {
      task.setVariableLocal("form", "qualify-bant");
    }
  }

  private static void noteTimer(DelegateExecution execution) {
    boolean overdue = execution.getCurrentActivityId().endsWith("Overdue");
    execution.setVariableLocal("timer", overdue ? "overdue" : "due_soon");
  }

  private static void planLadder(DelegateExecution execution) {
    execution.setVariableLocal("remindAt", Date.from(NOW.plus(Duration.ofHours(2))));
    execution.setVariableLocal("reassignAt", Date.from(NOW.plus(Duration.ofHours(8))));
  }

  private static void recallHandoff(DelegateExecution execution) {
    execution.setVariableLocal("segment", "other");
    execution.setVariableLocal("territory", "dach");
  }

  private static void recallRelations(DelegateExecution execution) {
    List.of("dealOwner", "accountOwner", "colleagueOwner", "language", "product")
        .forEach(name -> execution.setVariableLocal(name, null));
  }

  private static void startClock(DelegateExecution execution) {
    called.add("clock " + execution.getVariable("clock"));
    if (Set.of("person", "nobody", "rule").contains(execution.getVariable("decision"))) {
      execution.removeVariable("decision");
    }
    var policy = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
    Duration target = Duration.ofMinutes(policy.<Integer>getEntry("targetMinutes"));
    Duration warning = Duration.ofMinutes(policy.<Integer>getEntry("warningMinutes"));
    execution.setVariable("dueAt", Date.from(NOW.plus(target)));
    execution.setVariable("warnAt", Date.from(NOW.plus(target).minus(warning)));
  }

  @AfterEach
  void forget() {
    called.clear();
    engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(each -> engine.getRuntimeService().deleteProcessInstance(each.getId(), "done"));
  }

  @AfterAll
  static void close_engine() {
    reset();
    engine.close();
  }

  @Test
  void the_start_returns_before_any_step_ran() {
    process =
        engine.getRuntimeService().startProcessInstanceByKey("lead-handoff", "h1", lead(false));

    assertThat(process).isWaitingAtExactly("leadBecameMql");
    assertThat(called).isEmpty();
    assertThat(jobs()).singleElement();
  }

  @Test
  void a_lead_walks_from_review_to_an_open_opportunity() {
    start(lead(false));
    answer("reviewLead", "accept");
    answer("qualifyLead", "qualify");
    answer("makeFirstTouch", "touch");
    answer("openOpportunity", "open");

    assertThat(called)
        .containsExactly(
            "enrichLead",
            "assignOwner",
            "clock review",
            "alertOwner",
            "recordReview",
            "clock qualification",
            "recordQualification",
            "clock first_touch",
            "recordTouch",
            "clock opportunity",
            "recordOpportunity");
    assertThat(process).isEnded();
    assertThat(jobs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "person, de, 'reviewLead'",
    "nobody, de, 'qualifyLead'",
    "rule, de, 'makeFirstTouch'",
    "rule, is, 'makeFirstTouch,qualifyLead'"
  })
  void the_policy_says_what_is_asked_first(String reviewer, String country, String asked) {
    Map<String, Object> lead = new HashMap<>(lead(false));
    lead.put("decision", reviewer);
    lead.put("country", country);

    start(lead);

    assertThat(process).isWaitingAtExactly(asked.split(","));
  }

  @ParameterizedTest
  @CsvSource({
    "0, low_intent, recycleLead",
    "0, duplicate, disqualifyLead",
    "0, wrong_icp, disqualifyLead",
    "1, no_budget, recycleLead",
    "2, unreachable, recycleLead",
    "3, competitor, recycleLead",
    "3, never_heard_of, recycleLead"
  })
  void a_no_at_any_question_ends_in_recycling_or_disqualifying(
      int yesBefore, String reason, String lastStep) {
    List<String> tasks = List.of("reviewLead", "qualifyLead", "makeFirstTouch", "openOpportunity");
    List<String> yes = List.of("accept", "qualify", "touch", "open");
    start(lead(false));
    for (int i = 0; i < yesBefore; i++) {
      answer(tasks.get(i), yes.get(i));
    }

    answer(tasks.get(yesBefore), "no", reason);

    assertThat(called).last().isEqualTo(lastStep);
    assertThat(called).doesNotContain(other(lastStep));
    assertThat(process).isEnded();
    assertThat(jobs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "accept, reviewLead, PT24H, PT4H",
    "qualify, qualifyLead, PT120H, PT24H",
    "touch, makeFirstTouch, PT24H, PT4H",
    "open, openOpportunity, PT336H, PT48H"
  })
  void every_task_is_its_owners_and_its_timers_read_the_same_instant_as_its_due_date(
      String yes, String taskId, Duration target, Duration warning) {
    start(lead(false));
    for (var step :
        List.of(
            List.of("reviewLead", "accept"),
            List.of("qualifyLead", "qualify"),
            List.of("makeFirstTouch", "touch"))) {
      if (!task().getTaskDefinitionKey().equals(taskId)) {
        answer(step.get(0), step.get(1));
      }
    }

    Task task = task();
    assertThat(task)
        .hasDefinitionKey(taskId)
        .isAssignedTo("rita")
        .hasDueDate(Date.from(NOW.plus(target)));
    assertThat(groups(task)).containsExactly("default");
    assertThat(jobs())
        .extracting(each -> each.getDuedate().toInstant())
        .containsExactlyInAnyOrder(NOW.plus(target).minus(warning), task.getDueDate().toInstant());
  }

  @Test
  void a_hand_raiser_is_due_after_four_hours() {
    start(lead(true));

    assertThat(task()).hasDueDate(Date.from(NOW.plus(Duration.ofHours(4))));
  }

  @Test
  void without_an_owner_the_task_waits_in_the_teams_pool() {
    Map<String, Object> lead = new HashMap<>(lead(false));
    lead.put("country", NOBODY_FREE);

    start(lead);

    assertThat(task()).isNotAssigned();
    assertThat(groups(task())).containsExactly("default");
    assertThat(jobs()).hasSize(2);
  }

  @Test
  void a_lead_of_unknown_country_is_routed_too() {
    Map<String, Object> lead = new HashMap<>(lead(false));
    lead.put("country", null);

    start(lead);

    assertThat(groups(task())).containsExactly("default");
  }

  @Test
  void a_missed_window_reminds_and_escalates_and_the_late_answer_still_counts() {
    start(lead(false));
    called.clear();

    runs(jobs());
    assertThat(called).containsExactly("remindOwner");
    runs(jobs());
    assertThat(called).containsExactly("remindOwner", "escalateToManager");
    assertThat(process).isWaitingAt("reviewLead");

    answer("reviewLead", "accept");
    assertThat(process).isWaitingAt("qualifyLead");
    assertThat(jobs()).as("two timers of the question, one of the ladder").hasSize(3);
  }

  @Test
  void the_ladder_reminds_again_and_then_reassigns() {
    start(lead(false));
    runs(jobs());
    runs(jobs());
    called.clear();

    runs(jobs());
    assertThat(called).containsExactly("remindAgain");
    runs(jobs());
    assertThat(called).containsExactly("remindAgain", "reassignLead");
    assertThat(jobs()).isEmpty();
  }

  @Test
  void an_answer_ends_the_ladder_between_two_rungs() {
    start(lead(false));
    runs(jobs());
    runs(jobs());

    engine.getRuntimeService().createMessageCorrelation("questionAnswered").correlateAll();

    assertThat(jobs()).isEmpty();
    assertThat(process).isWaitingAt("reviewLead");
  }

  private static void runs(List<Job> due) {
    due.forEach(each -> engine.getManagementService().executeJob(each.getId()));
  }

  @Test
  void a_refused_answer_leaves_task_and_timers_as_they_were() {
    start(lead(false));
    String taskId = task().getId();

    assertThatThrownBy(() -> answer("reviewLead", REFUSED))
        .hasMessageContaining("not an answer to this question");

    assertThat(task().getId()).isEqualTo(taskId);
    assertThat(jobs()).hasSize(2);
    assertThat(engine.getRuntimeService().createVariableInstanceQuery().list())
        .extracting(VariableInstance::getName)
        .doesNotContain("decision");
  }

  @Test
  void no_more_than_the_ten_declared_variables_are_kept() {
    start(lead(false));
    answer("reviewLead", "accept", "low_intent");

    assertThat(engine.getRuntimeService().createVariableInstanceQuery().list())
        .filteredOn(variable -> variable.getTaskId() == null)
        .extracting(VariableInstance::getName)
        .containsExactlyInAnyOrder(
            "leadId",
            "channel",
            "handRaise",
            "country",
            "team",
            "owner",
            "decision",
            "reason",
            "warnAt",
            "dueAt");
  }

  private static Map<String, Object> lead(boolean handRaise) {
    return Map.of(
        "leadId",
        "l1",
        "channel",
        "inbound",
        "handRaise",
        handRaise,
        "country",
        "de",
        "decision",
        "person");
  }

  private static void start(Map<String, Object> variables) {
    process = engine.getRuntimeService().startProcessInstanceByKey("lead-handoff", "h1", variables);
    runSavePoints();
  }

  private static void answer(String taskId, String decision) {
    answer(taskId, decision, "");
  }

  private static void answer(String taskId, String decision, String reason) {
    assertThat(task()).hasDefinitionKey(taskId);
    engine
        .getTaskService()
        .complete(task().getId(), Map.of("decision", decision, "reason", reason));
    runSavePoints();
  }

  private static void runSavePoints() {
    List<Job> due = engine.getManagementService().createJobQuery().messages().list();
    due.forEach(each -> engine.getManagementService().executeJob(each.getId()));
    if (!due.isEmpty()) {
      runSavePoints();
    }
  }

  private static Task task() {
    return engine.getTaskService().createTaskQuery().singleResult();
  }

  private static List<String> groups(Task task) {
    return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(group -> group != null)
        .toList();
  }

  private static List<Job> jobs() {
    return engine.getManagementService().createJobQuery().orderByJobDuedate().asc().list();
  }

  private static String other(String lastStep) {
    return lastStep.equals("recycleLead") ? "disqualifyLead" : "recycleLead";
  }
}
