package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.insight.FigureQueries;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaRow;
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

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();
  private int newcomers;

  @Test
  void a_missed_review_climbs_manager_reminder_other_owner() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    assertThat(ada.handoff().owner()).isEqualTo("ben");

    scenario.passes(REVIEW);
    assertThat(told(ada, "escalation")).containsExactly("mona");
    assertThat(ada.handoff().owner()).as("a miss takes nothing away").isEqualTo("ben");

    scenario.passes(Duration.ofHours(2));
    assertThat(told(ada, "reminder"))
        .as("before the miss and after it")
        .containsExactly("ben", "ben");

    scenario.passes(Duration.ofHours(6));
    assertThat(ada.handoff().owner()).isEqualTo("rita");
    Deadline old = ada.rounds("review").get(0);
    assertThat(old.missedAt()).as("the old miss stays").isEqualTo(old.dueAt());
    assertThat(old.verdict().endedAt()).isEqualTo(scenario.now());
    assertThat(old.verdict().takenAt()).isEqualTo(scenario.now());
    Deadline fresh = ada.rounds("review").get(1);
    assertThat(fresh.owner()).isEqualTo("rita");
    assertThat(fresh.start().startedAt()).isEqualTo(scenario.now());
    assertThat(fresh.dueAt()).isEqualTo(scenario.now().plus(REVIEW));
    assertThat(ada.taskDue()).isEqualTo(fresh.dueAt());
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
    assertThat(told(ada, "reassigned")).containsExactlyInAnyOrder("rita", "ben");
    assertThat(scenario.runningLadders()).as("the ladder is climbed").isZero();
  }

  @Test
  void hours_to_an_answer_are_of_answers_and_not_of_what_was_given_to_somebody_else() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.passes(REVIEW.plusHours(8));
    assertThat(reviews().missed()).isEqualTo(1);
    assertThat(reviews().p50Hours()).as("nobody answered").isNull();

    scenario.passes(Duration.ofHours(5));
    scenario.rita().accepts(ada);
    assertThat(reviews().missed()).isEqualTo(2);
    assertThat(reviews().p50Hours()).isEqualTo(5.0);
  }

  private SlaRow reviews() {
    return scenario
        .bean(FigureQueries.class)
        .sla(SlaDimension.CLOCK, InstantRange.EVERYTHING, new FigureViewer("mona", true))
        .rows()
        .stream()
        .filter(row -> "review".equals(row.clock()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_round_has_a_ladder_of_its_own_until_nobody_is_left() {
    scenario.hire("nora", Role.SALES, "default");
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.passes(REVIEW.plusHours(8));
    scenario.passes(REVIEW.plusHours(8));
    scenario.passes(REVIEW.plusHours(8));

    assertThat(ada.rounds("review")).extracting(Deadline::owner).doesNotHaveDuplicates().hasSize(3);
    assertThat(ada.rounds("review")).extracting(Deadline::missedAt).doesNotContainNull();
    assertThat(told(ada, "escalation")).containsExactly("mona", "mona", "mona");
    assertThat(told(ada, "failure")).as("everybody let it pass").containsExactly("mona");
    scenario.rita().accepts(ada);
    assertThat(scenario.runningLadders()).isZero();
  }

  @Test
  void an_answer_ends_the_ladder_and_nobody_is_reminded_any_more() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.passes(REVIEW.plusMinutes(10));

    scenario.ben().accepts(ada);
    scenario.passes(Duration.ofHours(9));

    assertThat(told(ada, "reminder")).containsExactly("ben");
    assertThat(ada.handoff().owner()).isEqualTo("ben");
    assertThat(scenario.runningLadders()).isZero();
  }

  @Test
  void a_manager_who_reassigns_ends_the_ladder_of_the_old_round() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.passes(REVIEW.plusMinutes(10));

    scenario.mona().reassigns(ada, scenario.rita());
    scenario.passes(Duration.ofHours(3));

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(scenario.runningLadders()).isZero();
  }

  @Test
  void an_answer_through_tasklist_ends_the_ladder_too() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.passes(REVIEW.plusMinutes(10));

    scenario.completesInTasklist(ada.handoff().id(), "ben", Map.of("decision", "accept"));

    assertThat(scenario.runningLadders()).isZero();
  }

  @Test
  void a_reminder_that_comes_too_late_is_skipped() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.passes(REVIEW.plusMinutes(1));

    scenario.isDownFor(Duration.ofHours(10));

    assertThat(told(ada, "reminder")).as("only the one before the miss").containsExactly("ben");
    assertThat(ada.handoff().owner()).isEqualTo("rita");
  }

  @Test
  void after_a_downtime_everybody_gets_the_full_waits() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    scenario.isDownFor(Duration.ofHours(50));

    Deadline review = ada.deadline("review");
    assertThat(review.missedAt()).as("the true instant").isEqualTo(review.dueAt());
    assertThat(ada.handoff().owner()).isEqualTo("ben");
    Instant up = scenario.now();
    scenario.passes(Duration.ofHours(8));
    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(ada.rounds("review").get(1).start().startedAt())
        .isEqualTo(up.plus(Duration.ofHours(8)));
  }

  @Test
  void whoever_lets_two_leads_lie_gets_none_until_they_answer_again() {
    scenario.hire("nora", Role.SALES, "default");
    scenario.hire("sven", Role.SALES, "default");
    LeadActor kept = scenario.lead("ada@acme.example").requestsDemo();
    String lazy = kept.handoff().owner();
    scenario.rep(lazy).accepts(kept);
    scenario.passes(Duration.ofMinutes(1));
    leadOf(lazy);
    scenario.passes(REVIEW.plusHours(8));
    LeadActor overnight = leadOf(lazy);
    scenario.passes(REVIEW.plusHours(8));
    assertThat(overnight.handoff().owner()).isNotEqualTo(lazy);
    assertThat(unresponsiveSince(lazy))
        .as("what came and went overnight was let lie by nobody")
        .isNull();
    LeadActor second = leadOf(lazy);
    scenario.passes(REVIEW.plusHours(8));

    assertThat(unresponsiveSince(lazy)).isNotNull();
    assertThat(told(second, "failure")).contains(lazy, "mona");
    for (int i = 0; i < 8; i++) {
      LeadActor next = scenario.lead("next%d@acme%d.example".formatted(i, i)).requestsDemo();
      assertThat(next.handoff().owner()).isNotEqualTo(lazy);
    }

    scenario.rep(lazy).calls(kept);

    assertThat(unresponsiveSince(lazy)).isNull();
    assertThat(leadOf(lazy).handoff().owner()).isEqualTo(lazy);
  }

  @Test
  void whoever_works_on_other_leads_is_busy_and_not_gone() {
    scenario.hire("nora", Role.SALES, "default");
    scenario.hire("sven", Role.SALES, "default");
    LeadActor kept = scenario.lead("ada@acme.example").requestsDemo();
    String busy = kept.handoff().owner();
    scenario.rep(busy).accepts(kept);
    for (int day = 0; day < 3; day++) {
      leadOf(busy);
      scenario.passes(Duration.ofHours(2));
      scenario.rep(busy).calls(kept);
      scenario.passes(Duration.ofHours(22));
    }

    assertThat(unresponsiveSince(busy)).isNull();
  }

  private Instant unresponsiveSince(String rep) {
    return scenario.bean(People.class).find(rep).orElseThrow().unresponsiveSince();
  }

  /** New leads come until this rep gets one. */
  private LeadActor leadOf(String rep) {
    for (int i = 0; i < 20; i++) {
      String name = "newcomer%d".formatted(++newcomers);
      LeadActor lead = scenario.lead(name + "@" + name + ".example").requestsDemo();
      if (lead.handoff().owner().equals(rep)) {
        return lead;
      }
      scenario.rep(lead.handoff().owner()).accepts(lead);
    }
    throw new AssertionError(rep + " gets no lead");
  }

  private List<String> told(LeadActor lead, String kind) {
    return scenario.notices(lead.id()).stream()
        .filter(alert -> alert.channel().equals("email"))
        .filter(alert -> alert.kind().equals(kind) && !alert.state().equals("skipped"))
        .map(Alert::to)
        .toList();
  }
}
