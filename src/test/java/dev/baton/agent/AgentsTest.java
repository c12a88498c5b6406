package dev.baton.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.agent.draft.DraftWorker;
import dev.baton.agent.proposal.Proposal;
import dev.baton.agent.proposal.ProposalState;
import dev.baton.agent.rule.Agent;
import dev.baton.erasure.ErasureCommands;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.lead.Suppressions;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What agents propose, and what becomes of it, on the real engine. */
class AgentsTest {
  private static final Map<String, Object> APPROVE = Map.of("decision", "approve");

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void an_agent_that_is_off_proposes_nothing() {
    turnedDown("ada@acme.example", "no_budget");
    scenario.passes(Duration.ofDays(91));

    run();

    assertThat(proposals(Agent.REVIVE_LEAD)).isEmpty();
  }

  @Test
  void a_lead_whose_rest_is_over_waits_for_its_last_owner_with_a_draft_and_reasons() {
    on(Agent.REVIVE_LEAD);
    LeadActor ada = turnedDown("ada@acme.example", "no_budget");
    scenario.passes(Duration.ofDays(89));
    run();
    assertThat(proposals(Agent.REVIVE_LEAD)).as("before its rest is over").isEmpty();
    scenario.passes(Duration.ofDays(2));

    run();
    run();

    Proposal proposal = only(Agent.REVIVE_LEAD);
    assertThat(proposal.state()).isEqualTo(ProposalState.WAITING);
    assertThat(proposal.approver().owner()).isEqualTo("ben");
    assertThat(proposal.draft().text().text()).contains("last spoke");
    assertThat(proposal.draft().text().writtenBy()).isEqualTo("rule");
    assertThat(proposal.draft().reasons()).anyMatch(reason -> reason.contains("“No budget”"));
    assertThat(proposal.draft().sources()).isNotEmpty();
    var task = scenario.task(proposal.id());
    assertThat(task.getTaskDefinitionKey()).isEqualTo("approveRevival");
    assertThat(task.getAssignee()).isEqualTo("ben");
    assertThat(task.getDueDate().toInstant()).isEqualTo(scenario.now().plus(Duration.ofDays(7)));
    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
  }

  @Test
  void an_approved_draft_is_on_the_leads_page_and_moves_nothing() {
    on(Agent.REVIVE_LEAD);
    LeadActor ada = turnedDown("ada@acme.example", "no_budget");
    scenario.passes(Duration.ofDays(91));
    run();
    Proposal proposal = only(Agent.REVIVE_LEAD);
    List<Stage> stages = ada.stages();
    var deadlines = ada.deadlines();

    decide(proposal, APPROVE, "ben");

    Proposal approved = only(Agent.REVIVE_LEAD);
    assertThat(approved.state()).isEqualTo(ProposalState.APPROVED);
    assertThat(approved.publishedAt()).isEqualTo(scenario.now());
    assertThat(approved.answer().text()).isEqualTo(proposal.draft().text().text());
    assertThat(ada.stages()).isEqualTo(stages);
    assertThat(ada.deadlines()).isEqualTo(deadlines);
    assertThat(ada.handoff().owner()).isEqualTo("ben");
    assertThat(instances(proposal)).isZero();
  }

  @Test
  void own_words_are_kept_and_told_apart_and_a_rejection_has_its_reason() {
    on(Agent.REVIVE_LEAD);
    turnedDown("ada@acme.example", "no_budget");
    turnedDown("bea@beta.example", "no_budget");
    scenario.passes(Duration.ofDays(91));
    run();
    List<Proposal> both = proposals(Agent.REVIVE_LEAD);
    assertThat(both).hasSize(2);

    scenario.completesInTasklist(
        both.get(0).id(),
        both.get(0).approver().owner(),
        Map.of("decision", "approve", "text", "Hello again"));
    assertThatThrownBy(() -> decide(both.get(1), Map.of("decision", "reject"), "mona"))
        .isInstanceOf(ApiProblem.class);
    decide(both.get(1), Map.of("decision", "reject", "reason", "They moved away"), "mona");

    assertThat(proposals(Agent.REVIVE_LEAD))
        .filteredOn(one -> one.state() == ProposalState.EDITED)
        .singleElement()
        .satisfies(one -> assertThat(one.answer().text()).isEqualTo("Hello again"));
    assertThat(proposals(Agent.REVIVE_LEAD))
        .filteredOn(one -> one.state() == ProposalState.REJECTED)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.answer().reason()).isEqualTo("They moved away");
              assertThat(one.answer().by()).isEqualTo("mona");
              assertThat(one.publishedAt()).isNull();
            });
    assertThatThrownBy(() -> decide(both.get(1), APPROVE, "mona"))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("mona has decided on this already");
  }

  @Test
  void somebody_of_another_side_does_not_decide() {
    on(Agent.REVIVE_LEAD);
    turnedDown("ada@acme.example", "no_budget");
    scenario.passes(Duration.ofDays(91));
    run();

    assertThatThrownBy(() -> decide(only(Agent.REVIVE_LEAD), APPROVE, "marc"))
        .hasMessageContaining("waits for somebody else");
    assertThat(only(Agent.REVIVE_LEAD).waits()).isTrue();
  }

  @Test
  void where_the_owner_has_left_marketing_decides() {
    on(Agent.REVIVE_LEAD);
    turnedDown("ada@acme.example", "no_budget");
    scenario.leaves("ben");
    scenario.passes(Duration.ofDays(91));
    run();

    Proposal proposal = only(Agent.REVIVE_LEAD);
    assertThat(proposal.approver().owner()).isNull();
    decide(proposal, APPROVE, "marc");
    assertThat(only(Agent.REVIVE_LEAD).state()).isEqualTo(ProposalState.APPROVED);
  }

  @Test
  void fresh_behaviour_brings_a_lead_back_before_its_rest_is_over() {
    on(Agent.REVIVE_LEAD);
    LeadActor ada = turnedDown("ada@acme.example", "no_budget");
    scenario.passes(Duration.ofDays(10));
    ada.does("webinar_attended");
    run();
    assertThat(proposals(Agent.REVIVE_LEAD)).as("one act is no interest").isEmpty();
    ada.does("pricing_page_view");

    run();

    assertThat(only(Agent.REVIVE_LEAD).draft().text().text()).contains("prices");
  }

  @Test
  void who_does_not_want_to_hear_from_us_is_proposed_to_nobody() {
    on(Agent.REVIVE_LEAD);
    LeadActor ada = turnedDown("ada@acme.example", "no_budget");
    LeadActor bea = turnedDown("bea@beta.example", "no_budget");
    bea.does("unsubscribed");
    scenario.bean(Suppressions.class).suppress(ada.id(), "asked", "marc", scenario.now());
    scenario.passes(Duration.ofDays(91));

    run();

    assertThat(proposals(Agent.REVIVE_LEAD)).isEmpty();
  }

  @Test
  void a_hot_lead_gets_a_note_on_its_company_without_anybodys_name() {
    on(Agent.RESEARCH_ACCOUNT);
    LeadActor bea = scenario.lead("bea@acme.example").with("firstName", "Beatrice");
    bea.does("pricing_page_view");
    scenario.lead("ada@acme.example").whoFits().requestsDemo();

    run();

    Proposal proposal = only(Agent.RESEARCH_ACCOUNT);
    assertThat(proposal.draft().text().text())
        .contains("2 of its people are known", "Still missing:")
        .doesNotContain("Beatrice");
    decide(proposal, APPROVE, proposal.approver().owner());
    assertThat(only(Agent.RESEARCH_ACCOUNT).publishedAt()).isNotNull();
  }

  @Test
  void a_meeting_is_followed_by_a_proposal_of_what_comes_next() {
    on(Agent.PLAN_NEXT_STEP);
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().requestsDemo();
    scenario.ben().brings(ada, HandoffState.OPPORTUNITY);
    run();
    assertThat(proposals(Agent.PLAN_NEXT_STEP)).isEmpty();

    ada.does("meeting_held");
    run();
    run();

    assertThat(only(Agent.PLAN_NEXT_STEP).draft().text().text()).contains("who does what");
  }

  @Test
  void a_lead_that_is_with_nobody_and_comes_back_to_prices_is_told_to_its_last_owner_at_once() {
    on(Agent.READY_TO_TALK);
    LeadActor ada = turnedDown("ada@acme.example", "no_budget");
    scenario.passes(Duration.ofDays(20));
    run();
    assertThat(proposals(Agent.READY_TO_TALK)).isEmpty();
    List<Stage> stages = ada.stages();
    var deadlines = ada.deadlines();
    ada.does("pricing_page_view");

    run();
    run();

    Proposal proposal = only(Agent.READY_TO_TALK);
    assertThat(proposal.approver().owner()).isEqualTo("ben");
    assertThat(proposal.draft().reasons())
        .contains("They are back on the pricing page after weeks of silence");
    assertThat(scenario.task(proposal.id()).getTaskDefinitionKey()).isEqualTo("approveTalk");
    assertThat(ada.notices())
        .filteredOn(notice -> notice.subject().startsWith("Wants to talk now, and is with nobody"))
        .extracting(notice -> notice.to())
        .containsExactly("ben");
    decide(proposal, APPROVE, "ben");
    assertThat(only(Agent.READY_TO_TALK).publishedAt()).isEqualTo(scenario.now());
    assertThat(ada.stages()).isEqualTo(stages);
    assertThat(ada.deadlines()).isEqualTo(deadlines);
    assertThat(ada.handoffs()).hasSize(1);
  }

  @Test
  void a_lead_that_was_never_handed_over_is_marketings_and_is_proposed_once_in_a_month() {
    on(Agent.READY_TO_TALK);
    LeadActor eve = scenario.lead("eve@acme.example").does("email_replied");
    run();
    Proposal proposal = only(Agent.READY_TO_TALK);
    assertThat(proposal.approver().owner()).isNull();
    assertThat(proposal.subject().handoffId()).isNull();
    decide(proposal, Map.of("decision", "reject", "reason", "A student"), "marc");

    scenario.passes(Duration.ofDays(29));
    eve.does("email_replied");
    run();
    assertThat(proposals(Agent.READY_TO_TALK)).hasSize(1);
    scenario.passes(Duration.ofDays(2));
    eve.does("email_replied");
    run();
    assertThat(proposals(Agent.READY_TO_TALK)).hasSize(2);
    assertThat(eve.stage()).isEqualTo(Stage.LEAD);
  }

  @Test
  void who_is_with_sales_left_alone_or_quiet_is_nobody_to_be_alerted_of() {
    on(Agent.READY_TO_TALK);
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    ada.does("email_replied");
    LeadActor bea = scenario.lead("bea@beta.example").does("email_replied");
    bea.does("unsubscribed");
    LeadActor cy = scenario.lead("cy@gamma.example").does("email_replied");
    scenario.bean(Suppressions.class).suppress(cy.id(), "asked", "marc", scenario.now());
    scenario.lead("dan@delta.example").does("page_view");
    LeadActor eve = turnedDown("eve@epsilon.example", "no_budget");
    scenario.passes(Duration.ofDays(20));
    eve.does("email_opened");

    run();

    assertThat(proposals(Agent.READY_TO_TALK)).isEmpty();
  }

  @Test
  void without_a_row_in_the_table_an_approval_leaves_nothing_behind() {
    on(Agent.REVIVE_LEAD);
    turnedDown("ada@acme.example", "no_budget");
    scenario.passes(Duration.ofDays(91));
    run();
    scenario.changes("agent-permission", "<text>\"touch_draft\"</text>", "<text>\"note\"</text>");

    decide(only(Agent.REVIVE_LEAD), APPROVE, "ben");

    assertThat(only(Agent.REVIVE_LEAD).publishedAt()).isNull();
    assertThat(only(Agent.REVIVE_LEAD).draft().text().note())
        .isEqualTo("agent-permission allows no touch_draft");
  }

  @Test
  void an_agent_that_may_not_read_leads_asks_nobody() {
    on(Agent.REVIVE_LEAD);
    turnedDown("ada@acme.example", "no_budget");
    scenario.passes(Duration.ofDays(91));
    scenario.changes("agent-permission", "<text>\"revive-lead\"</text>", "<text>\"nobody\"</text>");

    run();

    assertThat(only(Agent.REVIVE_LEAD).state()).isEqualTo(ProposalState.ENDED);
    assertThat(instances(only(Agent.REVIVE_LEAD))).isZero();
  }

  @Test
  void no_more_than_the_pace_of_a_day_are_proposed() {
    on(Agent.REVIVE_LEAD);
    turnedDown("ada@acme.example", "no_budget");
    turnedDown("bea@beta.example", "no_budget");
    scenario.passes(Duration.ofDays(91));
    scenario.changes("proposal-pace", "<text>20</text>", "<text>1</text>");

    run();
    run();
    assertThat(proposals(Agent.REVIVE_LEAD)).hasSize(1);

    scenario.passes(Duration.ofDays(1).plusMinutes(1));
    run();
    assertThat(proposals(Agent.REVIVE_LEAD)).hasSize(2);
  }

  @Test
  void who_is_to_decide_is_reminded_and_managers_hear_what_lies() {
    on(Agent.REVIVE_LEAD);
    turnedDown("ada@acme.example", "no_budget");
    scenario.passes(Duration.ofDays(91));
    run();

    scenario.passes(Duration.ofDays(8));

    assertThat(told("proposal_reminder")).containsExactly("ben");
    assertThat(told("proposal_overdue")).containsExactly("mona");
    decide(only(Agent.REVIVE_LEAD), APPROVE, "ben");
    assertThat(only(Agent.REVIVE_LEAD).state()).isEqualTo(ProposalState.APPROVED);
  }

  @Test
  void an_erased_person_leaves_no_proposal_and_no_process() {
    on(Agent.REVIVE_LEAD);
    LeadActor ada = turnedDown("ada@acme.example", "no_budget");
    scenario.passes(Duration.ofDays(91));
    run();
    Proposal proposal = only(Agent.REVIVE_LEAD);

    scenario.bean(ErasureCommands.class).erase(ada.id(), Map.of("reason", "asked for it"), "marc");

    assertThat(proposals(Agent.REVIVE_LEAD)).isEmpty();
    assertThat(instances(proposal)).isZero();
  }

  @Test
  void who_comes_to_sales_meanwhile_is_proposed_to_nobody_any_more() {
    on(Agent.READY_TO_TALK);
    LeadActor eve = scenario.lead("eve@acme.example").does("email_replied");
    run();
    Proposal waiting = only(Agent.READY_TO_TALK);
    assertThat(waiting.waits()).isTrue();
    eve.whoFits().requestsDemo();

    assertThatThrownBy(() -> decide(waiting, APPROVE, "marc"))
        .hasMessageContaining("withdrawn: They are with sales now");
    run();

    assertWithdrawn(only(Agent.READY_TO_TALK), "They are with sales now");
    assertThatThrownBy(() -> decide(waiting, APPROVE, "marc"))
        .hasMessageContaining("withdrawn: They are with sales now");
  }

  @Test
  void
      who_opts_out_or_is_left_alone_meanwhile_is_proposed_to_nobody_even_by_an_agent_that_is_off() {
    on(Agent.READY_TO_TALK);
    LeadActor eve = scenario.lead("eve@acme.example").does("email_replied");
    LeadActor bea = scenario.lead("bea@beta.example").does("email_replied");
    LeadActor cy = scenario.lead("cy@gamma.example").does("email_replied");
    run();
    assertThat(proposals(Agent.READY_TO_TALK)).hasSize(3).allMatch(Proposal::waits);
    scenario.bean(AgentSwitches.class).set(Agent.READY_TO_TALK, false, "mona", scenario.now());
    eve.does("unsubscribed");
    scenario.bean(Suppressions.class).suppress(bea.id(), "asked", "marc", scenario.now());

    run();

    assertWithdrawn(of(eve), "They unsubscribed");
    assertWithdrawn(of(bea), "Nobody is to contact them any more");
    assertThat(of(cy).waits()).isTrue();
    assertThat(instances(of(cy))).isOne();
  }

  @Test
  void a_lead_that_came_back_by_itself_need_not_be_revived() {
    on(Agent.REVIVE_LEAD);
    LeadActor ada = turnedDown("ada@acme.example", "no_budget");
    scenario.passes(Duration.ofDays(91));
    run();
    assertThat(only(Agent.REVIVE_LEAD).waits()).isTrue();
    ada.requestsDemo();

    run();

    assertWithdrawn(only(Agent.REVIVE_LEAD), "They are with sales now");
  }

  @Test
  void what_was_proposed_for_a_handoff_ends_with_it() {
    on(Agent.RESEARCH_ACCOUNT);
    on(Agent.PLAN_NEXT_STEP);
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().requestsDemo();
    scenario.rep(ada.handoff().owner()).accepts(ada);
    ada.does("meeting_held");
    run();
    assertThat(only(Agent.RESEARCH_ACCOUNT).waits()).isTrue();
    assertThat(only(Agent.PLAN_NEXT_STEP).waits()).isTrue();
    scenario.rep(ada.handoff().owner()).disqualifies(ada, "no_budget");

    run();

    assertWithdrawn(only(Agent.RESEARCH_ACCOUNT), "Their handoff has ended");
    assertWithdrawn(only(Agent.PLAN_NEXT_STEP), "Their handoff has ended");
  }

  private void assertWithdrawn(Proposal proposal, String why) {
    assertThat(proposal.state()).isEqualTo(ProposalState.ENDED);
    assertThat(proposal.answer()).isNotNull();
    assertThat(proposal.answer().reason()).isEqualTo(why);
    assertThat(proposal.answer().by()).isNull();
    assertThat(instances(proposal)).isZero();
    assertThat(
            scenario
                .bean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(proposal.id())
                .count())
        .isZero();
  }

  private Proposal of(LeadActor lead) {
    return proposals(Agent.READY_TO_TALK).stream()
        .filter(one -> one.subject().leadId().equals(lead.id()))
        .findFirst()
        .orElseThrow();
  }

  private void on(Agent agent) {
    scenario.bean(AgentSwitches.class).set(agent, true, "mona", scenario.now());
  }

  private void run() {
    scenario.bean(AgentRun.class).run();
    scenario.runSavePoints();
    scenario.bean(DraftWorker.class).drain();
    scenario.runSavePoints();
  }

  private void decide(Proposal proposal, Map<String, Object> fields, String by) {
    scenario.withSavePoints(
        () -> scenario.bean(AgentCommands.class).decide(proposal.id(), fields, by));
  }

  private List<Proposal> proposals(Agent agent) {
    return scenario.bean(AgentQueries.class).page(agent, null);
  }

  private Proposal only(Agent agent) {
    assertThat(proposals(agent)).hasSize(1);
    return proposals(agent).get(0);
  }

  private long instances(Proposal proposal) {
    return scenario
        .bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(proposal.id())
        .count();
  }

  private List<String> told(String kind) {
    return scenario
        .db()
        .sql("select distinct recipient from notice where kind = :kind order by recipient")
        .param("kind", kind)
        .query(String.class)
        .list();
  }

  private LeadActor turnedDown(String email, String reason) {
    LeadActor lead = scenario.lead(email).whoFits().requestsDemo();
    scenario.rep(lead.handoff().owner()).accepts(lead);
    scenario.rep(lead.handoff().owner()).disqualifies(lead, reason);
    return lead;
  }
}
