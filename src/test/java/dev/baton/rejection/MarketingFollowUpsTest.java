package dev.baton.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.input.ApiProblem;
import dev.baton.lead.Suppressions;
import dev.baton.people.Role;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marketing answers each no of sales, and a contest ends in a decision. */
class MarketingFollowUpsTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void each_rejection_gets_a_reply_in_five_days_and_names_its_taxonomy() {
    LeadActor ada = rejected("ada@acme.example", "low_intent");

    Rejection no = rejection(ada);
    assertThat(no.dueAt()).isEqualTo(no.cause().rejectedAt().plus(Duration.ofDays(5)));
    assertThat(no.cause().taxonomy()).isEqualTo(scenario.bean(RejectionTaxonomy.class).version());
    assertThat(no.state()).isEqualTo(Rejection.State.OPEN);
    assertThat(scenario.task(no.handoffId()).getDueDate().toInstant()).isEqualTo(no.dueAt());
  }

  @Test
  void a_new_version_of_the_reasons_is_a_new_taxonomy_and_an_old_rejection_keeps_its_own() {
    LeadActor ada = rejected("ada@acme.example", "low_intent");
    int before = rejection(ada).cause().taxonomy();
    scenario.changes("rejection-reasons", "\"No real interest yet\"", "\"Just looking\"");
    LeadActor bob = rejected("bob@acme.example", "low_intent");

    assertThat(rejection(bob).cause().taxonomy()).isEqualTo(before + 1);
    assertThat(rejection(ada).cause().taxonomy()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"agree,", "adjust, We raised the threshold"})
  void marketing_agrees_or_says_what_it_changed(String word, String note) {
    LeadActor ada = rejected("ada@acme.example", "low_intent");
    answer(ada, note == null ? Map.of("answer", word) : Map.of("answer", word, "note", note));

    assertThat(rejection(ada).state()).isEqualTo(Rejection.State.ANSWERED);
    assertThat(rejection(ada).reply().answeredBy()).isEqualTo("marc");
    assertThat(followUps()).isZero();
    assertThatThrownBy(() -> answer(ada, Map.of("answer", "agree")))
        .isInstanceOf(ApiProblem.class)
        .hasMessage("marc answered this rejection already");
    scenario.passes(Duration.ofDays(9));
    assertThat(chased("marc")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "adjust, 'say what you changed, or why you dispute it'",
    "contest, 'say what you changed, or why you dispute it'",
    "shrug, is not one of"
  })
  void an_answer_that_says_nothing_is_refused(String word, String why) {
    LeadActor ada = rejected("ada@acme.example", "low_intent");

    assertThatThrownBy(() -> answer(ada, Map.of("answer", word)))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining(why);
  }

  @Test
  void only_marketing_answers_and_only_a_manager_decides_through_tasklist_too() {
    LeadActor ada = rejected("ada@acme.example", "low_intent");
    String handoff = ada.handoff().id();

    assertThatThrownBy(
            () -> scenario.completesInTasklist(handoff, "mona", Map.of("answer", "agree")))
        .hasMessage("Only marketing answers a rejection");
    scenario.completesInTasklist(handoff, "marc", Map.of("answer", "contest", "note", "It fits"));
    assertThatThrownBy(
            () ->
                scenario.completesInTasklist(
                    handoff, "marc", Map.of("decision", "overturn", "note", "So there")))
        .hasMessage("Only a manager decides on a contest");
    assertThat(rejection(ada).state()).isEqualTo(Rejection.State.CONTESTED);
    assertThat(scenario.task(handoff).getDueDate().toInstant())
        .isEqualTo(scenario.now().plus(Duration.ofDays(5)));
  }

  @Test
  void an_overturned_rejection_takes_back_what_it_led_to() {
    LeadActor ada = rejected("ada@acme.example", "wrong_icp");
    answer(ada, Map.of("answer", "contest", "note", "They have 200 people"));
    decide(ada, Map.of("decision", "overturn", "note", "Right, the profile was old"));

    assertThat(rejection(ada).state()).isEqualTo(Rejection.State.DECIDED);
    assertThat(rejection(ada).ruling().decidedBy()).isEqualTo("mona");
    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(scenario.bean(Suppressions.class).isSuppressed(ada.id())).isFalse();
    assertThat(followUps()).isZero();
  }

  @Test
  void an_overturned_rest_is_over_and_an_upheld_one_is_not() {
    LeadActor ada = rejected("ada@acme.example", "low_intent");
    answer(ada, Map.of("answer", "contest", "note", "Wrote to us twice"));
    decide(ada, Map.of("decision", "uphold", "note", "About a job"));
    assertThat(last(ada).coolingUntil()).isAfter(scenario.now());

    LeadActor bob = rejected("bob@acme.example", "low_intent");
    answer(bob, Map.of("answer", "contest", "note", "Wrote to us twice"));
    decide(bob, Map.of("decision", "overturn", "note", "True"));
    assertThat(last(bob).coolingUntil()).isEqualTo(scenario.now());
  }

  @Test
  void a_hundred_rejections_are_three_messages() {
    for (int i = 0; i < 100; i++) {
      scenario.bean(RejectionOpener.class).on(closed("lead" + i + "@acme.example"));
    }
    scenario.passes(Duration.ofDays(6));

    assertThat(scenario.db().sql("select count(*) as n from rejection").query(Long.class).single())
        .isEqualTo(100);
    assertThat(chased("marc")).hasSize(2);
    assertThat(chased("mona")).hasSize(1);
  }

  /** A closed handoff's record, without the hundred steps that lead to one. */
  private HandoffClosed closed(String email) {
    LeadActor lead = scenario.lead(email).does("page_view");
    String id = java.util.UUID.randomUUID().toString();
    scenario
        .db()
        .sql(
            """
            insert into handoff (id, lead_id, cycle, channel, hand_raise, state, since, model, mql_at)
            values (?, ?, 1, 'inbound', false, 'CLOSED', ?, 'm', ?)
            """)
        .params(id, lead.id(), Sql.timestamp(scenario.now()), Sql.timestamp(scenario.now()))
        .update();
    return new HandoffClosed(
        id, lead.id(), "rejected", "review", "low_intent", "ben", "ben", scenario.now());
  }

  @Test
  void who_left_marketing_is_not_chased() {
    scenario.hire("mia", Role.MARKETING, null);
    scenario.leaves("mia");
    rejected("ada@acme.example", "low_intent");
    scenario.passes(Duration.ofDays(6));

    assertThat(chased("mia")).isEmpty();
    assertThat(chased("marc")).isNotEmpty();
  }

  private LeadActor rejected(String email, String reason) {
    LeadActor lead = scenario.lead(email).requestsDemo();
    scenario.ben().rejects(lead, reason);
    return lead;
  }

  private Rejection rejection(LeadActor lead) {
    return scenario.bean(Rejections.class).find(lead.handoff().id()).orElseThrow();
  }

  private void answer(LeadActor lead, Map<String, Object> fields) {
    scenario.withSavePoints(
        () -> scenario.bean(RejectionCommands.class).answer(lead.handoff().id(), fields, "marc"));
  }

  private void decide(LeadActor lead, Map<String, Object> fields) {
    scenario.withSavePoints(
        () -> scenario.bean(RejectionCommands.class).decide(lead.handoff().id(), fields, "mona"));
  }

  private static dev.baton.stage.StageEpisode last(LeadActor lead) {
    return lead.episodes().get(lead.episodes().size() - 1);
  }

  private long followUps() {
    return scenario
        .bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processDefinitionKey(RejectionProcesses.FOLLOW_UP)
        .count();
  }

  /** Keys of what the person was told, each once. */
  private List<String> chased(String person) {
    return scenario
        .db()
        .sql(
            """
            select distinct notice_key from notice
            where notice_key like 'rejections-%' and recipient = ?
            """)
        .param(person)
        .query(String.class)
        .list();
  }
}
