package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.alert.Alert;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.input.ApiProblem;
import dev.baton.lead.Accounts;
import dev.baton.lead.Leads;
import dev.baton.people.Absence;
import dev.baton.people.Absences;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.RoutingTerms;
import dev.baton.routing.AssignmentLedger;
import dev.baton.routing.FairChoice;
import dev.baton.routing.LedgerEntry;
import dev.baton.routing.SkipReason;
import dev.baton.sla.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom a lead goes, named after what people suffered elsewhere. It begins on a Monday at 9. */
class RoutingTest {
  private static final String QUEUE = "unrouted";

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  // Who looks after the company already

  @Test
  void a_company_with_an_open_deal_goes_to_who_works_on_it() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    String owner = ada.handoff().owner();
    scenario.rep(owner).brings(ada, HandoffState.OPPORTUNITY);
    scenario.rep(owner).opens(ada);
    names(ada, other(owner));

    for (int i = 0; i < 4; i++) {
      LeadActor colleague = scenario.lead("c%d@acme.example".formatted(i)).requestsDemo();
      assertThat(colleague.handoff().owner()).isEqualTo(owner);
      assertThat(ledger(colleague)).extracting(LedgerEntry::rule).containsExactly("deal-owner");
    }
  }

  @Test
  void a_customer_goes_to_who_won_them() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    String owner = ada.handoff().owner();
    scenario.rep(owner).brings(ada, HandoffState.OPPORTUNITY);
    scenario.rep(owner).opens(ada);
    scenario.rep(owner).wins(ada);

    LeadActor bob = scenario.lead("bob@acme.example").requestsDemo();
    LeadActor eve = scenario.lead("eve@acme.example").requestsDemo();

    assertThat(List.of(bob.handoff().owner(), eve.handoff().owner())).containsOnly(owner);
  }

  @Test
  void a_named_account_goes_to_its_owner_and_takes_no_turn() {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");
    names(ada, "rita");

    ada.requestsDemo();
    LeadActor stranger = scenario.lead("x@elsewhere.example").requestsDemo();

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(ledger(ada))
        .extracting(LedgerEntry::rule, LedgerEntry::turn)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("account-owner", null));
    assertThat(stranger.handoff().owner()).as("the first turn is still ben's").isEqualTo("ben");
  }

  @Test
  void a_second_lead_of_a_company_goes_to_who_accepted_the_first() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    LeadActor early = scenario.lead("early@acme.example").requestsDemo();
    assertThat(early.handoff().owner())
        .as("what nobody has looked at is no relation yet")
        .isNotEqualTo(ada.handoff().owner());
    scenario.rep(early.handoff().owner()).rejects(early, "low_intent");
    scenario.rep(ada.handoff().owner()).accepts(ada);
    LeadActor bob = scenario.lead("bob@acme.example").requestsDemo();

    assertThat(bob.handoff().owner()).isEqualTo(ada.handoff().owner());
    assertThat(ledger(bob)).extracting(LedgerEntry::rule).containsExactly("colleague-owner");
    scenario.rep(ada.handoff().owner()).disqualifies(ada, "no_budget");
    scenario.rep(bob.handoff().owner()).rejects(bob, "wrong_icp");
    assertThat(ledger(scenario.lead("cy@acme.example").requestsDemo()))
        .as("nobody works with them any more")
        .extracting(LedgerEntry::rule)
        .doesNotContain("colleague-owner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@gmail.com bob@gmail.com",
        "ada@yahoo.co.uk bob@yahoo.co.uk",
        "ada@acme.co.uk bob@other.co.uk",
        "ada@acme.example bob@uk.acme.example",
        "ada@acme.example bob@acmee.example",
        "ada@acme.example bob@acme.example.org"
      })
  void a_shared_mail_provider_or_a_longer_domain_is_no_common_company(String two) {
    String[] addresses = two.split(" ");
    LeadActor ada = scenario.lead(addresses[0]).requestsDemo();
    LeadActor bob = scenario.lead(addresses[1]).requestsDemo();

    assertThat(bob.handoff().owner()).isNotEqualTo(ada.handoff().owner());
    assertThat(ledger(bob)).extracting(LedgerEntry::turn).containsExactly(2L);
  }

  @Test
  void the_accounts_owner_is_away_and_the_ledger_says_who_took_the_turn_instead() {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");
    names(ada, "rita");
    isAway("rita", Duration.ofDays(3));

    ada.requestsDemo();

    assertThat(ada.handoff().owner()).isEqualTo("ben");
    LedgerEntry entry = ledger(ada).get(0);
    assertThat(entry.considered().passedOver().rep()).isEqualTo("rita");
    assertThat(entry.considered().passedOver().skip()).isEqualTo(SkipReason.ABSENT);
    assertThat(entry.turn()).isEqualTo(1);
  }

  @Test
  void the_language_and_the_product_of_the_last_signal_ask_for_a_skill() {
    works("rita", terms -> terms.withSkills("fr", "payments"));
    LeadActor ada =
        scenario
            .lead("ada@acme.example")
            .does("page_view", Map.of("properties", Map.of("language", "DE")))
            .does("page_view", Map.of("properties", Map.of("language", "FR")))
            .requestsDemo();
    LeadActor bob =
        scenario
            .lead("bob@beta.example")
            .does("demo_requested", Map.of("properties", Map.of("product", "Payments")));

    assertThat(List.of(ada.handoff().owner(), bob.handoff().owner())).containsOnly("rita");
    assertThat(ledger(ada)).extracting(LedgerEntry::skill).containsExactly("fr");
    assertThat(ledger(bob)).extracting(LedgerEntry::skill).containsExactly("payments");
  }

  @Test
  void nonsense_for_a_language_stops_nothing() {
    String nonsense = "x".repeat(3000);
    LeadActor ada =
        scenario
            .lead("ada@acme.example")
            .does("demo_requested", Map.of("properties", Map.of("language", nonsense)));

    assertThat(ada.handoff().owner()).isEqualTo("ben");
    assertThat(scenario.variables())
        .isNotEmpty()
        .noneMatch(variable -> nonsense.equals(variable.getValue()));
  }

  // A turn counts when it is given by turn

  @Test
  void a_claimed_or_reassigned_lead_takes_no_turn() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.rita().accepts(ada);
    scenario.mona().reassigns(ada, scenario.ben());

    assertThat(ledger(ada))
        .extracting(LedgerEntry::owner, LedgerEntry::rule, LedgerEntry::by, LedgerEntry::turn)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ben", "pool", "rule", 1L),
            org.assertj.core.groups.Tuple.tuple("rita", "claimed", "rita", null),
            org.assertj.core.groups.Tuple.tuple("ben", "reassigned", "mona", null));
    assertThat(scenario.lead("x@one.example").requestsDemo().handoff().owner()).isEqualTo("rita");
  }

  @Test
  void every_turn_replays_to_the_same_owner() {
    works("ben", terms -> terms.withWeight(2));
    List<LeadActor> leads = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      leads.add(scenario.lead("lead@c%d.example".formatted(i)).requestsDemo());
    }

    assertThat(leads)
        .hasSize(12)
        .allSatisfy(
            lead ->
                assertThat(FairChoice.of(ledger(lead).get(0).considered()).owner())
                    .isEqualTo(lead.handoff().owner()));
    assertThat(leads.stream().map(lead -> lead.handoff().owner()).filter("ben"::equals)).hasSize(8);
  }

  // Nobody can take it

  @Test
  void with_an_empty_pool_only_managers_see_the_lead() {
    isAway("ben", Duration.ofDays(1));
    isAway("rita", Duration.ofDays(1));

    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThat(ada.handoff().owner()).isNull();
    assertThat(ada.handoff().team()).isEqualTo(QUEUE);
    assertThat(scenario.ben().sees(ada)).isFalse();
    assertThat(scenario.rita().sees(ada)).isFalse();
    assertThat(scenario.mona().sees(ada)).isTrue();
    assertThatThrownBy(() -> scenario.rita().accepts(ada)).isInstanceOf(ApiProblem.class);
    assertThat(ada.told("mona")).containsExactly("failure");
    assertThat(ada.notices())
        .extracting(Alert::subject)
        .isNotEmpty()
        .allMatch(subject -> subject.startsWith("Nobody in team default can take this lead"));
    assertThat(ledger(ada).get(0).replay().skipped())
        .extracting(FairChoice.Skipped::rep, FairChoice.Skipped::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ben", SkipReason.ABSENT),
            org.assertj.core.groups.Tuple.tuple("rita", SkipReason.ABSENT));
  }

  @Test
  void a_lead_that_waits_in_the_default_queue_is_escalated_once() {
    isAway("ben", Duration.ofDays(1));
    isAway("rita", Duration.ofDays(1));
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Instant due = ada.deadline("route").dueAt();

    scenario.passes(Duration.ofMinutes(6));
    scenario.sweeps();
    scenario.sweeps();

    assertThat(ada.deadline("route").missedAt()).isEqualTo(due);
    assertThat(ada.told("mona")).containsExactly("failure", "escalation");
  }

  @Test
  void an_unrouted_lead_goes_to_who_is_back_first_with_a_fresh_clock() {
    isAway("ben", Duration.ofDays(3));
    isAway("rita", Duration.ofHours(30));
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.passes(Duration.ofHours(29));
    scenario.sweeps();
    assertThat(ada.handoff().owner()).isNull();

    scenario.passes(Duration.ofHours(1));
    scenario.sweeps();

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(ada.handoff().team()).isEqualTo("default");
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
    assertThat(ada.deadline("route").verdict().endedAt()).isEqualTo(scenario.now());
    assertThat(ada.deadline("review").owner()).isEqualTo("rita");
    assertThat(ada.deadline("review").start().startedAt()).isEqualTo(scenario.now());
    assertThat(ada.rounds("review").get(0).owner()).as("nobody's miss").isNull();
    assertThat(ada.told("rita")).containsExactly("assigned");
    assertThat(ledger(ada)).extracting(LedgerEntry::owner).containsExactly(null, "rita");
    scenario.sweeps();
    assertThat(ada.told("rita")).hasSize(1);
    scenario.rita().accepts(ada);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 30, 400})
  void a_lead_is_assigned_however_long_it_has_waited(int days) {
    scenario.leaves("ben");
    scenario.leaves("rita");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.passesWithoutTimers(Duration.ofDays(days));

    scenario.hire("nora", Role.SALES, "default");
    scenario.sweeps();

    assertThat(ada.handoff().owner()).isEqualTo("nora");
    assertThat(ada.told("nora")).containsExactly("assigned");
  }

  @Test
  void leads_over_the_cap_are_assigned_on_the_next_day_the_oldest_first() {
    works("ben", terms -> terms.withDailyCap(2));
    works("rita", terms -> terms.withDailyCap(1));
    List<LeadActor> leads =
        IntStream.range(0, 6)
            .mapToObj(i -> scenario.lead("lead@c%d.example".formatted(i)).requestsDemo())
            .toList();
    assertThat(owners(leads)).containsExactlyInAnyOrder("ben", "ben", "rita", QUEUE, QUEUE, QUEUE);

    scenario.passes(Duration.ofHours(15));
    scenario.sweeps();

    assertThat(owners(leads))
        .as("a new day under the caps, the oldest first")
        .containsExactlyInAnyOrder("ben", "ben", "ben", "ben", "rita", "rita");
  }

  @Test
  void who_keeps_the_tables_hears_that_a_named_owner_left() {
    scenario.hire("dora", Role.DESIGNER, null);
    scenario.changes(
        "lead-routing",
        "<outputEntry id=\"pool-out-owner\">\n          <text>null</text>",
        "<outputEntry id=\"pool-out-owner\">\n          <text>\"ben\"</text>");

    scenario.leaves("rita");
    assertThat(failuresTold()).isZero();
    scenario.leaves("ben");

    assertThat(failuresTold()).isOne();
  }

  private long failuresTold() {
    return scenario
        .db()
        .sql(
            "select count(distinct subject) as n from notice where kind = 'failure' and recipient = 'dora'")
        .query(Long.class)
        .single();
  }

  @Test
  void an_unrouted_lead_of_one_team_is_not_given_to_another() {
    scenario.opens("north");
    scenario.changes("lead-routing", "\"default\"", "\"north\"");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.sweeps();
    assertThat(ada.handoff().team()).isEqualTo(QUEUE);

    scenario.hire("nora", Role.SALES, "north");
    scenario.sweeps();

    assertThat(ada.handoff().owner()).isEqualTo("nora");
    assertThat(ada.handoff().team()).isEqualTo("north");
  }

  @Test
  void what_a_manager_gives_away_is_not_taken_back_by_the_machine() {
    isAway("ben", Duration.ofDays(1));
    isAway("rita", Duration.ofDays(1));
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.mona().reassigns(ada, scenario.rita());

    scenario.passes(Duration.ofDays(2));
    scenario.sweeps();

    assertThat(scenario.facts(OwnerAssigned.class).stream().map(OwnerAssigned::owner).toList())
        .startsWith("rita");
    assertThat(ledger(ada).get(1).owner()).isEqualTo("rita");
    assertThat(ada.told("rita")).contains("assigned");
  }

  @Test
  void who_left_answers_no_more() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.leaves("rita");

    assertThatThrownBy(() -> scenario.rita().accepts(ada))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("doesn't work here");
  }

  // Notices

  @Test
  void whoever_gets_a_lead_is_told_once_however_they_get_it() {
    LeadActor byTurn = scenario.lead("ada@acme.example").requestsDemo();
    scenario.rep(byTurn.handoff().owner()).accepts(byTurn);
    LeadActor byColleague = scenario.lead("bob@acme.example").requestsDemo();
    LeadActor named = scenario.lead("eve@beta.example").does("page_view");
    names(named, "rita");
    named.requestsDemo();
    LeadActor reassigned = scenario.lead("cy@gamma.example").requestsDemo();
    scenario.mona().reassigns(reassigned, scenario.rep(other(reassigned.handoff().owner())));

    for (LeadActor lead : List.of(byTurn, byColleague, named)) {
      assertThat(lead.told(lead.handoff().owner())).containsExactly("assigned");
    }
    assertThat(reassigned.told(reassigned.handoff().owner())).containsExactly("reassigned");
  }

  @Test
  void a_rep_off_shift_hears_of_a_lead_when_the_shift_begins() {
    works("ben", terms -> terms.withHours(week("12:00-20:00")));
    works("rita", terms -> terms.withHours(week("12:00-20:00")));

    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThat(ada.handoff().owner()).as("off shift, since nobody is on it").isEqualTo("ben");
    assertThat(ada.deadline("review").start().startedAt())
        .as("the clock runs")
        .isEqualTo(scenario.now());
    assertThat(ada.notices()).extracting(Alert::state).containsExactly("pending");
    scenario.passes(Duration.ofHours(3).minusMinutes(1));
    assertThat(ada.notices().get(0).state()).isEqualTo("pending");
    scenario.passes(Duration.ofMinutes(1));
    assertThat(ada.notices().get(0).state()).isEqualTo("sent");
  }

  @Test
  void a_rep_at_work_hears_of_a_hand_raiser_at_night() {
    works("ben", terms -> terms.withHours(week("18:00-24:00")));
    scenario.leaves("rita");
    scenario.passes(Duration.ofHours(13));

    LeadActor raised = scenario.lead("ada@acme.example").requestsDemo();

    assertThat(raised.notices()).extracting(Alert::state).containsExactly("sent");
  }

  private void names(LeadActor lead, String owner) {
    String account = scenario.bean(Leads.class).find(lead.id()).orElseThrow().accountId();
    scenario.bean(Accounts.class).setOwner(account, Optional.of(owner));
  }

  private void works(String rep, UnaryOperator<RoutingTerms> terms) {
    People people = scenario.bean(People.class);
    Person person = people.find(rep).orElseThrow();
    people.save(person.with(terms.apply(person.terms())));
  }

  private void isAway(String rep, Duration length) {
    Instant now = scenario.now();
    scenario
        .bean(Absences.class)
        .add(new Absence("away-" + rep, rep, now, now.plus(length), null, "mona", now, null));
  }

  private List<LedgerEntry> ledger(LeadActor lead) {
    return scenario.bean(AssignmentLedger.class).of(lead.handoff().id());
  }

  private static String other(String rep) {
    return rep.equals("ben") ? "rita" : "ben";
  }

  private static List<String> owners(List<LeadActor> leads) {
    return leads.stream()
        .map(LeadActor::handoff)
        .map(handoff -> handoff.owner() == null ? handoff.team() : handoff.owner())
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.toList());
  }

  private static WorkingHours week(String span) {
    Map<String, List<String>> days = new HashMap<>();
    List.of("mon", "tue", "wed", "thu", "fri").forEach(day -> days.put(day, List.of(span)));
    return WorkingHours.of(days);
  }
}
