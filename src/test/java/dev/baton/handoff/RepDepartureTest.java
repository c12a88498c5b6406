package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.handoff.assignment.RepDeparture;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.record.HandoffState;
import dev.baton.people.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody takes no leads any more; what they had open goes to colleagues. */
class RepDepartureTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void a_leavers_open_leads_go_to_colleagues_with_fresh_clocks_at_once() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    assertThat(ada.handoff().owner()).isEqualTo("ben");
    scenario.passes(Duration.ofHours(1));

    scenario.leaves("ben");

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(ada.rounds("review").get(0).verdict().voidedAt()).isEqualTo(scenario.now());
    assertThat(ada.rounds("review").get(1).owner()).isEqualTo("rita");
    assertThat(ada.rounds("review").get(1).dueAt())
        .isEqualTo(scenario.now().plus(Duration.ofHours(4)));
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
    assertThat(ada.told("rita")).containsExactly("reassigned");
  }

  @Test
  void a_miss_from_before_stays_the_leavers() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.passes(Duration.ofHours(5));

    scenario.leaves("ben");

    Deadline old = ada.rounds("review").get(0);
    assertThat(old.owner()).isEqualTo("ben");
    assertThat(old.missedAt()).isEqualTo(old.dueAt());
    assertThat(scenario.runningLadders()).isZero();
  }

  @Test
  void a_running_deal_is_handed_over_too() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);
    scenario.ben().qualifies(ada);
    scenario.ben().calls(ada);
    scenario.ben().opens(ada);

    scenario.leaves("ben");

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(ada.state()).isEqualTo(HandoffState.OPPORTUNITY);
  }

  @Test
  void with_nobody_left_the_leads_wait_in_the_fallback_queue_and_managers_hear_it() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.leaves("rita");
    scenario.leaves("ben");

    assertThat(ada.handoff().owner()).isNull();
    assertThat(ada.handoff().team()).isEqualTo("unrouted");
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isNull();
    assertThat(scenario.notices(ada.id()))
        .filteredOn(alert -> alert.kind().equals("failure"))
        .extracting(Alert::to)
        .containsOnly("mona");

    scenario.hire("nora", Role.SALES, "default");
    scenario.sweeps();

    assertThat(ada.handoff().owner()).isEqualTo("nora");
  }

  @Test
  void what_was_on_its_way_when_they_left_is_handed_over_by_the_sweeper() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.completesWithoutSavePoints(ada, "ben");
    scenario.withoutSavePoints(() -> scenario.leaves("ben"));
    assertThat(ada.handoff().owner()).isEqualTo("ben");

    scenario.passes(Duration.ZERO);
    scenario.sweeps();

    assertThat(ada.handoff().owner()).isEqualTo("rita");
  }

  @Test
  void who_does_something_else_from_now_on_keeps_nothing_that_waited_for_its_process() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.db().sql("update person set role = 'MARKETING' where id = 'ben'").update();

    scenario.withSavePoints(
        () -> {
          scenario.bean(RepDeparture.class).handOverRest();
          return true;
        });

    assertThat(ada.handoff().owner()).isEqualTo("rita");
  }
}
