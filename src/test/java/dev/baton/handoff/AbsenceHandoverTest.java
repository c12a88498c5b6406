package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.alert.AlertQueries;
import dev.baton.handoff.assignment.AbsenceHandover;
import dev.baton.handoff.record.HandoffState;
import dev.baton.people.Absence;
import dev.baton.people.Absence.HandOver;
import dev.baton.people.Absences;
import dev.baton.people.People;
import dev.baton.people.Role;
import dev.baton.people.RoutingTerms;
import dev.baton.people.Team;
import dev.baton.people.Teams;
import dev.baton.routing.AssignmentLedger;
import dev.baton.routing.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Open leads of who is away go to a stand-in and come back (rule R24). */
class AbsenceHandoverTest {
  private static final Duration WEEK = Duration.ofDays(7);

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private void away(String rep, Instant from, @Nullable Instant to, @Nullable String standIn) {
    String id = "%s-%d".formatted(rep, from.toEpochMilli());
    scenario
        .bean(Absences.class)
        .add(new Absence(id, rep, from, to, null, "mona", scenario.now(), new HandOver(standIn)));
    changed(rep);
  }

  private void changed(String rep) {
    scenario.withSavePoints(
        () -> {
          scenario.rooms().publishEvent(new Absence.Changed(rep));
          return rep;
        });
  }

  private void isBack(String rep) {
    Absences absences = scenario.bean(Absences.class);
    absences.of(rep).forEach(absence -> absences.end(absence.id(), scenario.now()));
    changed(rep);
  }

  /** Leads of ben, who takes every other one; the others are rita's. */
  private List<LeadActor> bens(int many) {
    List<LeadActor> bens = new ArrayList<>();
    for (int i = 0; bens.size() < many; i++) {
      LeadActor lead = scenario.lead("lead%d@acme%d.example".formatted(i, i)).requestsDemo();
      if ("ben".equals(lead.handoff().owner())) {
        bens.add(lead);
      }
    }
    return bens;
  }

  private List<String> told(String person) {
    return scenario.bean(AlertQueries.class).list(null, null, null).stream()
        .filter(alert -> alert.kind().equals("stand_in") && person.equals(alert.to()))
        .map(Alert::subject)
        .toList();
  }

  private void isWith(LeadActor lead, String owner) {
    assertThat(lead.handoff().owner()).isEqualTo(owner);
    assertThat(scenario.task(lead.handoff().id()).getAssignee()).isEqualTo(owner);
    assertThat(lead.deadline("review").owner()).isEqualTo(owner);
    assertThat(lead.deadline("review").dueAt()).isEqualTo(lead.taskDue());
  }

  @Test
  void a_stand_in_owns_open_leads_until_the_absence_ends_and_then_they_go_back() {
    List<LeadActor> leads = bens(3);
    scenario.passes(Duration.ofHours(1));

    away("ben", scenario.now(), scenario.now().plus(WEEK), "rita");

    leads.forEach(lead -> isWith(lead, "rita"));
    assertThat(leads.get(0).rounds("review").get(0).verdict().voidedAt()).isEqualTo(scenario.now());
    assertThat(leads.get(0).deadline("review").dueAt())
        .as("any change of owner starts the full target (R7)")
        .isEqualTo(scenario.now().plus(Duration.ofHours(4)));
    assertThat(leads.get(0).handoff().team()).isEqualTo("default");
    assertThat(told("rita")).containsExactly("ben is away: 3 leads to stand in for");
    assertThat(leads).isNotEmpty().allSatisfy(lead -> assertThat(lead.told("rita")).isEmpty());

    scenario.passes(Duration.ofHours(1));
    isBack("ben");

    leads.forEach(lead -> isWith(lead, "ben"));
    assertThat(told("ben")).containsExactly("You have 3 leads back from rita");
    assertThat(told("rita"))
        .containsExactlyInAnyOrder(
            "ben is away: 3 leads to stand in for",
            "ben is back and has 3 leads again that you stood in for");
  }

  @Test
  void what_the_stand_in_answered_stays_with_them() {
    List<LeadActor> leads = bens(2);
    away("ben", scenario.now(), scenario.now().plus(WEEK), "rita");

    scenario.rita().accepts(leads.get(0));
    scenario.passes(Duration.ofHours(1));
    isBack("ben");

    assertThat(leads.get(0).handoff().owner()).isEqualTo("rita");
    isWith(leads.get(1), "ben");
    assertThat(told("ben"))
        .containsExactlyInAnyOrder(
            "You have 1 lead back from rita",
            "Still with rita: 1 lead of yours, answered or given to them meanwhile");
  }

  @Test
  void an_absence_that_starts_later_hands_over_when_it_starts_and_back_when_it_ends() {
    LeadActor lead = bens(1).get(0);
    Instant monday = scenario.now().plus(Duration.ofMinutes(30));
    away("ben", monday, monday.plus(Duration.ofHours(1)), "rita");
    assertThat(lead.handoff().owner()).isEqualTo("ben");

    scenario.passes(Duration.ofMinutes(30));
    scenario.sweeps();
    isWith(lead, "rita");
    scenario.sweeps();
    assertThat(lead.rounds("review")).as("once").hasSize(2);

    scenario.passes(Duration.ofHours(1));
    scenario.sweeps();

    isWith(lead, "ben");
    scenario.sweeps();
    assertThat(lead.rounds("review")).hasSize(3);
  }

  @Test
  void an_absence_that_is_taken_back_before_it_begins_moves_nothing() {
    LeadActor lead = bens(1).get(0);
    away("ben", scenario.now().plus(Duration.ofHours(1)), null, "rita");
    isBack("ben");

    scenario.passes(Duration.ofHours(2));
    scenario.sweeps();

    assertThat(lead.rounds("review")).hasSize(1);
  }

  @Test
  void without_a_stand_in_the_routing_chooses_for_each_outside_the_turns() {
    scenario.hire("sven", Role.SALES, "default");
    List<LeadActor> leads = bens(4);
    long turns = turns();

    away("ben", scenario.now(), null, null);

    assertThat(leads)
        .extracting(lead -> lead.handoff().owner())
        .doesNotContain("ben")
        .filteredOn("sven"::equals)
        .hasSize(2);
    assertThat(turns()).isEqualTo(turns);
    LedgerEntry last = ledger(leads.get(0)).get(1);
    assertThat(last.rule()).isEqualTo("absence");
    assertThat(last.turn()).isNull();
    assertThat(last.replay().owner()).isEqualTo(last.owner());
  }

  private long turns() {
    return scenario.db().sql("select max(last_turn) from turn_counter").query(Long.class).single();
  }

  private List<LedgerEntry> ledger(LeadActor lead) {
    return scenario.bean(AssignmentLedger.class).of(lead.handoff().id());
  }

  @Test
  void a_stand_ins_own_turns_and_a_days_cap_are_not_spent_by_it() {
    List<LeadActor> leads = bens(3);
    caps("rita", 4, null);
    away("ben", scenario.now(), null, "rita");
    leads.forEach(lead -> isWith(lead, "rita"));

    LeadActor next = scenario.lead("new@other.example").requestsDemo();

    assertThat(next.handoff().owner()).isEqualTo("rita");
  }

  @Test
  void who_has_as_many_open_leads_as_they_may_gets_none_by_the_routing_but_may_be_named() {
    List<LeadActor> leads = bens(2);
    caps("rita", null, 2);

    away("ben", scenario.now(), null, null);

    assertThat(leads).extracting(lead -> lead.handoff().owner()).containsOnlyOnce("rita");
    scenario.passes(Duration.ofMinutes(3));
    scenario.sweeps();
    scenario.sweeps();
    assertThat(scenario.bean(AlertQueries.class).list(null, null, null))
        .filteredOn(alert -> alert.subject().contains("nobody can take"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.to()).isEqualTo("mona");
              assertThat(alert.subject()).isEqualTo("ben is away and nobody can take 1 lead");
            });

    caps("rita", null, null);
    scenario.sweeps();
    leads.forEach(lead -> isWith(lead, "rita"));
  }

  private void caps(String rep, @Nullable Integer daily, @Nullable Integer open) {
    People people = scenario.bean(People.class);
    people.save(
        people
            .find(rep)
            .orElseThrow()
            .with(new RoutingTerms(null, null, Set.of(), 1, daily, open)));
  }

  @Test
  void a_stand_in_who_left_or_is_away_when_it_starts_has_the_routing_choose() {
    scenario.hire("sven", Role.SALES, "default");
    LeadActor lead = bens(1).get(0);
    away("ben", scenario.now().plus(Duration.ofMinutes(30)), null, "rita");
    scenario.leaves("rita");

    scenario.passes(Duration.ofMinutes(30));
    scenario.sweeps();

    isWith(lead, "sven");
  }

  @Test
  void a_stand_in_who_is_away_too_hands_on_and_the_owner_gets_it_back_from_whoever_has_it() {
    scenario.hire("sven", Role.SALES, "default");
    LeadActor lead = bens(1).get(0);
    away("ben", scenario.now(), null, "rita");
    scenario.passes(Duration.ofMinutes(5));
    away("rita", scenario.now(), null, "sven");
    isWith(lead, "sven");

    scenario.passes(Duration.ofMinutes(5));
    isBack("ben");
    isWith(lead, "ben");

    scenario.passes(Duration.ofMinutes(5));
    isBack("rita");
    isWith(lead, "ben");
  }

  @Test
  void a_stand_in_who_leaves_passes_it_on_and_it_still_goes_back() {
    scenario.hire("sven", Role.SALES, "default");
    LeadActor lead = bens(1).get(0);
    away("ben", scenario.now(), null, "rita");
    scenario.leaves("rita");
    isWith(lead, "sven");

    scenario.passes(Duration.ofMinutes(5));
    isBack("ben");

    isWith(lead, "ben");
  }

  @Test
  void what_a_manager_gave_to_somebody_meanwhile_stays_there() {
    scenario.hire("sven", Role.SALES, "default");
    LeadActor lead = bens(1).get(0);
    away("ben", scenario.now(), null, "rita");
    scenario.passes(Duration.ofMinutes(5));
    scenario.mona().reassigns(lead, scenario.rep("sven"));

    isBack("ben");

    isWith(lead, "sven");
  }

  @Test
  void what_a_manager_gives_to_somebody_who_is_away_stays_with_them() {
    bens(1);
    away("ben", scenario.now(), null, "rita");
    LeadActor later = scenario.lead("later@other.example").requestsDemo();
    assertThat(later.handoff().owner()).isEqualTo("rita");

    scenario.mona().reassigns(later, scenario.ben());
    scenario.sweeps();

    assertThat(later.handoff().owner()).isEqualTo("ben");
  }

  @Test
  void who_follows_one_absence_with_another_gets_them_when_they_are_here() {
    LeadActor lead = bens(1).get(0);
    Instant end = scenario.now().plus(Duration.ofHours(1));
    away("ben", scenario.now(), end, "rita");
    scenario
        .bean(Absences.class)
        .add(
            new Absence(
                "more", "ben", end, end.plus(Duration.ofHours(1)), null, "mona", end, null));

    scenario.passes(Duration.ofHours(1));
    scenario.sweeps();
    isWith(lead, "rita");

    scenario.passes(Duration.ofHours(1));
    scenario.sweeps();
    isWith(lead, "ben");
  }

  @Test
  void several_nodes_hand_over_once_and_tell_once() throws Exception {
    List<LeadActor> leads = bens(3);
    scenario
        .bean(Absences.class)
        .add(
            new Absence(
                "away",
                "ben",
                scenario.now(),
                null,
                null,
                "mona",
                scenario.now(),
                new HandOver("rita")));

    sweepsOnAllNodes();

    leads.forEach(
        lead -> {
          isWith(lead, "rita");
          assertThat(lead.rounds("review")).hasSize(2);
        });
    assertThat(told("rita")).containsExactly("ben is away: 3 leads to stand in for");
  }

  /** What loses a race is done by a later sweep. */
  private void sweepsOnAllNodes() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> sweep =
          () -> {
            scenario.bean(AbsenceHandover.class).sweep();
            return null;
          };
      for (Future<Void> node : nodes.invokeAll(Collections.nCopies(4, sweep))) {
        node.get();
      }
    } finally {
      nodes.shutdown();
    }
    scenario.sweeps();
  }

  @Test
  void what_is_on_its_way_when_it_starts_is_handed_over_by_the_sweeper() {
    LeadActor lead = bens(1).get(0);
    scenario.completesWithoutSavePoints(lead, "ben");
    scenario.withoutSavePoints(() -> away("ben", scenario.now(), null, "rita"));
    assertThat(lead.handoff().owner()).isEqualTo("ben");

    scenario.passes(Duration.ZERO);
    scenario.sweeps();

    assertThat(lead.handoff().owner()).isEqualTo("rita");
    assertThat(lead.state()).isEqualTo(HandoffState.QUALIFICATION);
  }

  @Test
  void what_was_claimed_goes_to_the_stand_in_and_back_and_counts_for_the_cap_of_who_has_it() {
    pool(true);
    caps("rita", null, 1);
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    LeadActor otto = scenario.lead("otto@other.example").requestsDemo();
    scenario.rita().claims(ada);
    scenario.rita().claims(otto);
    assertThat(otto.handoff().owner()).as("a claim is their own decision").isEqualTo("rita");

    away("rita", scenario.now(), null, "ben");
    isWith(ada, "ben");
    scenario.passes(Duration.ofMinutes(5));
    isBack("rita");
    isWith(ada, "rita");
    isWith(otto, "rita");

    pool(false);
    assertThat(scenario.lead("new@third.example").requestsDemo().handoff().owner())
        .as("rita has 2 of 1")
        .isEqualTo("ben");
  }

  private void pool(boolean claims) {
    scenario.bean(Teams.class).save(new Team("default", "Everybody in sales", null, claims));
  }

  @Test
  void a_running_deal_goes_along_and_comes_back() {
    LeadActor lead = bens(1).get(0);
    scenario.ben().brings(lead, HandoffState.OPPORTUNITY);
    scenario.ben().opens(lead);

    away("ben", scenario.now(), null, "rita");
    assertThat(lead.handoff().owner()).isEqualTo("rita");

    scenario.passes(Duration.ofHours(1));
    isBack("ben");
    assertThat(lead.handoff().owner()).isEqualTo("ben");
  }

  @Test
  void a_stand_in_who_declined_the_lead_is_passed_over() {
    LeadActor lead = bens(1).get(0);
    scenario.hire("sven", Role.SALES, "default");
    scenario.withSavePoints(
        () ->
            scenario
                .bean(DeclineCommands.class)
                .decline(lead.handoff().id(), Map.of("reason", "my brother"), "ben"));
    String owner = lead.handoff().assignedOwner();

    away(owner, scenario.now(), null, "ben");

    assertThat(lead.handoff().owner()).isNotIn("ben", owner);
  }
}
