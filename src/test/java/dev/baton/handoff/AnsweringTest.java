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

/** One check behind every door; nothing of a person stays in the process. */
class AnsweringTest {
  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  @Test
  void a_second_answer_is_refused_and_says_who_was_first() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.ben().accepts(ada);
    var accepted = house.now();
    house.passes(Duration.ofMinutes(3));

    Conflict conflict = conflict(() -> house.rita().rejects(ada, "wrong_icp"));

    assertThat(conflict)
        .returns("QUALIFICATION", Conflict::state)
        .returns("ben", Conflict::by)
        .returns(accepted, Conflict::at);
    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(ada.handoff().owner()).isEqualTo("ben");
  }

  @Test
  void a_reassignment_is_no_answer() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.ben().accepts(ada);
    var accepted = house.now();
    house.passes(Duration.ofMinutes(3));
    house.mona().reassigns(ada, house.rita());

    Conflict conflict = conflict(() -> house.ben().accepts(ada));

    assertThat(conflict)
        .returns("QUALIFICATION", Conflict::state)
        .returns("ben", Conflict::by)
        .returns(accepted, Conflict::at);
    assertThat(conflict).hasMessageContaining("ben").hasMessageNotContaining("reassign");
  }

  @Test
  void an_answer_to_a_closed_handoff_is_refused() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.ben().rejects(ada, "low_intent");

    assertThat(conflict(() -> house.ben().accepts(ada)).state()).isEqualTo("CLOSED");
    assertThat(conflict(() -> house.ben().loses(ada, "no_budget")).state()).isEqualTo("CLOSED");
    assertThat(conflict(() -> house.ben().calls(ada)).state()).isEqualTo("CLOSED");
    assertThat(conflict(() -> house.mona().reassigns(ada, house.rita())).state())
        .isEqualTo("CLOSED");
  }

  @Test
  void a_question_that_is_not_asked_yet_is_refused() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    assertThat(conflict(() -> house.ben().qualifies(ada)))
        .returns("REVIEW", Conflict::state)
        .returns(null, Conflict::by)
        .returns(house.now(), Conflict::at);
    assertThat(conflict(() -> house.ben().opens(ada)).state()).isEqualTo("REVIEW");
    assertThat(conflict(() -> house.ben().wins(ada)).state()).isEqualTo("REVIEW");
  }

  @Test
  void a_deal_is_opened_once() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.ben().brings(ada, HandoffState.OPPORTUNITY);
    assertThat(conflict(() -> house.ben().wins(ada)).state()).isEqualTo("OPPORTUNITY");
    house.ben().opens(ada);

    ApiProblem refused = refused(() -> house.ben().opens(ada));
    assertThat(refused).hasMessage("The deal is running; ben answered the opportunity");
  }

  @Test
  void an_answer_for_which_the_process_is_not_ready_is_a_conflict_and_no_failure() {
    LeadActor ada = house.lead("ada@acme.example");
    house.withoutSavePoints(ada::requestsDemo);

    ApiProblem refused =
        refused(
            () ->
                house
                    .bean(HandoffCommands.class)
                    .answer(
                        ada.handoff().id(),
                        HandoffState.REVIEW,
                        Map.of("decision", "accept"),
                        "mona"));

    assertThat(refused).hasMessageContaining("on its way");
    assertThat(refused).isInstanceOf(Conflict.class);
  }

  @Test
  void an_answer_asks_the_next_question_in_its_own_transaction() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    house.withoutSavePoints(
        () -> {
          HandoffView accepted = house.ben().accepts(ada);

          assertThat(accepted.deadlines())
              .extracting(HandoffView.Clock::clock)
              .contains("qualification");
          assertThat(openTask(ada)).isEqualTo("qualifyLead");
          assertThat(house.ben().qualifies(ada).state()).isEqualTo(HandoffState.FIRST_TOUCH);
        });

    assertThat(openTask(ada)).isEqualTo("makeFirstTouch");
  }

  @Test
  void an_answer_stays_when_the_step_behind_it_fails_and_the_question_is_asked_later() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house
        .db()
        .sql("alter table deadline add constraint broken check (clock <> 'qualification')")
        .update();
    try {
      house.withoutSavePoints(
          () -> assertThat(house.ben().accepts(ada).state()).isEqualTo(HandoffState.QUALIFICATION));
    } finally {
      house.db().sql("alter table deadline drop constraint broken").update();
    }

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(ada.deadline("review").verdict().metAt()).isEqualTo(house.now());
    assertThat(house.task(ada.handoff().id())).as("the next question").isNull();
    assertThat(conflict(() -> house.rita().accepts(ada)).by()).isEqualTo("ben");

    house.runSavePoints();

    assertThat(openTask(ada)).isEqualTo("qualifyLead");
    assertThat(house.ben().qualifies(ada).state()).isEqualTo(HandoffState.FIRST_TOUCH);
  }

  @Test
  void in_a_callers_own_transaction_the_process_goes_on_after_it() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    TransactionTemplate transaction =
        new TransactionTemplate(house.bean(PlatformTransactionManager.class));

    house.withoutSavePoints(
        () -> {
          transaction.executeWithoutResult(
              status ->
                  house
                      .bean(HandoffCommands.class)
                      .answer(
                          ada.handoff().id(),
                          HandoffState.REVIEW,
                          Map.of("decision", "accept"),
                          "ben"));
          assertThat(ada.state()).isEqualTo(HandoffState.QUALIFICATION);
          assertThat(house.task(ada.handoff().id())).as("the next question").isNull();
        });

    house.runSavePoints();
    assertThat(openTask(ada)).isEqualTo("qualifyLead");
  }

  private String openTask(LeadActor lead) {
    return house.task(lead.handoff().id()).getTaskDefinitionKey();
  }

  @Test
  void of_eight_answers_at_once_one_is_taken_and_seven_are_told_so() throws Exception {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    HandoffCommands commands = house.bean(HandoffCommands.class);
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
          house.withSavePoints(
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
    assertThat(house.bean(AnswerLog.class).of(id)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no_budget", "because", ""})
  void a_no_without_a_reason_of_its_question_is_refused(String reason) {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    ApiProblem refused = refused(() -> house.ben().rejects(ada, reason));

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
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    house.completesInTasklist(ada.handoff().id(), "rita", Map.of("decision", "accept"));

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(house.bean(AnswerLog.class).of(ada.handoff().id()))
        .singleElement()
        .satisfies(entry -> assertThat(entry.answeredBy()).isEqualTo("rita"));
  }

  @Test
  void a_refusal_in_tasklist_takes_the_completion_back_and_says_why() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    String handoff = ada.handoff().id();
    String task = house.task(handoff).getId();

    assertThatThrownBy(
            () -> house.completesInTasklist(handoff, "ben", Map.of("decision", "reject")))
        .hasMessageContaining("reason: say one of wrong_icp");

    assertThat(house.task(handoff).getId()).isEqualTo(task);
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    assertThat(ada.timers()).hasSize(2);
    assertThat(house.bean(AnswerLog.class).of(handoff)).isEmpty();
    assertThat(house.variables())
        .isNotEmpty()
        .noneMatch(
            variable -> variable.getName().equals("decision") && variable.getValue() != null);
  }

  @Test
  void tasklist_believes_the_login_and_not_the_form() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.hire("eve", dev.baton.people.Role.MARKETING, null);

    assertThatThrownBy(
            () ->
                house.completesInTasklist(
                    ada.handoff().id(), "eve", Map.of("decision", "accept", "by", "ben")))
        .isInstanceOf(ApiProblem.class);

    assertThat(ada.stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void nothing_of_a_person_and_nothing_submitted_stays_in_the_process() {
    LeadActor ada =
        house
            .lead("ada@acme.example")
            .whoFits()
            .with("firstName", "Ada")
            .with("phone", "+49 30 1234567")
            .requestsDemo();
    house
        .ben()
        .answers(ada, HandoffState.REVIEW, Map.of("decision", "accept", "note", "Ada is nice"));
    house.completesInTasklist(
        ada.handoff().id(),
        "ben",
        Map.of(
            "framework", "meddic",
            "decision", "qualify",
            "criteria",
                "{\"champion\":{\"met\":true,\"evidence\":\"Ada herself\"},\"need\":{\"met\":true}}",
            "note", "call Ada"));

    assertThat(house.variables())
        .filteredOn(variable -> variable.getTaskId() == null)
        .extracting(VariableInstance::getName)
        .isSubsetOf(HandoffProcess.VARIABLES.stream().map(ProcessVariable::name).toList());
    assertThat(house.variables())
        .filteredOn(variable -> variable.getTaskId() != null)
        .extracting(VariableInstance::getName)
        .as("what the task list shows in its columns")
        .containsExactlyInAnyOrder("company", "score");
    assertThat(
            house
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
            house
                .db()
                .sql("select count(*) as rows_ from ACT_GE_BYTEARRAY where NAME_ = 'note'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_form_cannot_overwrite_what_the_process_knows() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    Map<String, Object> answer = new HashMap<>(Map.of("decision", "accept"));
    answer.put("reason", "Ada Lovelace called");
    answer.put("owner", "rita");
    answer.put("team", "south");
    answer.put("leadId", "somebody else");
    answer.put("handRaise", "no");
    answer.put("channel", "pigeon");
    answer.put("dueAt", "never");

    house.ben().answers(ada, HandoffState.REVIEW, answer);
    assertProcessKnows(ada);
    answer.putAll(Map.of("decision", "qualify", "framework", "bant", "need", true));
    house.completesInTasklist(ada.handoff().id(), "ben", answer);

    assertProcessKnows(ada);
    assertThat(ada.state()).isEqualTo(HandoffState.FIRST_TOUCH);
  }

  private void assertProcessKnows(LeadActor lead) {
    Map<String, Object> known = new HashMap<>();
    house.variables().forEach(v -> known.put(v.getName(), v.getValue()));
    assertThat(known)
        .containsEntry("owner", "ben")
        .containsEntry("team", "default")
        .containsEntry("leadId", lead.id())
        .containsEntry("handRaise", true)
        .containsEntry("channel", "inbound")
        .doesNotContainKeys("decision", "reason");
    assertThat(house.task(lead.handoff().id()).getAssignee()).isEqualTo("ben");
    assertThat(lead.taskDue()).isEqualTo(lead.deadline(lead.state().clock()).dueAt());
  }

  @Test
  void a_field_of_the_wrong_shape_is_refused_and_not_an_error_of_ours() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    assertThat(
            refused(
                () ->
                    house
                        .ben()
                        .answers(
                            ada, HandoffState.REVIEW, Map.of("decision", Map.of("accept", true)))))
        .isNotNull();
    house
        .ben()
        .answers(
            ada,
            HandoffState.REVIEW,
            Map.of("decision", "accept", "reason", Map.of("why", List.of(1))));

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
  }

  @Test
  void the_last_answer_is_not_taken_for_one_to_the_next_question() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.ben().accepts(ada);

    assertThatThrownBy(
            () -> house.completesInTasklist(ada.handoff().id(), "ben", Map.of("framework", "bant")))
        .hasMessageContaining("decision: say one of qualify, disqualify");
  }

  @Test
  void a_day_that_is_none_is_refused() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.ben().accepts(ada);

    ApiProblem refused =
        refused(
            () ->
                house
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
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    ApiProblem refused =
        refused(
            () ->
                house.withSavePoints(
                    () ->
                        house
                            .bean(HandoffCommands.class)
                            .touch(
                                ada.handoff().id(),
                                Map.of("kind", "call", "nextAt", nextAt),
                                "ben")));

    assertThat(refused).hasMessageContaining("nextAt");
  }

  @Test
  void a_touch_before_the_question_is_logged_and_the_first_one_after_sql_answers_it() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.ben().calls(ada);
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    house.ben().brings(ada, HandoffState.FIRST_TOUCH);
    house.passes(Duration.ofHours(1));
    house.ben().calls(ada);
    house.ben().calls(ada);

    assertThat(ada.deadline("first_touch").verdict().metAt()).isEqualTo(house.now());
    assertThat(house.bean(Touches.class).of(ada.handoff().id())).hasSize(3);
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
