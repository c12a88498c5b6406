package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.alert.Alert;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.HandoffAdvanced;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.HandoffPolicy;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The policies of rule R10, each with its yes, its no and its late answer, on the one diagram. */
class HandoffPoliciesTest {
  private static final String SHIPPED = policy("HUMAN", "explicit", "now");

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private static String policy(String judge, String acceptance, String onMql) {
    return """
        <outputEntry id="everybody-out-policy">
                  <text>"%s"</text>
                </outputEntry>
                <outputEntry id="everybody-out-acceptance">
                  <text>"%s"</text>
                </outputEntry>
                <outputEntry id="everybody-out-onMql">
                  <text>"%s"</text>"""
        .formatted(judge, acceptance, onMql);
  }

  private void agreedOn(String judge, String acceptance, String onMql) {
    scenario.changes("handoff-policy", SHIPPED, policy(judge, acceptance, onMql));
  }

  /** An MQL of 60 points, far from the 80 of a sales-ready lead. */
  private LeadActor warmLead() {
    return scenario.lead("ada@acme.example").whoFits().does("webinar_attended");
  }

  private LeadActor handRaiser() {
    return scenario.lead("ada@acme.example").whoFits().requestsDemo();
  }

  private List<String> asked(LeadActor lead) {
    return scenario
        .bean(TaskService.class)
        .createTaskQuery()
        .processDefinitionKey(HandoffProcess.KEY)
        .processInstanceBusinessKey(lead.handoff().id())
        .list()
        .stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  private static StageEpisode episode(LeadActor lead, Stage stage) {
    return lead.episodes().stream().filter(e -> e.stage() == stage).findFirst().orElseThrow();
  }

  private static List<String> clocks(LeadActor lead) {
    return lead.deadlines().stream().map(Deadline::clock).toList();
  }

  // HUMAN

  @Test
  void without_another_agreement_a_person_reviews_and_qualifies() {
    LeadActor ada = handRaiser();

    assertThat(asked(ada)).containsExactly("reviewLead");
    assertThat(ada.handoff().policy()).isEqualTo(HandoffPolicy.DEFAULT);
  }

  // AUTO

  @Test
  void by_rule_a_hand_raiser_is_sal_and_sql_at_the_instant_it_became_an_mql() {
    agreedOn("AUTO", "explicit", "now");
    LeadActor ada = handRaiser();

    assertThat(ada.stages()).containsExactly(Stage.LEAD, Stage.MQL, Stage.SAL, Stage.SQL);
    for (Stage stage : List.of(Stage.SAL, Stage.SQL)) {
      assertThat(episode(ada, stage).by()).isEqualTo("rule");
      assertThat(episode(ada, stage).enteredAt()).isEqualTo(ada.handoff().frozen().mqlAt());
    }
    assertThat(asked(ada)).containsExactly("makeFirstTouch");
    assertThat(clocks(ada)).containsExactly("route", "first_touch");
    assertThat(ada.deadline("first_touch").start().startedAt())
        .isEqualTo(ada.handoff().frozen().mqlAt());
    assertThat(scenario.facts(HandoffAdvanced.class))
        .extracting(HandoffAdvanced::stage, HandoffAdvanced::by)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Stage.SAL, "rule"),
            org.assertj.core.groups.Tuple.tuple(Stage.SQL, "rule"));
  }

  @Test
  void by_rule_the_owner_is_told_once_whom_to_get_in_touch_with() {
    agreedOn("AUTO", "explicit", "now");
    LeadActor ada = handRaiser();

    assertThat(ada.told(ada.handoff().owner())).containsOnly("assigned");
    assertThat(ada.notices())
        .extracting(Alert::subject)
        .isNotEmpty()
        .allMatch(subject -> subject.startsWith("New lead to get in touch with: "));
    assertThat(ada.notices()).extracting(Alert::key).doesNotHaveDuplicates().hasSize(1);
  }

  @Test
  void by_rule_a_touch_and_a_deal_follow_as_for_everybody() {
    agreedOn("AUTO", "explicit", "now");
    LeadActor ada = handRaiser();

    scenario.ben().calls(ada);
    scenario.ben().opens(ada);
    scenario.ben().wins(ada);

    assertThat(ada.stage()).isEqualTo(Stage.CUSTOMER);
    assertThat(scenario.runningProcesses()).isZero();
  }

  @Test
  void by_rule_a_lost_lead_goes_back_to_marketing() {
    agreedOn("AUTO", "explicit", "now");
    LeadActor ada = handRaiser();

    scenario.ben().loses(ada, "no_budget");

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(ada.handoff().closing().result()).isEqualTo("lost");
    assertThat(scenario.runningProcesses()).isZero();
  }

  @Test
  void by_rule_a_late_first_touch_is_reminded_of_escalated_and_still_counts() {
    agreedOn("AUTO", "explicit", "now");
    LeadActor ada = handRaiser();
    String owner = ada.handoff().owner();

    scenario.passes(Duration.ofHours(25));

    assertThat(ada.told(owner)).contains("reminder");
    assertThat(ada.told("mona")).containsOnly("escalation");
    scenario.rep(owner).calls(ada);
    assertThat(ada.deadline("first_touch").missedAt()).isNotNull();
    assertThat(ada.deadline("first_touch").verdict().endedAt()).isEqualTo(scenario.now());
    assertThat(asked(ada)).containsExactly("openOpportunity");
  }

  @Test
  void below_the_sales_ready_line_a_person_reviews_whatever_the_policy() {
    agreedOn("AUTO", "explicit", "now");
    LeadActor ada = warmLead();

    assertThat(ada.score().total()).isEqualTo(60);
    assertThat(asked(ada)).containsExactly("reviewLead");
    scenario.ben().accepts(ada);
    scenario.ben().qualifies(ada);
    assertThat(episode(ada, Stage.SQL).by()).isEqualTo("ben");
  }

  @Test
  void a_lead_that_becomes_sales_ready_while_its_review_is_open_needs_no_review() {
    agreedOn("AUTO", "explicit", "now");
    LeadActor ada = warmLead();
    scenario.passes(Duration.ofHours(2));

    ada.does("trial_started");

    assertThat(ada.score().total()).isEqualTo(80);
    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    assertThat(episode(ada, Stage.SQL).enteredAt()).isEqualTo(scenario.now());
    assertThat(asked(ada)).containsExactly("makeFirstTouch");
    assertThat(ada.deadline("review").verdict().voidedAt()).isEqualTo(scenario.now());
    assertThat(ada.deadline("first_touch").start().startedAt()).isEqualTo(scenario.now());
    assertThat(ada.notices())
        .extracting(Alert::subject)
        .anyMatch(subject -> subject.startsWith("New lead to get in touch with"));
  }

  @Test
  void what_a_person_has_accepted_no_rule_takes_from_them() {
    agreedOn("AUTO", "explicit", "now");
    LeadActor ada = warmLead();
    scenario.ben().accepts(ada);

    ada.requestsDemo();

    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(asked(ada)).containsExactly("qualifyLead");
  }

  @Test
  void a_running_handoff_keeps_the_policy_it_began_with() {
    LeadActor ada = warmLead();
    agreedOn("AUTO", "explicit", "now");

    ada.requestsDemo();

    assertThat(asked(ada)).containsExactly("reviewLead");
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
  }

  // AUTO_THEN_CONFIRM

  @Test
  void a_confirmation_is_asked_while_somebody_gets_in_touch() {
    agreedOn("AUTO_THEN_CONFIRM", "explicit", "now");
    LeadActor ada = handRaiser();

    assertThat(ada.state()).isEqualTo(HandoffState.FIRST_TOUCH);
    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    assertThat(asked(ada)).containsExactly("makeFirstTouch", "qualifyLead");
    assertThat(clocks(ada)).containsExactlyInAnyOrder("route", "first_touch", "qualification");
  }

  @Test
  void a_confirmed_lead_stays_an_sql_and_the_touch_is_still_owed() {
    agreedOn("AUTO_THEN_CONFIRM", "explicit", "now");
    LeadActor ada = handRaiser();

    scenario.ben().qualifies(ada);

    assertThat(asked(ada)).containsExactly("makeFirstTouch");
    assertThat(ada.deadline("qualification").verdict().metAt()).isEqualTo(scenario.now());
    assertThat(ada.deadline("first_touch").verdict().metAt()).isNull();
    assertThat(episode(ada, Stage.SQL).by()).as("the rule was first").isEqualTo("rule");
    scenario.ben().calls(ada);
    assertThat(asked(ada)).containsExactly("openOpportunity");
    scenario.ben().opens(ada);
    assertThat(scenario.runningProcesses()).isZero();
  }

  @Test
  void a_no_recycles_the_lead_and_ends_the_touch() {
    agreedOn("AUTO_THEN_CONFIRM", "explicit", "now");
    LeadActor ada = handRaiser();

    scenario.ben().disqualifies(ada, "bad_timing");

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(ada.handoff().closing().result()).isEqualTo("disqualified");
    assertThat(ada.deadline("first_touch").verdict().voidedAt()).isEqualTo(scenario.now());
    assertThat(asked(ada)).isEmpty();
    assertThat(scenario.runningProcesses()).isZero();
    assertThat(scenario.timers())
        .extracting(Job::getProcessDefinitionKey)
        .doesNotContain(HandoffProcess.KEY);
    assertThat(scenario.facts(HandoffClosed.class))
        .extracting(HandoffClosed::stage)
        .containsExactly("qualification");
  }

  @Test
  void a_no_after_the_touch_ends_the_opportunity_that_was_to_be_opened() {
    agreedOn("AUTO_THEN_CONFIRM", "explicit", "now");
    LeadActor ada = handRaiser();
    scenario.ben().calls(ada);
    assertThat(asked(ada)).containsExactly("openOpportunity", "qualifyLead");

    scenario.ben().disqualifies(ada, "no_budget");

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(ada.deadline("first_touch").verdict().metAt()).isNotNull();
    assertThat(ada.deadline("opportunity").verdict().voidedAt()).isEqualTo(scenario.now());
    assertThat(scenario.runningProcesses()).isZero();
  }

  @Test
  void a_lost_lead_needs_no_confirmation_any_more() {
    agreedOn("AUTO_THEN_CONFIRM", "explicit", "now");
    LeadActor ada = handRaiser();

    scenario.ben().loses(ada, "competitor");

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(ada.deadline("qualification").verdict().voidedAt()).isEqualTo(scenario.now());
    assertThat(scenario.runningProcesses()).isZero();
    assertThatThrownBy(() -> scenario.ben().qualifies(ada)).isInstanceOf(ApiProblem.class);
  }

  @Test
  void a_deal_says_more_than_a_confirmation() {
    agreedOn("AUTO_THEN_CONFIRM", "explicit", "now");
    LeadActor ada = handRaiser();
    scenario.ben().calls(ada);

    scenario.ben().opens(ada);

    assertThat(ada.stage()).isEqualTo(Stage.OPPORTUNITY);
    assertThat(ada.deadline("qualification").verdict().voidedAt()).isEqualTo(scenario.now());
    assertThat(scenario.runningProcesses()).isZero();
  }

  @Test
  void a_late_confirmation_is_reminded_of_and_escalated_by_its_own_clock() {
    agreedOn("AUTO_THEN_CONFIRM", "explicit", "now");
    LeadActor ada = handRaiser();
    String owner = ada.handoff().owner();
    scenario.rep(owner).calls(ada);

    scenario.passes(Duration.ofHours(97));
    assertThat(subjects(ada, owner)).anyMatch(s -> s.startsWith("Qualification due soon"));
    assertThat(subjects(ada, owner)).noneMatch(s -> s.startsWith("Opportunity due soon"));
    scenario.passes(Duration.ofHours(24));

    assertThat(subjects(ada, "mona")).anyMatch(s -> s.startsWith("Qualification overdue"));
    assertThat(ada.deadline("qualification").missedAt()).isNotNull();
    assertThat(ada.deadline("opportunity").missedAt()).isNull();
    scenario.rep(owner).qualifies(ada);
    assertThat(ada.deadline("qualification").verdict().endedAt()).isEqualTo(scenario.now());
    assertThat(asked(ada)).containsExactly("openOpportunity");
  }

  private static List<String> subjects(LeadActor lead, String person) {
    return lead.notices().stream()
        .filter(notice -> person.equals(notice.to()))
        .map(Alert::subject)
        .toList();
  }

  @Test
  void another_owner_is_asked_for_both_with_fresh_clocks() {
    agreedOn("AUTO_THEN_CONFIRM", "explicit", "now");
    LeadActor ada = handRaiser();
    RepActor other = ada.handoff().owner().equals("ben") ? scenario.rita() : scenario.ben();
    scenario.passes(Duration.ofHours(1));

    scenario.mona().reassigns(ada, other);

    assertThat(asked(ada)).containsExactly("makeFirstTouch", "qualifyLead");
    for (String clock : List.of("first_touch", "qualification")) {
      assertThat(ada.rounds(clock)).as(clock).hasSize(2);
      assertThat(ada.deadline(clock).owner()).isEqualTo(other.id());
      assertThat(ada.rounds(clock).get(0).verdict().voidedAt()).isEqualTo(scenario.now());
    }
    other.qualifies(ada);
    other.calls(ada);
    assertThat(asked(ada)).containsExactly("openOpportunity");
  }

  @Test
  void a_confirmation_keeps_to_the_non_negotiables() {
    agreedOn("AUTO_THEN_CONFIRM", "explicit", "now");
    LeadActor ada = handRaiser();

    assertThatThrownBy(
            () ->
                scenario
                    .ben()
                    .answers(
                        ada,
                        HandoffState.QUALIFICATION,
                        Map.of("framework", "bant", "decision", "qualify")))
        .hasMessageContaining("criteria.need: not confirmed");
    assertThat(asked(ada)).containsExactly("makeFirstTouch", "qualifyLead");
  }

  // Implicit SAL

  @Test
  void nobody_reviews_and_the_qualification_accepts() {
    agreedOn("HUMAN", "implicit", "now");
    LeadActor ada = handRaiser();
    assertThat(asked(ada)).containsExactly("qualifyLead");
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(ada.notices())
        .extracting(Alert::subject)
        .isNotEmpty()
        .allMatch(subject -> subject.startsWith("New lead to qualify: "));
    scenario.passes(Duration.ofHours(3));
    Instant answered = scenario.now();

    scenario.ben().qualifies(ada);

    for (Stage stage : List.of(Stage.SAL, Stage.SQL)) {
      assertThat(episode(ada, stage).enteredAt()).isEqualTo(answered);
      assertThat(episode(ada, stage).by()).isEqualTo("ben");
    }
    assertThat(clocks(ada)).doesNotContain("review");
  }

  @Test
  void the_first_touch_accepts_at_its_own_instant() {
    agreedOn("HUMAN", "implicit", "now");
    LeadActor ada = handRaiser();
    scenario.passes(Duration.ofHours(1));
    Instant touched = scenario.now();

    scenario.ben().calls(ada);
    scenario.passes(Duration.ofHours(1));
    scenario.ben().calls(ada);
    scenario.ben().qualifies(ada);

    assertThat(episode(ada, Stage.SAL).enteredAt()).isEqualTo(touched);
    assertThat(episode(ada, Stage.SQL).enteredAt()).isEqualTo(scenario.now());
    assertThat(ada.stages()).containsOnlyOnce(Stage.SAL);
    assertThat(asked(ada)).containsExactly("makeFirstTouch");
  }

  @Test
  void a_no_before_any_touch_accepts_nothing() {
    agreedOn("HUMAN", "implicit", "now");
    LeadActor ada = handRaiser();

    scenario.ben().disqualifies(ada, "no_active_need");

    assertThat(ada.stages()).containsExactly(Stage.LEAD, Stage.MQL, Stage.RECYCLED);
    assertThat(scenario.runningProcesses()).isZero();
  }

  @Test
  void without_a_review_the_qualification_can_be_late_and_still_counts() {
    agreedOn("HUMAN", "implicit", "now");
    LeadActor ada = handRaiser();

    scenario.passes(Duration.ofHours(121));
    assertThat(ada.told("mona")).contains("escalation");
    scenario.rep(ada.handoff().owner()).qualifies(ada);

    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    assertThat(ada.deadline("qualification").verdict().endedAt()).isEqualTo(scenario.now());
  }

  // onMql

  @Test
  void marketing_keeps_an_mql_until_it_is_sales_ready() {
    agreedOn("HUMAN", "explicit", "nurture");
    LeadActor ada = warmLead();
    Instant mql = scenario.now();
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(ada.handoffs()).isEmpty();
    scenario.passes(Duration.ofDays(2));

    ada.does("pricing_page_view");
    assertThat(ada.handoffs()).isEmpty();
    ada.does("trial_started");

    assertThat(ada.handoffs()).hasSize(1);
    assertThat(ada.handoff().frozen().mqlAt()).isEqualTo(mql);
    assertThat(asked(ada)).containsExactly("reviewLead");
    assertThat(ada.deadline("review").start().startedAt()).isEqualTo(scenario.now());
    assertThat(ada.stages()).containsExactly(Stage.LEAD, Stage.MQL);
  }

  @Test
  void a_raised_hand_ends_the_waiting_whatever_the_score() {
    agreedOn("HUMAN", "explicit", "nurture");
    LeadActor ada = warmLead();

    ada.does("contact_sales");

    assertThat(ada.handoffs()).hasSize(1);
    assertThat(ada.handoff().origin().handRaise()).isTrue();
    assertThat(asked(ada)).containsExactly("reviewLead");
  }

  @Test
  void a_nurtured_lead_that_becomes_sales_ready_can_be_an_sql_by_rule() {
    agreedOn("AUTO", "explicit", "nurture");
    LeadActor ada = warmLead();
    scenario.passes(Duration.ofDays(1));

    ada.does("trial_started");

    assertThat(ada.stages()).containsExactly(Stage.LEAD, Stage.MQL, Stage.SAL, Stage.SQL);
    assertThat(episode(ada, Stage.SQL).enteredAt()).isEqualTo(scenario.now());
    assertThat(asked(ada)).containsExactly("makeFirstTouch");
  }

  @Test
  void a_policy_that_stops_nurturing_hands_the_lead_over_with_its_next_signal() {
    agreedOn("HUMAN", "explicit", "nurture");
    LeadActor ada = warmLead();
    scenario.changes(
        "handoff-policy", "<description>A person looks", "<description>Somebody looks");

    ada.does("newsletter_signup");

    assertThat(asked(ada)).containsExactly("reviewLead");
  }
}
