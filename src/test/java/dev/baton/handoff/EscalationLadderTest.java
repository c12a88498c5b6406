package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.people.People;
import dev.baton.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The escalation ladder after a miss, rung by rung, once a round (rule R7). */
class EscalationLadderTest {
  private static final Duration REVIEW = Duration.ofHours(4);

  @RegisterExtension final HandoffScenario house = new HandoffScenario();
  private int newcomers;

  @Test
  void a_missed_review_climbs_manager_reminder_other_owner() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    assertThat(ada.handoff().owner()).isEqualTo("ben");

    house.passes(REVIEW);
    assertThat(told(ada, "escalation")).containsExactly("mona");
    assertThat(ada.handoff().owner()).as("a miss takes nothing away").isEqualTo("ben");

    house.passes(Duration.ofHours(2));
    assertThat(told(ada, "reminder"))
        .as("before the miss and after it")
        .containsExactly("ben", "ben");

    house.passes(Duration.ofHours(6));
    assertThat(ada.handoff().owner()).isEqualTo("rita");
    Deadline old = ada.rounds("review").get(0);
    assertThat(old.missedAt()).as("the old miss stays").isEqualTo(old.dueAt());
    assertThat(old.verdict().endedAt()).isEqualTo(house.now());
    assertThat(old.verdict().takenAt()).isEqualTo(house.now());
    Deadline fresh = ada.rounds("review").get(1);
    assertThat(fresh.owner()).isEqualTo("rita");
    assertThat(fresh.start().startedAt()).isEqualTo(house.now());
    assertThat(fresh.dueAt()).isEqualTo(house.now().plus(REVIEW));
    assertThat(ada.taskDue()).isEqualTo(fresh.dueAt());
    assertThat(house.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
    assertThat(told(ada, "reassigned")).containsExactlyInAnyOrder("rita", "ben");
    assertThat(house.runningLadders()).as("the ladder is climbed").isZero();
  }

  @Test
  void each_round_has_a_ladder_of_its_own_until_nobody_is_left() {
    house.hire("nora", Role.SALES, "default");
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    house.passes(REVIEW.plusHours(8));
    house.passes(REVIEW.plusHours(8));
    house.passes(REVIEW.plusHours(8));

    assertThat(ada.rounds("review")).extracting(Deadline::owner).doesNotHaveDuplicates().hasSize(3);
    assertThat(ada.rounds("review")).extracting(Deadline::missedAt).doesNotContainNull();
    assertThat(told(ada, "escalation")).containsExactly("mona", "mona", "mona");
    assertThat(told(ada, "failure")).as("everybody let it pass").containsExactly("mona");
    house.rita().accepts(ada);
    assertThat(house.runningLadders()).isZero();
  }

  @Test
  void an_answer_ends_the_ladder_and_nobody_is_reminded_any_more() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.passes(REVIEW.plusMinutes(10));

    house.ben().accepts(ada);
    house.passes(Duration.ofHours(9));

    assertThat(told(ada, "reminder")).containsExactly("ben");
    assertThat(ada.handoff().owner()).isEqualTo("ben");
    assertThat(house.runningLadders()).isZero();
  }

  @Test
  void a_manager_who_reassigns_ends_the_ladder_of_the_old_round() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.passes(REVIEW.plusMinutes(10));

    house.mona().reassigns(ada, house.rita());
    house.passes(Duration.ofHours(3));

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(house.runningLadders()).isZero();
  }

  @Test
  void an_answer_through_tasklist_ends_the_ladder_too() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.passes(REVIEW.plusMinutes(10));

    house.completesInTasklist(ada.handoff().id(), "ben", Map.of("decision", "accept"));

    assertThat(house.runningLadders()).isZero();
  }

  @Test
  void a_reminder_that_comes_too_late_is_skipped() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.passes(REVIEW.plusMinutes(1));

    house.isDownFor(Duration.ofHours(10));

    assertThat(told(ada, "reminder")).as("only the one before the miss").containsExactly("ben");
    assertThat(ada.handoff().owner()).isEqualTo("rita");
  }

  @Test
  void after_a_downtime_everybody_gets_the_full_waits() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();

    house.isDownFor(Duration.ofHours(50));

    Deadline review = ada.deadline("review");
    assertThat(review.missedAt()).as("the true instant").isEqualTo(review.dueAt());
    assertThat(ada.handoff().owner()).isEqualTo("ben");
    Instant up = house.now();
    house.passes(Duration.ofHours(8));
    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(ada.rounds("review").get(1).start().startedAt())
        .isEqualTo(up.plus(Duration.ofHours(8)));
  }

  @Test
  void whoever_lets_two_leads_lie_gets_none_until_they_answer_again() {
    house.hire("nora", Role.SALES, "default");
    house.hire("sven", Role.SALES, "default");
    LeadActor kept = house.lead("ada@acme.example").requestsDemo();
    String lazy = kept.handoff().owner();
    house.rep(lazy).accepts(kept);
    house.passes(Duration.ofMinutes(1));
    leadOf(lazy);
    house.passes(REVIEW.plusHours(8));
    LeadActor overnight = leadOf(lazy);
    house.passes(REVIEW.plusHours(8));
    assertThat(overnight.handoff().owner()).isNotEqualTo(lazy);
    assertThat(unresponsiveSince(lazy))
        .as("what came and went overnight was let lie by nobody")
        .isNull();
    LeadActor second = leadOf(lazy);
    house.passes(REVIEW.plusHours(8));

    assertThat(unresponsiveSince(lazy)).isNotNull();
    assertThat(told(second, "failure")).contains(lazy, "mona");
    for (int i = 0; i < 8; i++) {
      LeadActor next = house.lead("next%d@acme%d.example".formatted(i, i)).requestsDemo();
      assertThat(next.handoff().owner()).isNotEqualTo(lazy);
    }

    house.rep(lazy).calls(kept);

    assertThat(unresponsiveSince(lazy)).isNull();
    assertThat(leadOf(lazy).handoff().owner()).isEqualTo(lazy);
  }

  @Test
  void whoever_works_on_other_leads_is_busy_and_not_gone() {
    house.hire("nora", Role.SALES, "default");
    house.hire("sven", Role.SALES, "default");
    LeadActor kept = house.lead("ada@acme.example").requestsDemo();
    String busy = kept.handoff().owner();
    house.rep(busy).accepts(kept);
    for (int day = 0; day < 3; day++) {
      leadOf(busy);
      house.passes(Duration.ofHours(2));
      house.rep(busy).calls(kept);
      house.passes(Duration.ofHours(22));
    }

    assertThat(unresponsiveSince(busy)).isNull();
  }

  private Instant unresponsiveSince(String rep) {
    return house.bean(People.class).find(rep).orElseThrow().unresponsiveSince();
  }

  /** New leads come until this rep gets one. */
  private LeadActor leadOf(String rep) {
    for (int i = 0; i < 20; i++) {
      String name = "newcomer%d".formatted(++newcomers);
      LeadActor lead = house.lead(name + "@" + name + ".example").requestsDemo();
      if (lead.handoff().owner().equals(rep)) {
        return lead;
      }
      house.rep(lead.handoff().owner()).accepts(lead);
    }
    throw new AssertionError(rep + " gets no lead");
  }

  private List<String> told(LeadActor lead, String kind) {
    return house.notices(lead.id()).stream()
        .filter(alert -> alert.channel().equals("email"))
        .filter(alert -> alert.kind().equals(kind) && !alert.state().equals("skipped"))
        .map(Alert::to)
        .toList();
  }
}
