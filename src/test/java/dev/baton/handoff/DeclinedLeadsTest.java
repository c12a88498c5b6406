package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.people.Role;
import dev.baton.rejection.LeadRecordCommands;
import dev.baton.routing.AssignmentLedger;
import dev.baton.routing.FairChoice;
import dev.baton.routing.SkipReason;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A rep says that a lead isn't theirs; a manager gives many at once. */
class DeclinedLeadsTest {
  private static final Map<String, Object> NOT_MINE = Map.of("reason", "my brother works there");

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private HandoffView declines(String rep, LeadActor lead) {
    return scenario.withSavePoints(
        () -> scenario.bean(DeclineCommands.class).decline(lead.handoff().id(), NOT_MINE, rep));
  }

  @Test
  void a_declined_lead_goes_to_a_colleague_with_a_fresh_clock_and_nothing_is_said_of_it() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.passes(Duration.ofHours(1));

    HandoffView seen = declines("ben", ada);

    assertThat(seen.ownership().owner()).isEqualTo("rita");
    assertThat(ada.state()).isEqualTo(HandoffState.REVIEW);
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    assertThat(ada.deadline("review").dueAt()).isEqualTo(scenario.now().plus(Duration.ofHours(4)));
    assertThat(ada.rounds("review")).hasSize(2);
    assertThat(ada.rounds("review").get(0).verdict().voidedAt()).isEqualTo(scenario.now());
    assertThat(ada.told("rita")).containsExactly("reassigned");
    assertThat(scenario.bean(AnswerLog.class).of(ada.handoff().id()))
        .filteredOn(entry -> entry.question().equals("decline"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.answeredBy()).isEqualTo("ben");
              assertThat(entry.note()).isEqualTo("my brother works there");
            });
  }

  @Test
  void it_never_comes_to_who_declined_it_by_a_rule_again_not_in_its_next_cycle_either() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    declines("ben", ada);
    scenario.rita().rejects(ada, "low_intent");
    scenario.leaves("rita");

    ada.requestsDemo();

    assertThat(ada.handoff().cycle()).isEqualTo(2);
    assertThat(ada.handoff().owner()).as("nobody else is there").isNull();
    scenario.hire("sven", Role.SALES, "default");
    scenario.sweeps();
    assertThat(ada.handoff().owner()).isIn("sven", null);
    assertThat(scenario.lead("otto@other.example").requestsDemo().handoff().owner())
        .as("another lead is nobody's no")
        .isNotNull();
  }

  @Test
  void a_decline_follows_its_lead_into_the_record_that_it_is_merged_with() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    declines("ben", ada);
    scenario.rita().rejects(ada, "low_intent");
    scenario.passes(Duration.ofDays(1));
    LeadActor same = scenario.lead("ada@home.example").does("page_view");
    scenario.withSavePoints(
        () ->
            scenario
                .bean(LeadRecordCommands.class)
                .merge(same.id(), Map.of("into", ada.id()), "mona"));
    scenario.leaves("rita");

    same.requestsDemo();

    assertThat(scenario.handoffs(ada.id())).hasSize(2);
    assertThat(scenario.handoffs(ada.id()).get(1).owner()).as("ben declined it").isNull();
  }

  @Test
  void a_decline_is_no_rejection_and_the_ledger_says_so_of_who_is_passed_over() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    declines("ben", ada);
    scenario.rita().rejects(ada, "low_intent");
    ada.requestsDemo();

    assertThat(scenario.facts(HandoffClosed.class)).hasSize(1);
    assertThat(
            scenario.bean(AssignmentLedger.class).of(ada.handoff().id()).get(0).replay().skipped())
        .contains(new FairChoice.Skipped("ben", SkipReason.DECLINED, "declined this lead"));
  }

  @Test
  void when_all_have_declined_it_waits_for_a_manager() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    declines("ben", ada);
    declines("rita", ada);

    assertThat(ada.handoff().owner()).isNull();
    assertThat(ada.told("mona")).contains("failure");
    scenario.mona().reassigns(ada, scenario.ben());
    assertThat(ada.handoff().owner()).as("a manager decides").isEqualTo("ben");
  }

  @Test
  void only_its_owner_declines_it_and_says_why() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThatThrownBy(() -> declines("rita", ada))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("Only its owner");
    assertThatThrownBy(
            () -> scenario.bean(DeclineCommands.class).decline(ada.handoff().id(), Map.of(), "ben"))
        .hasMessageContaining("say why");
    scenario.ben().rejects(ada, "low_intent");
    assertThatThrownBy(() -> declines("ben", ada)).isInstanceOf(ApiProblem.class);
  }

  private ReassignCommands.Reassigned gives(Map<String, Object> fields) {
    return scenario.withSavePoints(
        () -> scenario.bean(ReassignCommands.class).reassignMany(fields, "mona"));
  }

  @Test
  void a_manager_gives_many_at_once_and_one_that_stays_keeps_no_other_back() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    LeadActor otto = scenario.lead("otto@other.example").requestsDemo();
    assertThat(List.of(ada.handoff().owner(), otto.handoff().owner()))
        .containsExactly("ben", "rita");

    ReassignCommands.Reassigned given =
        gives(
            Map.of(
                "handoffs",
                List.of(ada.handoff().id(), otto.handoff().id(), "nothing"),
                "rep",
                "rita",
                "reason",
                "holidays"));

    assertThat(given.moved()).containsExactly(ada.handoff().id());
    assertThat(given.kept())
        .extracting(ReassignCommands.Kept::why)
        .containsExactly("rita owns this handoff already", "There is no handoff nothing");
    assertThat(ada.handoff().owner()).isEqualTo("rita");
  }

  @Test
  void without_a_rep_each_goes_to_whose_turn_it_is() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    assertThat(gives(Map.of("handoffs", List.of(ada.handoff().id()), "reason", "too much")).moved())
        .hasSize(1);
    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThatThrownBy(() -> gives(Map.of("handoffs", List.of(), "rep", "nobody")))
        .hasMessageContaining("handoffs")
        .hasMessageContaining("'nobody' is not an active rep")
        .hasMessageContaining("say why");
  }
}
