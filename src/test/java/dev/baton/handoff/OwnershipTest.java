package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.alert.Alert;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;

/** Who answers, who owns, and what a change of owner does (rules R6 and R7). */
class OwnershipTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void ownership_passes_to_a_colleague_who_answers() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.rita().accepts(ada);

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
    assertThat(ada.deadline("review").owner()).as("its own owner answers for it").isEqualTo("ben");
    assertThat(ada.deadline("qualification").owner()).isEqualTo("rita");
  }

  @Test
  void ownership_does_not_pass_to_a_manager_who_answers() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.mona().accepts(ada);

    assertThat(ada.handoff().owner()).isEqualTo("ben");
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo("ben");
    assertThat(scenario.bean(AnswerLog.class).of(ada.handoff().id()))
        .singleElement()
        .satisfies(entry -> assertThat(entry.answeredBy()).isEqualTo("mona"));
  }

  @Test
  void another_teams_rep_sees_and_answers_nothing() {
    scenario.hire("sven", Role.SALES, "north");
    scenario.opens("north");
    scenario.changes("lead-routing", "\"default\"", "\"north\"");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    assertThat(ada.handoff().owner()).isEqualTo("sven");
    assertThat(ada.handoff().team()).isEqualTo("north");

    assertThat(scenario.ben().sees(ada)).isFalse();
    assertThat(scenario.rep("sven").sees(ada)).isTrue();
    assertThat(scenario.mona().sees(ada)).isTrue();
    assertThatThrownBy(() -> scenario.ben().accepts(ada)).isInstanceOf(ApiProblem.class);
    assertThatThrownBy(
            () ->
                scenario.completesInTasklist(
                    ada.handoff().id(), "ben", Map.of("decision", "accept")))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN));
    scenario.rep("sven").accepts(ada);
  }

  @Test
  void marketing_reads_a_handoff_and_never_answers_it() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThat(scenario.rep("marc").sees(ada)).isTrue();
    assertThatThrownBy(() -> scenario.rep("marc").accepts(ada)).isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> scenario.rep("marc").calls(ada)).isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> scenario.rep("marc").reassigns(ada, scenario.rita()))
        .isInstanceOf(ApiProblem.class);
  }

  @Test
  void only_a_manager_reassigns() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThatThrownBy(() -> scenario.ben().reassigns(ada, scenario.rita()))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN));

    assertThat(ada.handoff().owner()).isEqualTo("ben");
  }

  @Test
  void who_owns_it_already_is_not_given_it_again() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThatThrownBy(() -> scenario.mona().reassigns(ada, scenario.ben()))
        .hasMessage("ben owns this handoff already");

    assertThat(ada.rounds("review")).hasSize(1);
  }

  @Test
  void a_lead_goes_to_nobody_who_is_no_active_rep() {
    scenario.leaves("rita");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    for (String nobody : List.of("rita", "mona", "marc", "ghost")) {
      assertThatThrownBy(() -> scenario.mona().reassigns(ada, scenario.rep(nobody)))
          .hasMessageContaining("'%s' is not an active rep".formatted(nobody));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
  void a_new_owner_has_the_full_target_and_the_old_round_is_void(HandoffState state) {
    LeadActor ada = leadIn(state);
    Duration target = target(ada, state);
    scenario.passes(Duration.ofHours(2));

    scenario.mona().reassigns(ada, scenario.rita());

    Instant now = scenario.now();
    Deadline old = ada.rounds(state.clock()).get(0);
    assertThat(old.verdict().voidedAt()).isEqualTo(now);
    assertThat(old.missedAt()).isNull();
    assertThat(old.owner()).isEqualTo("ben");
    Deadline fresh = ada.rounds(state.clock()).get(1);
    assertThat(fresh.round()).isEqualTo(2);
    assertThat(fresh.owner()).isEqualTo("rita");
    assertThat(fresh.start().startedAt()).isEqualTo(now);
    assertThat(fresh.dueAt()).isEqualTo(now.plus(target));
    assertThat(ada.taskDue()).isEqualTo(fresh.dueAt());
    assertThat(ada.timers().values())
        .containsExactlyInAnyOrder(fresh.targets().warnAt(), fresh.dueAt());
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
    assertThat(ada.handoff().frozen().mqlAt()).isEqualTo(HandoffScenario.START);
    assertThat(ada.told("rita")).containsExactly("reassigned");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
  void after_its_due_instant_the_old_round_is_missed(HandoffState state) {
    LeadActor ada = leadIn(state);
    Instant due = ada.deadline(state.clock()).dueAt();
    scenario.passes(Duration.between(scenario.now(), due).plusHours(1));

    scenario.mona().reassigns(ada, scenario.rita());

    Deadline old = ada.rounds(state.clock()).get(0);
    assertThat(old.missedAt()).isEqualTo(due);
    assertThat(old.verdict().endedAt()).isEqualTo(scenario.now());
    assertThat(old.verdict().voidedAt()).isNull();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
  void three_reassignments_are_three_clocks_with_their_own_reminder_and_miss(HandoffState state) {
    LeadActor ada = leadIn(state);
    Duration target = target(ada, state);
    List<RepActor> owners = List.of(scenario.rita(), scenario.ben(), scenario.rita());
    int told = 0;

    for (RepActor owner : owners) {
      scenario.passes(Duration.ofMinutes(10));
      scenario.mona().reassigns(ada, owner);
      assertThat(ada.timers().values())
          .containsExactlyInAnyOrder(
              ada.deadline(state.clock()).targets().warnAt(), scenario.now().plus(target));
    }
    scenario.passes(target.plusMinutes(1));

    assertThat(ada.rounds(state.clock())).hasSize(4);
    assertThat(ada.rounds(state.clock()).subList(0, 3))
        .allMatch(d -> d.verdict().voidedAt() != null);
    assertThat(ada.deadline(state.clock()).missedAt())
        .isEqualTo(ada.deadline(state.clock()).dueAt());
    assertThat(ada.told("rita")).containsExactly("reassigned", "reassigned", "reminder");
    assertThat(ada.told("mona")).containsExactly("escalation");
    assertThat(scenario.runningProcesses()).isEqualTo(1);
  }

  @Test
  void a_running_deal_changes_its_owner_without_a_clock() {
    LeadActor ada = leadIn(HandoffState.OPPORTUNITY);
    scenario.ben().opens(ada);

    scenario.mona().reassigns(ada, scenario.rita());

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(ada.told("rita")).containsExactly("reassigned");
    scenario.passes(Duration.ofMinutes(1));
    scenario.mona().reassigns(ada, scenario.ben());
    scenario.passes(Duration.ofMinutes(1));
    scenario.mona().reassigns(ada, scenario.rita());
    assertThat(ada.told("rita")).containsExactly("reassigned", "reassigned");
    scenario.rita().wins(ada);
  }

  @Test
  void a_lead_that_nobody_owned_is_given_to_a_rep() {
    scenario.leaves("ben");
    scenario.leaves("rita");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.hire("rita", Role.SALES, "default");
    scenario.passes(Duration.ofMinutes(2));

    scenario.mona().reassigns(ada, scenario.rita());

    assertThat(ada.deadline("route").verdict().metAt()).isEqualTo(scenario.now());
    assertThat(ada.told("rita")).hasSize(1);
    assertThat(ada.handoff().owner()).isEqualTo("rita");
  }

  @Test
  void a_rep_of_another_team_takes_the_handoff_to_their_team() {
    scenario.hire("sven", Role.SALES, "north");
    scenario.hire("nora", Role.SALES, "south");
    scenario.opens("north");
    scenario.changes("lead-routing", "\"default\"", "\"north\"");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.mona().reassigns(ada, scenario.rep("nora"));

    assertThat(ada.handoff().team()).isEqualTo("south");
    assertThat(scenario.rep("sven").sees(ada)).isFalse();
    scenario.rep("nora").accepts(ada);
  }

  @Test
  void a_lead_of_everybody_that_is_given_to_a_rep_of_a_team_is_that_teams() {
    scenario.hire("nora", Role.SALES, "south");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    assertThat(ada.handoff().team()).isEqualTo("default");

    scenario.mona().reassigns(ada, scenario.rep("nora"));

    assertThat(ada.handoff().team()).isEqualTo("south");
    assertThat(scenario.ben().sees(ada)).isFalse();
    assertThatThrownBy(() -> scenario.ben().accepts(ada)).isInstanceOf(ApiProblem.class);
    scenario.rep("nora").accepts(ada);
  }

  @Test
  void every_assignment_is_told_to_its_owner_exactly_once() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.mona().reassigns(ada, scenario.rita());
    scenario.rita().accepts(ada);
    scenario.mona().reassigns(ada, scenario.ben());

    assertThat(ada.notices())
        .extracting(Alert::to, Alert::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ben", "assigned"),
            org.assertj.core.groups.Tuple.tuple("rita", "reassigned"),
            org.assertj.core.groups.Tuple.tuple("ben", "reassigned"));
  }

  @Test
  void a_long_user_id_takes_a_lead_over() {
    String id = "margarete.schmidt-hohenstein@a-long-company-name.example";
    scenario.hire(id, Role.SALES, "default");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.mona().reassigns(ada, scenario.rep(id));

    assertThat(ada.handoff().owner()).isEqualTo(id);
  }

  @Test
  void a_message_that_waits_for_the_morning_does_not_tell_the_wrong_person() {
    scenario.passes(Duration.ofHours(13));
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    assertThat(ada.notices()).extracting(Alert::state).containsExactly("pending");

    scenario.mona().reassigns(ada, scenario.rita());
    scenario.passes(Duration.ofHours(10));

    assertThat(ada.told("ben")).isEmpty();
    assertThat(ada.told("rita")).containsExactly("reassigned");
  }

  private LeadActor leadIn(HandoffState state) {
    LeadActor ada = scenario.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    return scenario.ben().brings(ada, state);
  }

  private static Duration target(LeadActor lead, HandoffState state) {
    Deadline first = lead.deadline(state.clock());
    return Duration.between(first.start().startedAt(), first.dueAt());
  }
}
