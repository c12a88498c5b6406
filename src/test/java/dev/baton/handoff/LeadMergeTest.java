package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handoff.merge.MergedLeads;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffOpened;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.rejection.LeadRecordCommands;
import dev.baton.rejection.RejectionCommands;
import dev.baton.rejection.Rejections;
import dev.baton.rejection.followup.FollowUpTasks;
import dev.baton.signal.Signals;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two records, one person: what is left of both, wherever each of them stood. */
class LeadMergeTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void of_two_open_handoffs_the_one_further_along_goes_on_whichever_record_is_older(
      boolean olderIsFurther) {
    LeadActor old = lead("ada@acme.example");
    LeadActor young = lead("ada@home.example");
    LeadActor further = olderIsFurther ? old : young;
    LeadActor other = olderIsFurther ? young : old;
    scenario.ben().accepts(further);
    String goesOn = further.handoff().id();
    String ends = other.handoff().id();

    merge(young, old);

    Handoff open = scenario.handoff(old.id());
    assertThat(scenario.handoffs(old.id())).hasSize(2).extracting(Handoff::cycle).contains(1, 2);
    Handoff closed = scenario.bean(Handoffs.class).find(ends).orElseThrow();
    assertThat(closed.closing().result()).isEqualTo("merged");
    assertThat(scenario.bean(Handoffs.class).find(goesOn).orElseThrow().state())
        .isEqualTo(HandoffState.QUALIFICATION);
    assertThat(scenario.stage(old.id())).isEqualTo(Stage.SAL);
    assertThat(scenario.bean(dev.baton.stage.Stages.class).current(young.id())).isEmpty();
    assertThat(scenario.deadlines(ends))
        .filteredOn(d -> d.clock().equals("review"))
        .hasSize(1)
        .allMatch(d -> d.verdict().voidedAt() != null);
    assertThat(tasks(ends)).isZero();
    assertThat(scenario.runningProcesses()).isOne();
    assertThat(open.leadId()).isEqualTo(old.id());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_goes_on_can_be_answered_to_the_end(boolean olderIsFurther) {
    LeadActor old = lead("ada@acme.example");
    LeadActor young = lead("ada@home.example");
    LeadActor further = olderIsFurther ? old : young;
    scenario.ben().accepts(further);
    String goesOn = further.handoff().id();
    merge(old, young);

    scenario.withSavePoints(
        () ->
            scenario
                .bean(HandoffCommands.class)
                .answer(
                    goesOn,
                    HandoffState.QUALIFICATION,
                    Map.of("framework", "bant", "decision", "disqualify", "reason", "no_budget"),
                    "ben"));

    assertThat(scenario.stage(old.id())).isEqualTo(Stage.RECYCLED);
    assertThat(scenario.bean(Rejections.class).find(goesOn).orElseThrow().leadId())
        .isEqualTo(old.id());
    scenario.passes(Duration.ofDays(90));
    young.does("demo_requested");
    assertThat(young.id()).as("the other address leads to the survivor").isEqualTo(old.id());
    assertThat(scenario.stage(old.id())).isEqualTo(Stage.MQL);
  }

  @Test
  void of_two_reviews_the_one_that_waited_longer_goes_on_and_its_clock_is_the_old_one() {
    LeadActor old = lead("ada@acme.example");
    LeadActor young = lead("ada@home.example");
    Instant due = old.deadline("review").dueAt();
    merge(young, old);

    assertThat(scenario.handoff(old.id()).state()).isIn(HandoffState.REVIEW, HandoffState.CLOSED);
    Handoff open =
        scenario.handoffs(old.id()).stream().filter(h -> !h.isClosed()).findFirst().orElseThrow();
    assertThat(scenario.deadlines(open.id()))
        .filteredOn(d -> d.clock().equals("review"))
        .singleElement()
        .satisfies(d -> assertThat(d.dueAt()).isEqualTo(due));
  }

  @Test
  void the_one_that_goes_on_is_the_last_of_its_lead_wherever_it_is_looked_for() {
    LeadActor old = lead("ada@acme.example");
    String goesOn = old.handoff().id();
    scenario.passes(Duration.ofHours(1));
    LeadActor young = lead("ada@home.example");

    merge(young, old);

    assertThat(scenario.bean(Handoffs.class).latest(List.of(old.id())))
        .extractingByKey(old.id())
        .extracting(Handoff::id)
        .isEqualTo(goesOn);
    assertThat(scenario.handoffs(old.id())).extracting(Handoff::cycle).containsExactly(1, 2);
    assertThat(scenario.handoffs(old.id())).last().extracting(Handoff::id).isEqualTo(goesOn);
  }

  @Test
  void a_merge_during_a_pause_keeps_the_pause_of_what_goes_on() {
    LeadActor old =
        scenario.lead("ada@acme.example").whoFits().does("trial_started").does("webinar_attended");
    scenario.passes(Duration.ofMinutes(1));
    scenario.ben().accepts(old);
    scenario.ben().pauses(old, "lead_unavailable", Duration.ofHours(10));
    Instant due = old.deadline("qualification").dueAt();
    LeadActor young = lead("ada@home.example");

    merge(young, old);
    scenario.passes(Duration.ofHours(11));

    assertThat(scenario.handoffs(old.id()))
        .filteredOn(h -> !h.isClosed())
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.state()).isEqualTo(HandoffState.QUALIFICATION);
              assertThat(scenario.deadlines(open.id()))
                  .filteredOn(d -> d.clock().equals("qualification"))
                  .singleElement()
                  .satisfies(d -> assertThat(d.dueAt()).isEqualTo(due));
            });
  }

  @Test
  void a_miss_before_the_merge_stays_a_miss_and_its_ladder_ends() {
    LeadActor old = lead("ada@acme.example");
    scenario.ben().accepts(old);
    LeadActor young = lead("ada@home.example");
    scenario.passes(Duration.ofHours(5));
    assertThat(scenario.runningLadders()).isOne();
    String ends = young.handoff().id();

    merge(young, old);

    assertThat(scenario.runningLadders()).isZero();
    assertThat(scenario.deadlines(ends))
        .filteredOn(d -> d.clock().equals("review"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.missedAt()).isNotNull();
              assertThat(d.verdict().endedAt()).isNotNull();
            });
  }

  @Test
  void a_lead_that_is_nobodys_question_takes_the_open_one_over() {
    LeadActor old = scenario.lead("ada@acme.example").does("page_view");
    scenario.passes(Duration.ofMinutes(1));
    LeadActor young = lead("ada@home.example");
    String goesOn = young.handoff().id();

    merge(old, young);

    assertThat(scenario.stage(old.id())).isEqualTo(Stage.MQL);
    assertThat(scenario.handoff(old.id()).id()).isEqualTo(goesOn);
    assertThat(scenario.facts(HandoffOpened.class)).hasSize(1);
  }

  @Test
  void a_second_merge_of_the_same_pair_does_nothing_and_a_chain_ends_at_the_oldest() {
    LeadActor a = scenario.lead("a@acme.example").does("page_view");
    scenario.passes(Duration.ofMinutes(1));
    LeadActor b = scenario.lead("b@acme.example").does("page_view");
    scenario.passes(Duration.ofMinutes(1));
    LeadActor c = lead("c@acme.example");
    String cId = c.id();

    merge(c, b);
    assertThat(merge(c, b).merged()).isNull();
    merge(b, a);
    assertThat(merge(cId, a.id()).merged()).isNull();

    LeadRecordMerge leadRecordMerge = scenario.bean(LeadRecordMerge.class);
    assertThat(leadRecordMerge.survivor(cId)).contains(a.id());
    assertThat(leadRecordMerge.into(a.id())).hasSize(2);
    assertThat(scenario.stage(a.id())).isEqualTo(Stage.MQL);
    assertThat(scenario.bean(Signals.class).of(a.id(), Instant.EPOCH)).hasSize(3);
    assertThat(scenario.bean(Leads.class).byEmail("c@acme.example").orElseThrow().id())
        .isEqualTo(a.id());
  }

  @Test
  void who_withdrew_consent_under_one_name_is_not_written_to_under_the_other() {
    LeadActor old =
        scenario.lead("ada@acme.example").with("consent", Map.of("email", false)).does("page_view");
    scenario.passes(Duration.ofDays(2));
    LeadActor young =
        scenario.lead("ada@home.example").with("consent", Map.of("email", true)).does("page_view");
    scenario.passes(Duration.ofDays(2));

    merge(young, old);

    assertThat(
            Profile.of(scenario.bean(Leads.class).profileLog(old.id()), scenario.now())
                .get("consent.email"))
        .contains("false");
  }

  @Test
  void a_rep_names_the_other_lead_and_the_two_become_one() {
    LeadActor old = lead("ada@acme.example");
    scenario.rita().accepts(old);
    LeadActor young = lead("ada@home.example");
    Map<String, Object> no = new HashMap<>();
    no.put("decision", "reject");
    no.put("reason", "duplicate");
    no.put("duplicateOf", " Ada@Acme.example ");

    scenario.ben().answers(young, HandoffState.REVIEW, no);

    assertThat(scenario.stage(old.id())).isEqualTo(Stage.SAL);
    assertThat(scenario.bean(LeadRecordMerge.class).survivor(young.id())).contains(old.id());
    assertThat(scenario.handoffs(old.id()))
        .extracting(handoff -> handoff.closing().result())
        .containsExactly("rejected", null);
  }

  @Test
  void the_rejected_record_may_be_the_older_one() {
    LeadActor old = lead("ada@acme.example");
    LeadActor young = lead("ada@home.example");
    scenario.rita().accepts(young);

    scenario
        .ben()
        .answers(
            old,
            HandoffState.REVIEW,
            Map.of("decision", "reject", "reason", "duplicate", "duplicateOf", young.id()));

    assertThat(scenario.stage(old.id())).isEqualTo(Stage.SAL);
    assertThat(scenario.bean(LeadRecordMerge.class).survivor(young.id())).contains(old.id());
  }

  @Test
  void without_a_name_marketing_is_asked_with_those_it_may_be() {
    LeadActor old =
        scenario.lead("ada@acme.example").with("phone", "+49 30 1234").does("page_view");
    scenario.passes(Duration.ofMinutes(1));
    LeadActor young = scenario.lead("ada@home.example").with("phone", "+49 30 1234").requestsDemo();
    scenario.ben().rejects(young, "duplicate");
    RejectionCommands commands = scenario.bean(RejectionCommands.class);

    assertThat(scenario.bean(LeadRecordCommands.class).duplicateCandidates(young.id()))
        .containsExactly(old.id());
    assertThatThrownBy(
            () ->
                commands.duplicate(
                    young.handoff().id(),
                    Map.of("decision", "merge", "of", "nobody@x.example"),
                    "marc"))
        .hasMessageContaining("there is no lead");
    String handoff = young.handoff().id();
    scenario.withSavePoints(
        () -> commands.duplicate(handoff, Map.of("decision", "merge", "of", old.id()), "marc"));

    assertThat(scenario.bean(LeadRecordMerge.class).survivor(young.id())).contains(old.id());
    assertThat(
            scenario
                .bean(FollowUpTasks.class)
                .find(handoff, FollowUpTasks.DUPLICATE)
                .orElseThrow()
                .result())
        .isEqualTo("merged");
    assertThat(scenario.stage(old.id())).isEqualTo(Stage.LEAD);
  }

  private LeadActor lead(String email) {
    LeadActor lead = scenario.lead(email).requestsDemo();
    scenario.passes(Duration.ofMinutes(1));
    return lead;
  }

  private MergedLeads merge(LeadActor one, LeadActor other) {
    return merge(one.id(), other.id());
  }

  private MergedLeads merge(String one, String other) {
    return scenario.withSavePoints(
        () -> scenario.bean(LeadRecordCommands.class).merge(one, Map.of("into", other), "mona"));
  }

  private long tasks(String handoffId) {
    return scenario
        .bean(TaskService.class)
        .createTaskQuery()
        .processInstanceBusinessKey(handoffId)
        .count();
  }
}
