package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.alert.Alert;
import dev.baton.alert.text.Text;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.recalculation.DeadlineRecalculation;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.Conflict;
import dev.baton.input.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** A question that a designer adds by the guide is whole: asked, reminded, answered, kept. */
class AddedQuestionTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private LeadActor asked() {
    scenario.deploys("legal-check.form", LegalCheck.form());
    scenario.deploys("sla-policy.dmn", LegalCheck.policy());
    scenario.deploys("lead-handoff.bpmn", LegalCheck.model());
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.rep(ada.handoff().owner()).accepts(ada);
    return ada;
  }

  @AfterEach
  void end() {
    RuntimeService runtime = scenario.bean(RuntimeService.class);
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(each -> runtime.deleteProcessInstance(each.getId(), "the test is over"));
  }

  /** The subjects of what somebody got by e-mail or would. */
  private static List<String> told(LeadActor lead, String person) {
    return lead.notices().stream()
        .filter(notice -> person.equals(notice.to()))
        .map(Alert::subject)
        .toList();
  }

  private void answers(LeadActor lead, Map<String, Object> fields) {
    scenario.completesInTasklist(lead.handoff().id(), lead.handoff().owner(), fields);
  }

  @Test
  void an_answer_within_its_time_meets_the_questions_own_clock() {
    LeadActor ada = asked();
    assertThat(ada.taskDue()).isEqualTo(scenario.now().plus(Duration.ofHours(12)));

    scenario.passes(Duration.ofHours(11));
    answers(ada, Map.of("decision", "cleared", "note", "fine", "register", "HRB 12"));
    scenario.passes(Duration.ofHours(3));

    assertThat(ada.deadline("legal_check").verdict().metAt())
        .isEqualTo(HandoffScenario.START.plus(Duration.ofHours(11)));
    assertThat(ada.deadline("legal_check").missedAt()).isNull();
    assertThat(told(ada, "mona")).noneMatch(told -> told.contains("overdue"));
    assertThat(told(ada, ada.handoff().owner()))
        .anyMatch(told -> told.startsWith("Legal check due soon"));
    AnswerEntry kept = scenario.bean(AnswerLog.class).lastAnswer(ada.handoff().id()).orElseThrow();
    assertThat(kept.question()).isEqualTo("legal_check");
    assertThat(kept.decision()).isEqualTo("cleared");
    assertThat(kept.note()).isEqualTo("fine");
    assertThat(kept.content()).contains("HRB 12");
    assertThat(scenario.variables()).noneMatch(each -> each.getName().equals("register"));
  }

  @Test
  void the_next_questions_clock_counts_from_the_added_answer() {
    LeadActor ada = asked();
    scenario.passes(Duration.ofHours(5));
    answers(ada, Map.of("decision", "cleared"));

    assertThat(ada.deadline("qualification").start().startedAt()).isEqualTo(scenario.now());
    scenario.rep(ada.handoff().owner()).qualifies(ada);
    assertThat(ada.state()).isEqualTo(HandoffState.FIRST_TOUCH);
  }

  @Test
  void a_late_answer_still_counts_and_its_miss_is_told_once() {
    LeadActor ada = asked();
    scenario.passes(Duration.ofHours(13));

    assertThat(ada.deadline("legal_check").missedAt())
        .isEqualTo(HandoffScenario.START.plus(Duration.ofHours(12)));
    assertThat(told(ada, "mona"))
        .filteredOn(told -> told.startsWith("Legal check overdue, owner"))
        .hasSize(1);
    answers(ada, Map.of("decision", "cleared"));

    assertThat(ada.deadline("legal_check").verdict().metAt()).isNull();
    assertThat(ada.deadline("legal_check").verdict().endedAt()).isEqualTo(scenario.now());
    assertThat(scenario.runningLadders()).isZero();
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("qualifyLead");
  }

  @Test
  void an_unanswered_one_goes_to_somebody_else_with_a_fresh_clock() {
    LeadActor ada = asked();
    String first = ada.handoff().owner();
    scenario.passes(Duration.ofHours(21));

    assertThat(ada.handoff().owner()).isNotEqualTo(first);
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("legalCheck");
    assertThat(ada.rounds("legal_check")).hasSize(2);
    assertThat(told(ada, ada.handoff().owner()))
        .anyMatch(told -> told.startsWith("Handed over to you, legal check to answer"));
    answers(ada, Map.of("decision", "cleared"));
    assertThat(ada.rounds("legal_check").get(1).verdict().metAt()).isEqualTo(scenario.now());
  }

  @Test
  void a_manager_gives_it_to_somebody_else() {
    LeadActor ada = asked();
    RepActor other = ada.handoff().owner().equals("ben") ? scenario.rita() : scenario.ben();
    scenario.mona().reassigns(ada, other);

    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo(other.id());
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("legalCheck");
  }

  @Test
  void one_whose_process_is_gone_is_restarted_where_it_stood() {
    LeadActor ada = asked();
    scenario.passes(Duration.ofHours(1));
    List<Deadline> before = ada.deadlines();
    String owner = ada.handoff().owner();
    Map<String, Instant> timers = ada.timers();
    BrokenProcess.DELETED_THROUGH_THE_ENGINE.happensTo(scenario, ada);

    scenario.withSavePoints(
        () ->
            scenario
                .bean(RestartCommands.class)
                .restart(ada.handoff().id(), Map.of("reason", "gone"), "mona"));

    assertThat(ada.deadlines()).isEqualTo(before);
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("legalCheck");
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo(owner);
    assertThat(ada.timers()).isEqualTo(timers);
    answers(ada, Map.of("decision", "cleared"));
    assertThat(ada.deadline("legal_check").verdict().metAt()).isEqualTo(scenario.now());
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("qualifyLead");
  }

  @Test
  void one_whose_process_is_gone_goes_to_somebody_else_with_its_question() {
    LeadActor ada = asked();
    BrokenProcess.DELETED_THROUGH_THE_ENGINE.happensTo(scenario, ada);
    RepActor other = ada.handoff().owner().equals("ben") ? scenario.rita() : scenario.ben();
    scenario.mona().reassigns(ada, other);

    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("legalCheck");
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo(other.id());
    assertThat(ada.rounds("legal_check")).hasSize(2);
    answers(ada, Map.of("decision", "cleared"));
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("qualifyLead");
  }

  @Test
  void a_question_that_the_model_no_longer_asks_is_owed_no_longer() throws IOException {
    LeadActor ada = asked();
    BrokenProcess.DELETED_THROUGH_THE_ENGINE.happensTo(scenario, ada);
    scenario.deploys(
        "lead-handoff.bpmn",
        Files.readString(Path.of("src/main/resources/bpmn/lead-handoff.bpmn")));

    scenario.withSavePoints(
        () -> scenario.bean(RestartCommands.class).restart(ada.handoff().id(), Map.of(), "mona"));

    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("qualifyLead");
    assertThat(ada.deadline("legal_check").stoppedAt()).isEqualTo(scenario.now());
  }

  @Test
  void a_changed_policy_moves_its_timers_with_its_clock() {
    LeadActor ada = asked();
    scenario.deploys("sla-policy.dmn", LegalCheck.policy().replace("12 * 60", "24 * 60"));
    Instant due = HandoffScenario.START.plus(Duration.ofHours(24));

    scenario
        .bean(DeadlineRecalculation.class)
        .move(List.of(ada.handoff().id()), "a day from now on", "mona");

    assertThat(ada.deadline("legal_check").dueAt()).isEqualTo(due);
    assertThat(ada.taskDue()).isEqualTo(due);
    assertThat(ada.timers()).containsEntry("legalOverdue", due);
    scenario.passes(Duration.ofHours(13));
    assertThat(ada.deadline("legal_check").missedAt()).isNull();
  }

  @Test
  void it_is_what_waits_for_its_owner() {
    LeadActor ada = asked();

    assertThat(scenario.bean(WaitingQuestions.class).of(ada.handoff().owner()))
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.asked()).isEqualTo(Text.literal("legal check"));
              assertThat(waiting.dueAt()).isEqualTo(ada.deadline("legal_check").dueAt());
            });
  }

  @Test
  void an_answer_that_decides_nothing_is_refused_and_the_question_stays() {
    LeadActor ada = asked();

    assertThatThrownBy(() -> answers(ada, Map.of("note", "hm"))).isInstanceOf(InvalidInput.class);
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("legalCheck");
    assertThat(ada.deadline("legal_check").verdict().metAt()).isNull();
  }

  @Test
  void another_answer_meanwhile_hears_what_is_asked() {
    LeadActor ada = asked();

    assertThatThrownBy(() -> scenario.rep(ada.handoff().owner()).qualifies(ada))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("This handoff waits for its legal check");
  }

  /** What is left out or wrong, and what the refusal says. */
  static final List<Arguments> OMISSIONS =
      List.of(
          omission(
              "camunda:formRef=\"legal-check\" ", "", "'Legal check' (id legalCheck) has no form"),
          omission("formRef=\"legal-check\"", "formRef=\"no-check\"", "names the form 'no-check'"),
          omission(
              "id=\"legalDueSoon\" cancelActivity=\"false\"",
              "id=\"legalDueSoon\"",
              "'legalDueSoon' must not end its task"),
          omission(
              "(?s)<bpmn:boundaryEvent id=\"legalOverdue\".*?</bpmn:boundaryEvent>",
              "",
              "'Legal check' (id legalCheck) has no timer for overdue"),
          omission(
              "(?s)<bpmn:boundaryEvent id=\"legalDueSoon\".*?</bpmn:boundaryEvent>",
              "",
              "'Legal check' (id legalCheck) has no timer for due soon"),
          omission(
              "(?s)(id=\"legalCheck\".*?) camunda:dueDate=\"\\$\\{dueAt}\"",
              "$1",
              "'Legal check' (id legalCheck) has no due date"),
          omission(
              "(?s)(id=\"legalOverdue\".*?)\\$\\{noteTimer}",
              "$1\\${startClock}",
              "'legalOverdue' needs the listener ${noteTimer}"),
          omission(
              "sourceRef=\"legalOverdue\" targetRef=\"remindOrEscalate\"",
              "sourceRef=\"legalOverdue\" targetRef=\"remindedOrEscalated\"",
              "'legalOverdue' must lead to 'remindOrEscalate'"),
          omission(
              "\\$\\{recordOwedAnswer}",
              "\\${alertOwner}",
              "'Legal check' (id legalCheck) must be followed by 'Record owed answer'"),
          omission(
              "(?s)(id=\"recordLegal\".*?)>legal_check<",
              "$1>review<",
              "names the clock 'review'; give the question one of its own"),
          omission(
              "(?s)(id=\"chooseLegalSla\".*?)>legal_check<",
              "$1>other_check<",
              "'Legal check' (id legalCheck) has no clock: put 'Choose SLA of own question' in front"),
          omission(
              "(?s)(id=\"legalCheck\".*?)\\$\\{describeTask}",
              "$1\\${claimLead}",
              "'Legal check' (id legalCheck) needs the task listener ${describeTask}"),
          omission(
              "legal_check",
              "marriage_check",
              "has no deadline: add a row for the clock \"marriage_check\" to sla-policy"),
          omission(
              "sourceRef=\"recordLegal\" targetRef=\"chooseQualificationSla\"",
              "sourceRef=\"recordLegal\" targetRef=\"leadRejected\"",
              "'Accepted?' (id accepted) must be followed by 'Choose qualification SLA'"
                  + " (id chooseQualificationSla) where decision is 'accept'; now it leads to"
                  + " 'Lead rejected' (id leadRejected)"),
          omission(
              "sourceRef=\"recordLegal\" targetRef=\"chooseQualificationSla\"",
              "sourceRef=\"recordLegal\" targetRef=\"chooseFirstTouchSla\"",
              "now it leads to 'Choose first touch SLA' (id chooseFirstTouchSla)"),
          omission(
              "(<bpmn:sequenceFlow id=\"recordLegal_chooseQualificationSla\"[^>]*>)",
              "<!-- $1 -->",
              "(id recordLegal) leads nowhere"),
          omission(
              "sourceRef=\"chooseReviewSla\" targetRef=\"alertOwner\"",
              "sourceRef=\"chooseReviewSla\" targetRef=\"opportunityOpened\"",
              "(id chooseReviewSla) must be followed by 'Alert owner' (id alertOwner); now it leads"
                  + " to 'Opportunity opened' (id opportunityOpened)"));

  private static Arguments omission(String from, String to, String words) {
    return Arguments.of(from, to, words);
  }

  @ParameterizedTest(name = "{2}")
  @FieldSource("OMISSIONS")
  void what_is_left_out_is_demanded(String from, String to, String words) {
    scenario.deploys("legal-check.form", LegalCheck.form());
    scenario.deploys("sla-policy.dmn", LegalCheck.policy());
    String broken = LegalCheck.model().replaceAll(from, to);
    assertThat(broken).isNotEqualTo(LegalCheck.model());

    assertThatThrownBy(() -> scenario.deploys("lead-handoff.bpmn", broken))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining(words);
  }

  @Test
  void a_form_that_decides_nothing_is_refused() {
    scenario.deploys(
        "legal-check.form",
        LegalCheck.form().replace("\"key\": \"decision\"", "\"key\": \"said\""));
    scenario.deploys("sla-policy.dmn", LegalCheck.policy());

    assertThatThrownBy(() -> scenario.deploys("lead-handoff.bpmn", LegalCheck.model()))
        .hasMessageContaining("has the form 'legal-check', which doesn't ask for 'decision'");
  }

  @Test
  void the_policy_keeps_the_row_of_a_question_in_force() {
    asked();

    assertThatThrownBy(
            () ->
                scenario.deploys(
                    "sla-policy.dmn",
                    LegalCheck.policy().replace("\"legal_check\"", "\"legal_chekc\"")))
        .hasMessageContaining("has no row for the clock \"legal_check\"");
  }

  @Test
  void a_condition_may_wait_for_a_word_that_the_model_sets_itself() {
    scenario.deploys("legal-check.form", LegalCheck.form());
    scenario.deploys("sla-policy.dmn", LegalCheck.policy());
    String compares =
        LegalCheck.model()
            .replace("${decision == 'open'}", "${decision == 'open' || decision == 'waived'}");
    String sets =
        compares.replaceFirst(
            "(?s)(id=\"chooseLegalSla\".*?<camunda:inputOutput>)",
            "$1<camunda:inputParameter name=\"decision\">waived" + "</camunda:inputParameter>");
    assertThat(sets).isNotEqualTo(compares);

    assertThatThrownBy(() -> scenario.deploys("lead-handoff.bpmn", compares))
        .hasMessageContaining("compares 'decision' with 'waived', which nobody answers");
    scenario.deploys("lead-handoff.bpmn", sets);
  }

  @Test
  void a_condition_waits_for_an_answer_that_can_be_given() {
    scenario.deploys("legal-check.form", LegalCheck.form());
    scenario.deploys("sla-policy.dmn", LegalCheck.policy());
    String model = LegalCheck.model();

    assertThatThrownBy(
            () ->
                scenario.deploys(
                    "lead-handoff.bpmn",
                    model.replace("${decision == 'accept'}", "${decision == 'acept'}")))
        .hasMessageContaining("compares 'decision' with 'acept', which nobody answers")
        .hasMessageContaining("cleared");
    assertThatThrownBy(
            () ->
                scenario.deploys(
                    "lead-handoff.bpmn",
                    model.replace("${decision == 'accept'}", "${desicion == 'accept'}")))
        .hasMessageContaining(
            "reads 'desicion' in ${desicion == 'accept'}, which nothing sets here");
    scenario.deploys(
        "lead-handoff.bpmn",
        model.replace("${decision == 'open'}", "${decision == 'open' || decision == 'cleared'}"));
  }
}
