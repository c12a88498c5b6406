package dev.baton.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.alert.Alert;
import dev.baton.alert.text.Wording;
import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.lead.Leads;
import dev.baton.lead.Suppressions;
import dev.baton.rejection.campaign.CampaignOwners;
import dev.baton.rejection.followup.FollowUpTask;
import dev.baton.rejection.followup.FollowUpTasks;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the rep's no to what the lead meets weeks later, a story for each reason. */
class AfterRejectionTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void no_budget_rests_for_a_quarter_and_then_marketing_hears_that_it_counts_again() {
    LeadActor ada = qualifying("ada@acme.example");
    scenario
        .ben()
        .answers(ada, HandoffState.QUALIFICATION, no("no_budget", Map.of("note", "Frozen.")));

    scenario.passes(Duration.ofDays(89));
    scenario.sweeps();
    ada.does("trial_started");
    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(woke(ada, "marc")).isEmpty();
    scenario.passes(Duration.ofDays(1));
    scenario.sweeps();
    scenario.sweeps();

    assertThat(ada.stage()).as("the clock moves nobody").isEqualTo(Stage.RECYCLED);
    assertThat(woke(ada, "marc"))
        .singleElement()
        .satisfies(told -> assertThat(told.subject()).contains("“No budget” was"));
    assertThat(woke(ada, "ben")).isEmpty();
    ada.does("page_view");
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void what_follows_a_no_is_asked_in_the_same_transaction() {
    LeadActor ada = qualifying("ada@acme.example");

    scenario.withoutSavePoints(() -> turnsDown(ada));

    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey())
        .isEqualTo("answerRejection");
  }

  @Test
  void a_no_stays_when_what_follows_it_fails_and_is_asked_later() {
    LeadActor ada = qualifying("ada@acme.example");
    scenario
        .db()
        .sql(
            """
            alter table ACT_RU_TASK add constraint broken
              check (TASK_DEF_KEY_ <> 'answerRejection')
            """)
        .update();
    try {
      scenario.withoutSavePoints(() -> turnsDown(ada));
    } finally {
      scenario.db().sql("alter table ACT_RU_TASK drop constraint broken").update();
    }

    assertThat(ada.handoff().isClosed()).isTrue();
    scenario.runSavePoints();
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey())
        .isEqualTo("answerRejection");
  }

  private void turnsDown(LeadActor ada) {
    scenario
        .ben()
        .answers(ada, HandoffState.QUALIFICATION, no("no_budget", Map.of("note", "Frozen.")));
  }

  @Test
  void bad_timing_wakes_on_the_day_that_the_rep_gave_and_the_rep_hears_it() {
    LeadActor ada = qualifying("ada@acme.example");
    scenario
        .ben()
        .answers(ada, HandoffState.QUALIFICATION, no("bad_timing", Map.of("wakeAt", "2026-05-04")));

    assertThat(last(ada).coolingUntil()).isEqualTo(Instant.parse("2026-05-04T00:00:00Z"));
    scenario.passes(Duration.ofDays(63));
    scenario.sweeps();

    assertThat(woke(ada, "ben"))
        .singleElement()
        .extracting(Alert::subject)
        .asString()
        .contains("“Bad timing” was 63 days ago");
    assertThat(woke(ada, "marc")).isEmpty();
  }

  @Test
  void a_competitors_contract_is_looked_at_before_it_renews() {
    LeadActor ada = qualifying("ada@acme.example");
    scenario
        .ben()
        .answers(
            ada, HandoffState.QUALIFICATION, no("competitor", Map.of("renewalAt", "2026-09-01")));

    assertThat(last(ada).coolingUntil()).isEqualTo(Instant.parse("2026-07-03T00:00:00Z"));
  }

  @Test
  void where_the_renewal_is_near_it_is_half_way_to_it_and_never_after() {
    LeadActor ada = qualifying("ada@acme.example");
    scenario
        .ben()
        .answers(
            ada, HandoffState.QUALIFICATION, no("competitor", Map.of("renewalAt", "2026-03-12")));

    assertThat(last(ada).coolingUntil()).isEqualTo(Instant.parse("2026-03-07T04:30:00Z"));
  }

  @Test
  void a_lost_deal_wakes_by_its_reason_like_any_other_no() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().brings(ada, HandoffState.OPPORTUNITY);
    scenario.ben().opens(ada);
    loses(ada);

    assertThat(last(ada).coolingUntil()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
    assertThat(scenario.bean(Rejections.class).find(ada.handoff().id())).isEmpty();
  }

  @Test
  void a_lead_lost_before_there_was_a_deal_keeps_the_day_too() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().brings(ada, HandoffState.FIRST_TOUCH);
    loses(ada);

    assertThat(last(ada).coolingUntil()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
  }

  @Test
  void no_authority_asks_for_who_decides_and_the_one_found_is_a_lead_of_the_same_account() {
    LeadActor ada = qualifying("ada@acme.example");
    scenario.ben().disqualifies(ada, "no_authority");
    assertThat(task(ada).dueAt()).isEqualTo(scenario.now().plus(Duration.ofDays(7)));
    assertThat(ada.told("ben")).contains("contact_search");

    FollowUpTask found =
        scenario.withSavePoints(
            () ->
                commands()
                    .contact(
                        ada.handoff().id(),
                        Map.of(
                            "decision", "found", "email", "Cleo@acme.example", "jobTitle", "COO"),
                        "ben"));

    Leads leads = scenario.bean(Leads.class);
    var cleo = leads.byEmail("cleo@acme.example").orElseThrow();
    assertThat(found.resultLead()).isEqualTo(cleo.id());
    assertThat(cleo.accountId()).isEqualTo(leads.find(ada.id()).orElseThrow().accountId());
    assertThat(scenario.stage(cleo.id())).isEqualTo(Stage.LEAD);
    assertThatThrownBy(
            () ->
                scenario.withSavePoints(
                    () ->
                        commands()
                            .contact(ada.handoff().id(), Map.of("decision", "nobody"), "ben")))
        .isInstanceOf(ApiProblem.class)
        .hasMessage("This is settled already");
    scenario.passes(Duration.ofDays(20));
    assertThat(ada.told("ben")).doesNotContain("contact_reminder");
  }

  @Test
  void nobody_may_be_found_and_the_lead_itself_is_not_the_one() {
    LeadActor ada = qualifying("ada@acme.example");
    scenario.ben().disqualifies(ada, "no_authority");
    Map<String, Object> herself = Map.of("decision", "found", "email", "ada@acme.example");

    assertThatThrownBy(
            () ->
                scenario.withSavePoints(
                    () -> commands().contact(ada.handoff().id(), herself, "ben")))
        .hasMessageContaining("that is the lead itself");
    scenario.passes(Duration.ofDays(8));
    assertThat(ada.told("ben")).containsSubsequence("contact_reminder", "contact_reminder");
    scenario.withSavePoints(
        () -> commands().contact(ada.handoff().id(), Map.of("decision", "nobody"), "ben"));

    assertThat(task(ada).result()).isEqualTo("nobody");
  }

  @Test
  void wrong_icp_is_not_contacted_again_and_the_campaign_owner_hears_why() {
    scenario.bean(CampaignOwners.class).set("spring", Map.of("owner", "mona"));
    LeadActor ada =
        scenario.lead("ada@acme.example").does("demo_requested", Map.of("campaign", "spring"));
    scenario.ben().rejects(ada, "wrong_icp");

    assertThat(scenario.bean(Suppressions.class).isSuppressed(ada.id())).isTrue();
    assertThat(ada.notices())
        .filteredOn(notice -> "mona".equals(notice.to()))
        .extracting(Alert::subject)
        .singleElement()
        .asString()
        .startsWith("Not our kind of customer: ben rejected a lead (campaign spring)");
    assertThat(ada.told("marc")).isEmpty();
    scenario.passes(Duration.ofDays(400));
    ada.requestsDemo();
    assertThat(ada.stage()).isEqualTo(Stage.DISQUALIFIED);
  }

  @Test
  void a_suppressed_lead_starts_nothing_whatever_its_stage() {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");
    scenario.bean(Suppressions.class).suppress(ada.id(), "wrong_icp", "mona", scenario.now());

    ada.requestsDemo();

    assertThat(ada.stage()).isEqualTo(Stage.LEAD);
    assertThat(ada.handoffs()).isEmpty();
  }

  @Test
  void without_a_named_owner_all_of_marketing_hears_of_a_campaigns_wrong_lead() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().rejects(ada, "wrong_icp");

    assertThat(ada.told("marc")).containsExactly("suppressed");
  }

  @Test
  void a_manager_reopens_a_disqualified_lead_and_its_next_request_counts() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().rejects(ada, "wrong_icp");
    LeadReopening reopening = scenario.bean(LeadReopening.class);

    assertThatThrownBy(() -> reopening.reopen(ada.id(), Map.of("reason", "They grew"), "ben"))
        .hasMessage("Only a manager reopens a lead");
    assertThatThrownBy(() -> reopening.reopen(ada.id(), Map.of(), "mona"))
        .isInstanceOf(ApiProblem.class);
    scenario.passes(Duration.ofDays(3));
    reopening.reopen(ada.id(), Map.of("reason", "They grew"), "mona");

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(scenario.bean(Suppressions.class).isSuppressed(ada.id())).isFalse();
    scenario.passes(Duration.ofDays(1));
    ada.requestsDemo();
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThatThrownBy(() -> reopening.reopen(ada.id(), Map.of("reason", "Again"), "mona"))
        .hasMessage("This lead isn't disqualified");
  }

  @ParameterizedTest
  @ValueSource(strings = {"low_intent", "unreachable"})
  void what_rests_for_a_month_only_wakes_without_a_word(String reason) {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().rejects(ada, reason);
    scenario.passes(Duration.ofDays(31));
    scenario.sweeps();

    assertThat(
            scenario
                .db()
                .sql("select count(*) from cooling_off where ended_at is not null")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(woke(ada, "marc")).isEmpty();
    assertThat(woke(ada, "ben")).isEmpty();
  }

  @Test
  void a_rest_that_ended_otherwise_wakes_nobody() {
    LeadActor ada = qualifying("ada@acme.example");
    scenario.ben().disqualifies(ada, "no_budget");
    scenario.passes(Duration.ofDays(10));
    ada.requestsDemo();
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    scenario.passes(Duration.ofDays(100));
    scenario.sweeps();

    assertThat(woke(ada, "marc")).isEmpty();
    assertThat(woke(ada, "ben")).isEmpty();
  }

  @Test
  void what_a_lead_does_between_a_rejection_and_its_recycling_begins_no_second_handoff() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.withoutSavePoints(
        () -> {
          scenario.completesInTasklist(
              ada.handoff().id(), "ben", Map.of("decision", "reject", "reason", "low_intent"));
          ada.does("page_view");
        });
    scenario.passes(Duration.ZERO);

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
    assertThat(ada.handoffs()).hasSize(1);
  }

  @Test
  void a_hand_raised_between_a_rejection_and_its_recycling_makes_an_mql() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.withoutSavePoints(
        () -> {
          scenario.completesInTasklist(
              ada.handoff().id(), "ben", Map.of("decision", "reject", "reason", "low_intent"));
          scenario.passesWithoutTimers(Duration.ofSeconds(2));
          ada.does("contact_sales");
          assertThat(ada.stage()).isEqualTo(Stage.MQL);
        });
    scenario.passes(Duration.ZERO);

    assertThat(ada.stages()).containsSubsequence(Stage.MQL, Stage.RECYCLED, Stage.MQL);
    assertThat(ada.handoffs()).extracting(Handoff::cycle).containsExactly(1, 2);
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    assertThat(ada.handoff().origin().handRaise()).isTrue();
  }

  @Test
  void a_lead_that_was_disqualified_and_given_back_is_introduced_with_both() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario
        .ben()
        .answers(ada, HandoffState.REVIEW, Map.of("decision", "reject", "reason", "wrong_icp"));
    scenario.passes(Duration.ofDays(3));
    assertThat(ada.stage()).isEqualTo(Stage.DISQUALIFIED);
    scenario
        .bean(LeadReopening.class)
        .reopen(ada.id(), Map.of("reason", "They were bought"), "mona");
    scenario.passes(Duration.ofDays(2));
    ada.requestsDemo();

    assertThat(
            scenario.bean(LeadBriefings.class).of(ada.handoff(), Wording.ENGLISH).lead().sinceNo())
        .startsWith(
            "Disqualified 5 days ago by ben: not our kind of customer, given back to marketing by"
                + " mona; since then: requested a demo");
  }

  @Test
  void a_lead_that_comes_back_is_remembered_in_one_sentence() {
    LeadActor ada = qualifying("ada@acme.example");
    scenario
        .ben()
        .answers(
            ada, HandoffState.QUALIFICATION, no("no_budget", Map.of("note", "Frozen until May.")));
    scenario.passes(Duration.ofDays(47));
    ada.does("pricing_page_view").downloads("case_study");
    scenario.passes(Duration.ofHours(1));
    ada.does("pricing_page_view").requestsDemo();

    String told =
        scenario.bean(LeadBriefings.class).of(ada.handoff(), Wording.ENGLISH).lead().sinceNo();
    assertThat(told)
        .isEqualTo(
            "Sent back to marketing 47 days ago by ben: no budget (Frozen until May.); since then:"
                + " looked at the pricing page twice, requested a demo, downloaded content"
                + " (about case study)");
    assertThat(ada.notices())
        .filteredOn(notice -> notice.kind().equals("assigned"))
        .last()
        .extracting(Alert::text)
        .asString()
        .contains("Sent back to marketing 47 days ago by ben")
        .doesNotContain("isqualified");
  }

  private static Map<String, Object> no(String reason, Map<String, Object> more) {
    Map<String, Object> answer = new java.util.HashMap<>(more);
    answer.put("framework", "bant");
    answer.put("decision", "disqualify");
    answer.put("reason", reason);
    return answer;
  }

  private LeadActor qualifying(String email) {
    LeadActor lead = scenario.lead(email).whoFits().requestsDemo();
    scenario.ben().accepts(lead);
    return lead;
  }

  private RejectionCommands commands() {
    return scenario.bean(RejectionCommands.class);
  }

  private FollowUpTask task(LeadActor lead) {
    return scenario
        .bean(FollowUpTasks.class)
        .find(lead.handoff().id(), FollowUpTasks.CONTACT)
        .orElseThrow();
  }

  private static StageEpisode last(LeadActor lead) {
    return lead.episodes().get(lead.episodes().size() - 1);
  }

  private List<Alert> woke(LeadActor lead, String person) {
    return lead.notices().stream()
        .filter(notice -> notice.key().startsWith("woke:") && person.equals(notice.to()))
        .filter(notice -> notice.channel().equals(lead.notices().get(0).channel()))
        .toList();
  }

  private void loses(LeadActor lead) {
    scenario.withSavePoints(
        () ->
            scenario
                .bean(HandoffCommands.class)
                .outcome(
                    lead.handoff().id(),
                    Map.of("outcome", "lost", "reason", "bad_timing", "wakeAt", "2026-04-01"),
                    "ben"));
  }
}
