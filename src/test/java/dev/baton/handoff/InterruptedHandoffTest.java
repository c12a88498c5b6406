package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.alert.message.NoticeKind;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.process.InterruptedHandoffs;
import dev.baton.handoff.process.ProcessProblem;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.people.Role;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A handoff can always be answered: what is interrupted is found, told, and restarted. */
class InterruptedHandoffTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @BeforeEach
  void hire() {
    scenario.hire("adam", Role.ADMIN, null);
  }

  static Stream<Arguments> everyQuestion() {
    return HandoffState.ANSWERABLE.stream()
        .flatMap(
            question ->
                Stream.of(BrokenProcess.values()).map(broken -> Arguments.of(broken, question)));
  }

  @ParameterizedTest
  @MethodSource("everyQuestion")
  void what_is_interrupted_is_told_and_restarted_where_it_stood(
      BrokenProcess broken, HandoffState question) {
    LeadActor ada = leadAt(question);
    scenario.passes(Duration.ofHours(1));
    List<Deadline> before = ada.deadlines();
    Instant due = ada.taskDue();
    String owner = ada.handoff().owner();
    Map<String, Instant> timers = ada.timers();
    broken.happensTo(scenario, ada);

    scenario.sweeps();
    assertThat(incidents()).as("it may be on its way").isEmpty();
    passesAMinute();

    assertThat(incidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.getConfiguration()).isEqualTo(ada.handoff().id());
              assertThat(incident.getIncidentMessage())
                  .contains(question.words(), broken.problem().words());
            });
    assertThat(told()).containsExactlyInAnyOrder("adam", "mona");

    restarts(ada);

    assertThat(bean(AnswerLog.class).of(ada.handoff().id()))
        .filteredOn(entry -> entry.question().equals("restart"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.note()).isEqualTo("the engine was restored");
              assertThat(entry.answeredBy()).isEqualTo("mona");
            });
    assertThat(ada.deadlines()).as("clocks are kept").isEqualTo(before);
    assertThat(ada.handoff().owner()).isEqualTo(owner);
    assertThat(scenario.runningProcesses()).isOne();
    assertThat(tasks(ada))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.getTaskDefinitionKey()).isEqualTo(question.task());
              assertThat(task.getAssignee()).isEqualTo(owner);
              assertThat(task.getDueDate().toInstant()).isEqualTo(due);
            });
    assertThat(ada.timers()).isEqualTo(timers);
    passesAMinute();
    assertThat(incidents()).isEmpty();
    assertThat(told()).as("once").hasSize(2);
    scenario.rep(owner).brings(ada, HandoffState.OPPORTUNITY);
    scenario.rep(owner).opens(ada);
    scenario.rep(owner).wins(ada);
    assertThat(ada.stage()).isEqualTo(Stage.CUSTOMER);
    assertThat(scenario.runningProcesses()).isZero();
  }

  @ParameterizedTest
  @EnumSource(BrokenProcess.class)
  void a_rep_hears_what_is_wrong_and_not_to_try_again(BrokenProcess broken) {
    LeadActor ada = leadAt(HandoffState.QUALIFICATION);
    broken.happensTo(scenario, ada);

    Conflict refused = catchThrowableOfType(Conflict.class, () -> scenario.ben().qualifies(ada));

    assertThat(refused)
        .hasMessageContaining("is interrupted")
        .hasMessageContaining(broken.problem().words())
        .hasMessageContaining("restart")
        .hasMessageNotContaining("in a moment");
  }

  @Tag("nightly")
  @ParameterizedTest
  @MethodSource("everyQuestion")
  void a_manager_still_rejects_or_closes_it(BrokenProcess broken, HandoffState question) {
    LeadActor ada = leadAt(question);
    broken.happensTo(scenario, ada);

    says(ada, question, "no");

    assertThat(ada.state()).isEqualTo(HandoffState.CLOSED);
    assertThat(ada.stage()).isIn(Stage.RECYCLED, Stage.DISQUALIFIED);
    assertThat(scenario.runningProcesses()).isZero();
    passesAMinute();
    assertThat(incidents()).isEmpty();
  }

  @Tag("nightly")
  @ParameterizedTest
  @MethodSource("everyQuestion")
  void a_manager_still_reassigns_it_with_a_fresh_clock(
      BrokenProcess broken, HandoffState question) {
    LeadActor ada = leadAt(question);
    RepActor other = ada.handoff().owner().equals("ben") ? scenario.rita() : scenario.ben();
    scenario.passes(Duration.ofHours(1));
    broken.happensTo(scenario, ada);

    scenario.mona().reassigns(ada, other);

    Deadline fresh = ada.deadline(question.clock());
    assertThat(fresh.owner()).isEqualTo(other.id());
    assertThat(fresh.start().startedAt()).isEqualTo(scenario.now());
    assertThat(tasks(ada)).extracting(Task::getAssignee).containsExactly(other.id());
    assertThat(tasks(ada)).extracting(Task::getTaskDefinitionKey).containsExactly(question.task());
    assertThat(ada.told(other.id())).contains("reassigned");
    assertThat(scenario.runningProcesses()).isOne();
  }

  @Test
  void a_managers_yes_counts_too_and_the_next_question_is_asked() {
    LeadActor ada = leadAt(HandoffState.REVIEW);
    BrokenProcess.DELETED_THROUGH_THE_ENGINE.happensTo(scenario, ada);

    scenario.mona().accepts(ada);

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(tasks(ada)).extracting(Task::getTaskDefinitionKey).containsExactly("qualifyLead");
  }

  @Test
  void a_step_whose_attempts_are_used_up_is_found_and_restarted_with_the_clock_of_the_answer() {
    LeadActor ada = leadAt(HandoffState.REVIEW);
    Instant answered = scenario.now();
    scenario.completesWithoutSavePoints(ada, ada.handoff().owner());
    scenario.withoutSavePoints(
        () -> {
          bean(ManagementService.class).setJobRetries(job().getId(), 0);
          scenario.sweeps();
          scenario.passes(MINUTE);
          scenario.sweeps();

          assertThat(incidents())
              .singleElement()
              .satisfies(
                  incident ->
                      assertThat(incident.getIncidentMessage())
                          .contains("qualification", ProcessProblem.STEP_FAILS.words()));
          restarts(ada);
        });

    assertThat(tasks(ada)).extracting(Task::getTaskDefinitionKey).containsExactly("qualifyLead");
    assertThat(ada.deadline("qualification").start().startedAt()).isEqualTo(answered);
    assertThat(scenario.runningProcesses()).isOne();
  }

  @Test
  void a_step_that_is_gone_is_found_and_restarted() {
    LeadActor ada = leadAt(HandoffState.QUALIFICATION);
    scenario.withoutSavePoints(
        () -> {
          scenario.completesInTasklist(
              ada.handoff().id(),
              ada.handoff().owner(),
              Map.of("framework", "bant", "decision", "disqualify", "reason", "no_active_need"));
          bean(ManagementService.class).deleteJob(job().getId());
          scenario.sweeps();
          scenario.passes(MINUTE);
          scenario.sweeps();
        });
    assertThat(incidents())
        .singleElement()
        .satisfies(incident -> assertThat(incident.getIncidentMessage()).contains("is rejected"));

    restarts(ada);

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(scenario.runningProcesses()).isZero();
    passesAMinute();
    assertThat(incidents()).isEmpty();
  }

  @Test
  void before_its_routing_a_restart_routes_it() {
    LeadActor ada = scenario.lead("ada@acme.example").with("country", "DE");
    scenario.withoutSavePoints(ada::requestsDemo);
    bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .list()
        .forEach(process -> bean(RuntimeService.class).deleteProcessInstance(process.getId(), ""));
    scenario.sweeps();
    passesAMinute();
    assertThat(incidents()).hasSize(1);

    restarts(ada);

    assertThat(ada.handoff().owner()).isNotNull();
    assertThat(tasks(ada)).extracting(Task::getTaskDefinitionKey).containsExactly("reviewLead");
  }

  @Test
  void two_open_questions_are_both_asked_again_by_their_own_clocks() {
    scenario.changes(
        "handoff-policy", "<text>\"HUMAN\"</text>", "<text>\"AUTO_THEN_CONFIRM\"</text>");
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().requestsDemo();
    Map<String, Instant> due = dueByTask(ada);
    List<Deadline> before = ada.deadlines();
    BrokenProcess.DELETED_THROUGH_THE_ENGINE.happensTo(scenario, ada);
    scenario.sweeps();

    restarts(ada);

    assertThat(due).containsOnlyKeys("makeFirstTouch", "qualifyLead");
    assertThat(dueByTask(ada)).isEqualTo(due);
    assertThat(ada.deadlines()).isEqualTo(before);
    scenario.rep(ada.handoff().owner()).qualifies(ada);
    scenario.rep(ada.handoff().owner()).calls(ada);
    assertThat(tasks(ada))
        .extracting(Task::getTaskDefinitionKey)
        .containsExactly("openOpportunity");
  }

  @Test
  void an_overdue_question_stays_overdue_and_is_escalated_once() {
    LeadActor ada = leadAt(HandoffState.REVIEW);
    scenario.passes(Duration.ofHours(5));
    assertThat(ada.told("mona")).containsOnlyOnce("escalation");
    List<Deadline> before = ada.deadlines();
    BrokenProcess.DELETED_THROUGH_THE_ENGINE.happensTo(scenario, ada);

    restarts(ada);
    scenario.passes(MINUTE);

    assertThat(ada.deadlines()).isEqualTo(before);
    assertThat(ada.told("mona")).containsOnlyOnce("escalation");
    assertThat(scenario.runningLadders()).isOne();
  }

  @Test
  void nothing_is_wrong_on_any_way_that_a_handoff_goes() {
    LeadActor ada = leadAt(HandoffState.REVIEW);
    for (HandoffState question : HandoffState.ANSWERABLE) {
      assertThat(ada.state()).isEqualTo(question);
      scenario.sweeps();
      passesAMinute();
      assertThat(incidents()).as(question.words()).isEmpty();
      says(ada, question, "yes");
    }
    scenario.sweeps();
    passesAMinute();
    assertThat(incidents()).as("a deal needs no process").isEmpty();
    assertThat(bean(InterruptedHandoffs.class).told()).isEmpty();

    Conflict refused = catchThrowableOfType(Conflict.class, () -> restarts(ada));
    assertThat(refused).hasMessageContaining("The deal is running");
  }

  @Test
  void what_only_waits_for_its_turn_is_no_incident_and_is_done_for_whoever_needs_it() {
    LeadActor ada = scenario.lead("ada@acme.example");
    scenario.withoutSavePoints(
        () -> {
          ada.requestsDemo();
          scenario.sweeps();
          scenario.passes(Duration.ofMinutes(5));
          scenario.sweeps();
          assertThat(incidents()).isEmpty();

          scenario.mona().accepts(ada);
        });

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(ada.handoff().owner()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(BrokenProcess.class)
  void a_raised_hand_is_heard_all_the_same(BrokenProcess broken) {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().does("webinar_attended");
    assertThat(ada.deadline("review").dueAt()).isEqualTo(scenario.now().plusSeconds(24 * 3600));
    broken.happensTo(scenario, ada);

    ada.does("contact_sales");

    Instant due = scenario.now().plusSeconds(4 * 3600);
    assertThat(ada.deadline("review").dueAt()).isEqualTo(due);
    restarts(ada);
    assertThat(ada.taskDue()).isEqualTo(due);
    assertThat(scenario.rep(ada.handoff().owner()).accepts(ada).state())
        .isEqualTo(HandoffState.QUALIFICATION);
  }

  @Test
  void only_managers_and_administrators_restart_it() {
    LeadActor ada = leadAt(HandoffState.REVIEW);
    BrokenProcess.DELETED_THROUGH_THE_ENGINE.happensTo(scenario, ada);
    RestartCommands restart = bean(RestartCommands.class);

    assertThat(
            catchThrowableOfType(
                ApiProblem.class, () -> restart.restart(ada.handoff().id(), Map.of(), "ben")))
        .hasMessageContaining("Only a manager or an administrator");
    restart.restart(ada.handoff().id(), Map.of(), "adam");
    assertThat(scenario.runningProcesses()).isOne();
  }

  @Test
  void many_that_are_interrupted_are_one_message() {
    List<LeadActor> leads = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      leads.add(scenario.lead("lead%d@acme.example".formatted(i)).requestsDemo());
    }
    leads.forEach(lead -> BrokenProcess.DELETED_THROUGH_THE_ENGINE.happensTo(scenario, lead));
    scenario.sweeps();
    passesAMinute();

    assertThat(incidents()).hasSize(5);
    assertThat(told()).containsExactlyInAnyOrder("adam", "mona");
  }

  private LeadActor leadAt(HandoffState question) {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    return scenario.rep(ada.handoff().owner()).brings(ada, question);
  }

  private void says(LeadActor lead, HandoffState question, String word) {
    boolean yes = word.equals("yes");
    RepActor mona = scenario.mona();
    switch (question) {
      case REVIEW -> {
        if (yes) {
          mona.accepts(lead);
        } else {
          mona.rejects(lead, "low_intent");
        }
      }
      case QUALIFICATION -> {
        if (yes) {
          mona.qualifies(lead);
        } else {
          mona.disqualifies(lead, "no_active_need");
        }
      }
      case FIRST_TOUCH -> {
        if (yes) {
          mona.calls(lead);
        } else {
          mona.loses(lead, "competitor");
        }
      }
      case OPPORTUNITY -> {
        if (yes) {
          mona.opens(lead);
        } else {
          mona.loses(lead, "competitor");
        }
      }
      case CLOSED -> throw new IllegalArgumentException("Nothing is asked any more");
    }
  }

  private void restarts(LeadActor lead) {
    scenario.withSavePoints(
        () ->
            bean(RestartCommands.class)
                .restart(lead.handoff().id(), Map.of("reason", "the engine was restored"), "mona"));
  }

  private void passesAMinute() {
    scenario.passes(MINUTE);
    scenario.sweeps();
  }

  private <T> T bean(Class<T> type) {
    return scenario.bean(type);
  }

  private Job job() {
    return bean(ManagementService.class)
        .createJobQuery()
        .messages()
        .processDefinitionKey(HandoffProcess.KEY)
        .singleResult();
  }

  private List<Task> tasks(LeadActor lead) {
    return bean(TaskService.class)
        .createTaskQuery()
        .processDefinitionKey(HandoffProcess.KEY)
        .processInstanceBusinessKey(lead.handoff().id())
        .list();
  }

  private Map<String, Instant> dueByTask(LeadActor lead) {
    return tasks(lead).stream()
        .collect(
            Collectors.toMap(Task::getTaskDefinitionKey, task -> task.getDueDate().toInstant()));
  }

  private List<Incident> incidents() {
    return bean(RuntimeService.class)
        .createIncidentQuery()
        .incidentType("interruptedHandoff")
        .list();
  }

  /** One entry a message. */
  private List<String> told() {
    return scenario
        .db()
        .sql("select recipient from notice where kind = :kind")
        .param("kind", NoticeKind.FAILURE.word())
        .query(String.class)
        .list();
  }
}
