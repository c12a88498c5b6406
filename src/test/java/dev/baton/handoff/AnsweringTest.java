package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.engine.ProcessVariable;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.InvalidInput;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One check behind every surface; nothing of a person stays in the process. */
class AnsweringTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void a_second_answer_is_refused_and_says_who_was_first() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);
    var accepted = scenario.now();
    scenario.passes(Duration.ofMinutes(3));

    Conflict conflict = conflict(() -> scenario.rita().rejects(ada, "wrong_icp"));

    assertThat(conflict)
        .returns("QUALIFICATION", Conflict::state)
        .returns("ben", Conflict::by)
        .returns(accepted, Conflict::at);
    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(ada.handoff().owner()).isEqualTo("ben");
  }

  @Test
  void a_reassignment_is_no_answer() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);
    var accepted = scenario.now();
    scenario.passes(Duration.ofMinutes(3));
    scenario.mona().reassigns(ada, scenario.rita());

    Conflict conflict = conflict(() -> scenario.ben().accepts(ada));

    assertThat(conflict)
        .returns("QUALIFICATION", Conflict::state)
        .returns("ben", Conflict::by)
        .returns(accepted, Conflict::at);
    assertThat(conflict).hasMessageContaining("ben").hasMessageNotContaining("reassign");
  }

  @Test
  void an_answer_to_a_closed_handoff_is_refused() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().rejects(ada, "low_intent");

    assertThat(conflict(() -> scenario.ben().accepts(ada)).state()).isEqualTo("CLOSED");
    assertThat(conflict(() -> scenario.ben().loses(ada, "no_budget")).state()).isEqualTo("CLOSED");
    assertThat(conflict(() -> scenario.ben().calls(ada)).state()).isEqualTo("CLOSED");
    assertThat(conflict(() -> scenario.mona().reassigns(ada, scenario.rita())).state())
        .isEqualTo("CLOSED");
  }

  @Test
  void a_question_that_is_not_asked_yet_is_refused() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThat(conflict(() -> scenario.ben().qualifies(ada)))
        .returns("REVIEW", Conflict::state)
        .returns(null, Conflict::by)
        .returns(scenario.now(), Conflict::at);
    assertThat(conflict(() -> scenario.ben().opens(ada)).state()).isEqualTo("REVIEW");
    assertThat(conflict(() -> scenario.ben().wins(ada)).state()).isEqualTo("REVIEW");
  }

  @Test
  void a_deal_is_opened_once() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().brings(ada, HandoffState.OPPORTUNITY);
    assertThat(conflict(() -> scenario.ben().wins(ada)).state()).isEqualTo("OPPORTUNITY");
    scenario.ben().opens(ada);

    ApiProblem refused = refused(() -> scenario.ben().opens(ada));
    assertThat(refused).hasMessage("The deal is running; ben answered the opportunity");
  }

  @Test
  void an_answer_for_which_the_process_is_not_ready_runs_its_steps_first() {
    LeadActor ada = scenario.lead("ada@acme.example");

    scenario.withoutSavePoints(
        () -> {
          ada.requestsDemo();

          assertThat(scenario.mona().accepts(ada).state()).isEqualTo(HandoffState.QUALIFICATION);
        });

    assertThat(ada.handoff().owner()).isNotNull();
    assertThat(openTask(ada)).isEqualTo("qualifyLead");
  }

  @Test
  void an_answer_behind_a_step_that_fails_is_a_conflict_and_no_failure() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario
        .db()
        .sql("alter table deadline add constraint broken check (clock <> 'qualification')")
        .update();
    try {
      scenario.withoutSavePoints(
          () -> {
            scenario.ben().accepts(ada);

            assertThat(conflict(() -> scenario.ben().qualifies(ada)))
                .hasMessageContaining("on its way");
          });
    } finally {
      scenario.db().sql("alter table deadline drop constraint broken").update();
    }
  }

  @Test
  void an_answer_asks_the_next_question_in_its_own_transaction() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.withoutSavePoints(
        () -> {
          HandoffView accepted = scenario.ben().accepts(ada);

          assertThat(accepted.deadlines())
              .extracting(HandoffView.Clock::clock)
              .contains("qualification");
          assertThat(openTask(ada)).isEqualTo("qualifyLead");
          assertThat(scenario.ben().qualifies(ada).state()).isEqualTo(HandoffState.FIRST_TOUCH);
        });

    assertThat(openTask(ada)).isEqualTo("makeFirstTouch");
  }

  @Test
  void an_answer_stays_when_the_step_behind_it_fails_and_the_question_is_asked_later() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario
        .db()
        .sql("alter table deadline add constraint broken check (clock <> 'qualification')")
        .update();
    try {
      scenario.withoutSavePoints(
          () ->
              assertThat(scenario.ben().accepts(ada).state())
                  .isEqualTo(HandoffState.QUALIFICATION));
    } finally {
      scenario.db().sql("alter table deadline drop constraint broken").update();
    }

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(ada.deadline("review").verdict().metAt()).isEqualTo(scenario.now());
    assertThat(scenario.task(ada.handoff().id())).as("the next question").isNull();
    assertThat(conflict(() -> scenario.rita().accepts(ada)).by()).isEqualTo("ben");

    scenario.runSavePoints();

    assertThat(openTask(ada)).isEqualTo("qualifyLead");
    assertThat(scenario.ben().qualifies(ada).state()).isEqualTo(HandoffState.FIRST_TOUCH);
  }

  @Test
  void in_a_callers_own_transaction_the_process_goes_on_after_it() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    TransactionTemplate transaction =
        new TransactionTemplate(scenario.bean(PlatformTransactionManager.class));

    scenario.withoutSavePoints(
        () -> {
          transaction.executeWithoutResult(
              status ->
                  scenario
                      .bean(HandoffCommands.class)
                      .answer(
                          ada.handoff().id(),
                          HandoffState.REVIEW,
                          Map.of("decision", "accept"),
                          "ben"));
          assertThat(ada.state()).isEqualTo(HandoffState.QUALIFICATION);
          assertThat(scenario.task(ada.handoff().id())).as("the next question").isNull();
        });

    scenario.runSavePoints();
    assertThat(openTask(ada)).isEqualTo("qualifyLead");
  }

  private String openTask(LeadActor lead) {
    return scenario.task(lead.handoff().id()).getTaskDefinitionKey();
  }

  @Test
  void of_eight_answers_at_once_one_is_taken_and_seven_are_told_so() throws Exception {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    HandoffCommands commands = scenario.bean(HandoffCommands.class);
    String id = ada.handoff().id();
    Callable<Object> accept =
        () -> {
          try {
            return commands.answer(id, HandoffState.REVIEW, Map.of("decision", "accept"), "ben");
          } catch (ApiProblem refused) {
            return refused;
          }
        };

    List<Future<Object>> outcomes;
    var reps = Executors.newFixedThreadPool(8);
    try {
      outcomes =
          scenario.withSavePoints(
              () -> {
                try {
                  return reps.invokeAll(java.util.Collections.nCopies(8, accept));
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
    } finally {
      reps.shutdown();
    }

    int taken = 0;
    for (Future<Object> outcome : outcomes) {
      if (outcome.get() instanceof HandoffView) {
        taken++;
      } else {
        assertThat(outcome.get()).isInstanceOf(Conflict.class);
      }
    }
    assertThat(taken).isEqualTo(1);
    assertThat(scenario.bean(AnswerLog.class).of(id)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no_budget", "because", ""})
  void a_no_without_a_reason_of_its_question_is_refused(String reason) {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    ApiProblem refused = refused(() -> scenario.ben().rejects(ada, reason));

    assertThat(refused)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.errors())
                    .singleElement()
                    .satisfies(
                        error -> {
                          assertThat(error.field()).isEqualTo("reason");
                          assertThat(error.allowed())
                              .containsExactlyInAnyOrder(
                                  "wrong_icp", "low_intent", "duplicate", "unreachable");
                        }));
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
  }

  @Test
  void tasklist_goes_the_same_way() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.completesInTasklist(ada.handoff().id(), "rita", Map.of("decision", "accept"));

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(scenario.bean(AnswerLog.class).of(ada.handoff().id()))
        .singleElement()
        .satisfies(entry -> assertThat(entry.answeredBy()).isEqualTo("rita"));
  }

  @Test
  void a_refusal_in_tasklist_takes_the_completion_back_and_says_why() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    String handoff = ada.handoff().id();
    String task = scenario.task(handoff).getId();

    assertThatThrownBy(
            () -> scenario.completesInTasklist(handoff, "ben", Map.of("decision", "reject")))
        .hasMessageContaining("reason: say one of wrong_icp");

    assertThat(scenario.task(handoff).getId()).isEqualTo(task);
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    assertThat(ada.timers()).hasSize(2);
    assertThat(scenario.bean(AnswerLog.class).of(handoff)).isEmpty();
    assertThat(scenario.variables())
        .isNotEmpty()
        .noneMatch(
            variable -> variable.getName().equals("decision") && variable.getValue() != null);
  }

  @Test
  void tasklist_believes_the_login_and_not_the_form() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.hire("eve", dev.baton.people.Role.MARKETING, null);

    assertThatThrownBy(
            () ->
                scenario.completesInTasklist(
                    ada.handoff().id(), "eve", Map.of("decision", "accept", "by", "ben")))
        .isInstanceOf(ApiProblem.class);

    assertThat(ada.stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void nothing_of_a_person_and_nothing_submitted_stays_in_the_process() {
    LeadActor ada =
        scenario
            .lead("ada@acme.example")
            .whoFits()
            .with("firstName", "Ada")
            .with("phone", "+49 30 1234567")
            .requestsDemo();
    scenario
        .ben()
        .answers(ada, HandoffState.REVIEW, Map.of("decision", "accept", "note", "Ada is nice"));
    scenario.completesInTasklist(
        ada.handoff().id(),
        "ben",
        Map.of(
            "framework", "meddic",
            "decision", "qualify",
            "criteria",
                "{\"champion\":{\"met\":true,\"evidence\":\"Ada herself\"},\"need\":{\"met\":true}}",
            "note", "call Ada"));

    assertThat(scenario.variables())
        .filteredOn(variable -> variable.getTaskId() == null)
        .extracting(VariableInstance::getName)
        .isSubsetOf(HandoffProcess.VARIABLES.stream().map(ProcessVariable::name).toList());
    assertThat(scenario.variables())
        .filteredOn(variable -> variable.getTaskId() != null)
        .extracting(VariableInstance::getName)
        .as("what the task list shows in its columns")
        .containsExactlyInAnyOrder("company", "score");
    assertThat(
            scenario
                .db()
                .sql(
                    """
                    select count(*) as found from ACT_RU_VARIABLE
                    where lower(TEXT_) like '%ada%' or lower(TEXT2_) like '%ada%'
                      or TEXT_ like '%1234567%' or BYTEARRAY_ID_ is not null
                    """)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            scenario
                .db()
                .sql("select count(*) as rows_ from ACT_GE_BYTEARRAY where NAME_ = 'note'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_form_cannot_overwrite_what_the_process_knows() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Map<String, Object> answer = new HashMap<>(Map.of("decision", "accept"));
    answer.put("reason", "Ada Lovelace called");
    answer.put("owner", "rita");
    answer.put("team", "south");
    answer.put("leadId", "somebody else");
    answer.put("handRaise", "no");
    answer.put("channel", "pigeon");
    answer.put("dueAt", "never");

    scenario.ben().answers(ada, HandoffState.REVIEW, answer);
    assertProcessKnows(ada);
    answer.putAll(Map.of("decision", "qualify", "framework", "bant", "need", true));
    scenario.completesInTasklist(ada.handoff().id(), "ben", answer);

    assertProcessKnows(ada);
    assertThat(ada.state()).isEqualTo(HandoffState.FIRST_TOUCH);
  }

  private void assertProcessKnows(LeadActor lead) {
    Map<String, Object> known = new HashMap<>();
    scenario.variables().forEach(v -> known.put(v.getName(), v.getValue()));
    assertThat(known)
        .containsEntry("owner", "ben")
        .containsEntry("team", "default")
        .containsEntry("leadId", lead.id())
        .containsEntry("handRaise", true)
        .containsEntry("channel", "inbound")
        .doesNotContainKeys("decision", "reason");
    assertThat(scenario.task(lead.handoff().id()).getAssignee()).isEqualTo("ben");
    assertThat(lead.taskDue()).isEqualTo(lead.deadline(lead.state().clock()).dueAt());
  }

  @Test
  void a_field_of_the_wrong_shape_is_refused_and_not_an_error_of_ours() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThat(
            refused(
                () ->
                    scenario
                        .ben()
                        .answers(
                            ada, HandoffState.REVIEW, Map.of("decision", Map.of("accept", true)))))
        .isNotNull();
    scenario
        .ben()
        .answers(
            ada,
            HandoffState.REVIEW,
            Map.of("decision", "accept", "reason", Map.of("why", List.of(1))));

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
  }

  @Test
  void the_last_answer_is_not_taken_for_one_to_the_next_question() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);

    assertThatThrownBy(
            () ->
                scenario.completesInTasklist(
                    ada.handoff().id(), "ben", Map.of("framework", "bant")))
        .hasMessageContaining("decision: say one of qualify, disqualify");
  }

  @Test
  void a_day_that_is_none_is_refused() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);

    ApiProblem refused =
        refused(
            () ->
                scenario
                    .ben()
                    .answers(
                        ada,
                        HandoffState.QUALIFICATION,
                        Map.of(
                            "framework", "bant",
                            "decision", "qualify",
                            "criteria", Map.of("timing", Map.of("met", true, "date", "soon")))));

    assertThat(refused).hasMessageContaining("criteria.timing.date: not a date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "20266-01-01T00:00:00Z", "tomorrow"})
  void an_instant_beyond_all_calendars_is_refused(String nextAt) {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    ApiProblem refused =
        refused(
            () ->
                scenario.withSavePoints(
                    () ->
                        scenario
                            .bean(HandoffCommands.class)
                            .touch(
                                ada.handoff().id(),
                                Map.of("kind", "call", "nextAt", nextAt),
                                "ben")));

    assertThat(refused).hasMessageContaining("nextAt");
  }

  @Test
  void a_touch_before_the_question_is_logged_and_the_first_one_after_sql_answers_it() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().calls(ada);
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    scenario.ben().brings(ada, HandoffState.FIRST_TOUCH);
    scenario.passes(Duration.ofHours(1));
    scenario.ben().calls(ada);
    scenario.ben().calls(ada);

    assertThat(ada.deadline("first_touch").verdict().metAt()).isEqualTo(scenario.now());
    assertThat(scenario.bean(Touches.class).of(ada.handoff().id())).hasSize(3);
  }

  private static Conflict conflict(Runnable answer) {
    return (Conflict) refused(answer);
  }

  private static ApiProblem refused(Runnable answer) {
    ApiProblem refused = catchThrowableOfType(ApiProblem.class, answer::run);
    assertThat(refused).as("refused").isNotNull();
    return refused;
  }
}
