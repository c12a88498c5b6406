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
  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  @Test
  void ownership_passes_to_a_colleague_who_answers() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    house.rita().accepts(ada);

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(house.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
    assertThat(ada.deadline("review").owner()).as("its own owner answers for it").isEqualTo("ben");
    assertThat(ada.deadline("qualification").owner()).isEqualTo("rita");
  }

  @Test
  void ownership_does_not_pass_to_a_manager_who_answers() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    house.mona().accepts(ada);

    assertThat(ada.handoff().owner()).isEqualTo("ben");
    assertThat(house.task(ada.handoff().id()).getAssignee()).isEqualTo("ben");
    assertThat(house.bean(AnswerLog.class).of(ada.handoff().id()))
        .singleElement()
        .satisfies(entry -> assertThat(entry.answeredBy()).isEqualTo("mona"));
  }

  @Test
  void another_teams_rep_sees_and_answers_nothing() {
    house.hire("sven", Role.SALES, "north");
    house.changes("lead-routing", "\"default\"", "\"north\"");
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    assertThat(ada.handoff().owner()).isEqualTo("sven");
    assertThat(ada.handoff().team()).isEqualTo("north");

    assertThat(house.ben().sees(ada)).isFalse();
    assertThat(house.rep("sven").sees(ada)).isTrue();
    assertThat(house.mona().sees(ada)).isTrue();
    assertThatThrownBy(() -> house.ben().accepts(ada)).isInstanceOf(ApiProblem.class);
    assertThatThrownBy(
            () ->
                house.completesInTasklist(ada.handoff().id(), "ben", Map.of("decision", "accept")))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN));
    house.rep("sven").accepts(ada);
  }

  @Test
  void marketing_reads_a_handoff_and_never_answers_it() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    assertThat(house.rep("marc").sees(ada)).isTrue();
    assertThatThrownBy(() -> house.rep("marc").accepts(ada)).isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> house.rep("marc").calls(ada)).isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> house.rep("marc").reassigns(ada, house.rita()))
        .isInstanceOf(ApiProblem.class);
  }

  @Test
  void only_a_manager_reassigns() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    assertThatThrownBy(() -> house.ben().reassigns(ada, house.rita()))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN));

    assertThat(ada.handoff().owner()).isEqualTo("ben");
  }

  @Test
  void who_owns_it_already_is_not_given_it_again() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    assertThatThrownBy(() -> house.mona().reassigns(ada, house.ben()))
        .hasMessage("ben owns this handoff already");

    assertThat(ada.rounds("review")).hasSize(1);
  }

  @Test
  void a_lead_goes_to_nobody_who_is_no_active_rep() {
    house.leaves("rita");
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    for (String nobody : List.of("rita", "mona", "marc", "ghost")) {
      assertThatThrownBy(() -> house.mona().reassigns(ada, house.rep(nobody)))
          .hasMessageContaining("'%s' is not an active rep".formatted(nobody));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
  void a_new_owner_has_the_full_target_and_the_old_round_is_void(HandoffState state) {
    LeadActor ada = leadIn(state);
    Duration target = target(ada, state);
    house.passes(Duration.ofHours(2));

    house.mona().reassigns(ada, house.rita());

    Instant now = house.now();
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
    assertThat(house.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
    assertThat(ada.handoff().frozen().mqlAt()).isEqualTo(HandoffScenario.START);
    assertThat(ada.told("rita")).containsExactly("reassigned");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
  void after_its_due_instant_the_old_round_is_missed(HandoffState state) {
    LeadActor ada = leadIn(state);
    Instant due = ada.deadline(state.clock()).dueAt();
    house.passes(Duration.between(house.now(), due).plusHours(1));

    house.mona().reassigns(ada, house.rita());

    Deadline old = ada.rounds(state.clock()).get(0);
    assertThat(old.missedAt()).isEqualTo(due);
    assertThat(old.verdict().endedAt()).isEqualTo(house.now());
    assertThat(old.verdict().voidedAt()).isNull();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
  void three_reassignments_are_three_clocks_with_their_own_reminder_and_miss(HandoffState state) {
    LeadActor ada = leadIn(state);
    Duration target = target(ada, state);
    List<RepActor> owners = List.of(house.rita(), house.ben(), house.rita());
    int told = 0;

    for (RepActor owner : owners) {
      house.passes(Duration.ofMinutes(10));
      house.mona().reassigns(ada, owner);
      assertThat(ada.timers().values())
          .containsExactlyInAnyOrder(
              ada.deadline(state.clock()).targets().warnAt(), house.now().plus(target));
    }
    house.passes(target.plusMinutes(1));

    assertThat(ada.rounds(state.clock())).hasSize(4);
    assertThat(ada.rounds(state.clock()).subList(0, 3))
        .allMatch(d -> d.verdict().voidedAt() != null);
    assertThat(ada.deadline(state.clock()).missedAt())
        .isEqualTo(ada.deadline(state.clock()).dueAt());
    assertThat(ada.told("rita")).containsExactly("reassigned", "reassigned", "reminder");
    assertThat(ada.told("mona")).containsExactly("escalation");
    assertThat(house.runningProcesses()).isEqualTo(1);
  }

  @Test
  void a_running_deal_changes_its_owner_without_a_clock() {
    LeadActor ada = leadIn(HandoffState.OPPORTUNITY);
    house.ben().opens(ada);

    house.mona().reassigns(ada, house.rita());

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(ada.told("rita")).containsExactly("reassigned");
    house.passes(Duration.ofMinutes(1));
    house.mona().reassigns(ada, house.ben());
    house.passes(Duration.ofMinutes(1));
    house.mona().reassigns(ada, house.rita());
    assertThat(ada.told("rita")).containsExactly("reassigned", "reassigned");
    house.rita().wins(ada);
  }

  @Test
  void a_lead_that_nobody_owned_is_given_to_a_rep() {
    house.leaves("ben");
    house.leaves("rita");
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.hire("rita", Role.SALES, "default");
    house.passes(Duration.ofMinutes(2));

    house.mona().reassigns(ada, house.rita());

    assertThat(ada.deadline("route").verdict().metAt()).isEqualTo(house.now());
    assertThat(ada.told("rita")).hasSize(1);
    assertThat(ada.handoff().owner()).isEqualTo("rita");
  }

  @Test
  void a_rep_of_another_team_takes_the_handoff_to_their_team() {
    house.hire("sven", Role.SALES, "north");
    house.hire("nora", Role.SALES, "south");
    house.changes("lead-routing", "\"default\"", "\"north\"");
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    house.mona().reassigns(ada, house.rep("nora"));

    assertThat(ada.handoff().team()).isEqualTo("south");
    assertThat(house.rep("sven").sees(ada)).isFalse();
    house.rep("nora").accepts(ada);
  }

  @Test
  void every_assignment_is_told_to_its_owner_exactly_once() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.mona().reassigns(ada, house.rita());
    house.rita().accepts(ada);
    house.mona().reassigns(ada, house.ben());

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
    house.hire(id, Role.SALES, "default");
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    house.mona().reassigns(ada, house.rep(id));

    assertThat(ada.handoff().owner()).isEqualTo(id);
  }

  @Test
  void a_message_that_waits_for_the_morning_does_not_tell_the_wrong_person() {
    house.passes(Duration.ofHours(13));
    LeadActor ada = house.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    assertThat(ada.notices()).extracting(Alert::state).containsExactly("pending");

    house.mona().reassigns(ada, house.rita());
    house.passes(Duration.ofHours(10));

    assertThat(ada.told("ben")).isEmpty();
    assertThat(ada.told("rita")).containsExactly("reassigned");
  }

  private LeadActor leadIn(HandoffState state) {
    LeadActor ada = house.lead("ada@acme.example").whoFits().downloads("roi_calculator");
    return house.ben().brings(ada, state);
  }

  private static Duration target(LeadActor lead, HandoffState state) {
    Deadline first = lead.deadline(state.clock());
    return Duration.between(first.start().startedAt(), first.dueAt());
  }
}
