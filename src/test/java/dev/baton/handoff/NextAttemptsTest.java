package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.alert.Alert;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who doesn't answer is tried again: by a date that the rep names, of which they are reminded. */
class NextAttemptsTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private LeadActor qualified() {
    LeadActor lead = scenario.lead("ada@acme.example").requestsDemo();
    return scenario.ben().brings(lead, HandoffState.FIRST_TOUCH);
  }

  private HandoffView touches(LeadActor lead, Map<String, Object> touch) {
    return scenario.withSavePoints(
        () -> scenario.bean(HandoffCommands.class).touch(lead.handoff().id(), touch, "ben"));
  }

  private Map<String, Object> noAnswer(Instant nextAt) {
    return Map.of("kind", "call", "outcome", "no_answer", "nextAt", nextAt.toString());
  }

  private static List<Alert> tries(LeadActor lead) {
    return lead.notices().stream().filter(notice -> notice.key().startsWith("attempt:")).toList();
  }

  @Test
  void nobody_answered_and_no_next_date_is_refused_on_every_door() {
    LeadActor ada = qualified();
    Map<String, Object> touch = Map.of("kind", "call", "outcome", "no_answer");

    ApiProblem ours = catchThrowableOfType(ApiProblem.class, () -> touches(ada, touch));
    ApiProblem tasklist =
        catchThrowableOfType(
            ApiProblem.class, () -> scenario.completesInTasklist(ada.handoff().id(), "ben", touch));

    for (ApiProblem refused : List.of(ours, tasklist)) {
      assertThat(refused).hasMessage("nextAt: nobody answered; say when you try again");
    }
    assertThat(ada.state()).isEqualTo(HandoffState.FIRST_TOUCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1H"})
  void the_next_date_lies_ahead(String from) {
    LeadActor ada = qualified();

    ApiProblem refused =
        catchThrowableOfType(
            ApiProblem.class,
            () -> touches(ada, noAnswer(scenario.now().plus(Duration.parse(from)))));

    assertThat(refused).hasMessageContaining("nextAt: is in the past");
  }

  @ParameterizedTest
  @ValueSource(strings = {"connected", "left_message", "replied"})
  void whoever_was_reached_otherwise_needs_no_date(String outcome) {
    LeadActor ada = qualified();

    touches(ada, Map.of("kind", "call", "outcome", outcome));

    assertThat(ada.state()).isEqualTo(HandoffState.OPPORTUNITY);
  }

  @Test
  void the_owner_is_told_once_when_the_time_has_come() {
    LeadActor ada = qualified();
    touches(ada, noAnswer(scenario.now().plus(Duration.ofHours(3))));
    scenario.passes(Duration.ofHours(2));
    scenario.sweeps();
    assertThat(tries(ada)).isEmpty();

    scenario.passes(Duration.ofHours(1));
    scenario.sweeps();
    scenario.sweeps();

    assertThat(tries(ada))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.to()).isEqualTo("ben");
              assertThat(notice.subject()).startsWith("Try again now, attempt 2: ");
            });
  }

  @Test
  void a_later_touch_has_made_the_plan_pointless() {
    LeadActor ada = qualified();
    touches(ada, noAnswer(scenario.now().plus(Duration.ofHours(3))));
    scenario.passes(Duration.ofHours(1));
    touches(ada, Map.of("kind", "call", "outcome", "connected"));

    scenario.passes(Duration.ofHours(4));
    scenario.sweeps();

    assertThat(tries(ada)).isEmpty();
  }

  @Test
  void a_lead_that_was_lost_meanwhile_is_not_tried_again() {
    LeadActor ada = qualified();
    touches(ada, noAnswer(scenario.now().plus(Duration.ofHours(3))));
    scenario.ben().loses(ada, "unreachable");

    scenario.passes(Duration.ofHours(4));
    scenario.sweeps();

    assertThat(tries(ada)).isEmpty();
  }

  @Test
  void the_new_owner_is_the_one_who_is_told() {
    LeadActor ada = qualified();
    touches(ada, noAnswer(scenario.now().plus(Duration.ofHours(3))));
    scenario.mona().reassigns(ada, scenario.rita());

    scenario.passes(Duration.ofHours(3));
    scenario.sweeps();

    assertThat(tries(ada)).extracting(Alert::to).containsExactly("rita");
  }

  @Test
  void the_task_shows_when_the_lead_is_to_be_tried_again() {
    LeadActor ada = qualified();
    Instant next = scenario.now().plus(Duration.ofHours(3));
    touches(ada, noAnswer(next));
    assertThat(scenario.task(ada.handoff().id()).getFollowUpDate().toInstant()).isEqualTo(next);

    touches(ada, noAnswer(next.plus(Duration.ofDays(1))));

    assertThat(scenario.task(ada.handoff().id()).getFollowUpDate().toInstant())
        .isEqualTo(next.plus(Duration.ofDays(1)));
    touches(ada, Map.of("kind", "call", "outcome", "connected"));
    assertThat(scenario.task(ada.handoff().id()).getFollowUpDate()).isNull();
  }

  @Test
  void the_attempts_are_counted() {
    LeadActor ada = qualified();
    Instant next = scenario.now().plus(Duration.ofHours(3));

    touches(ada, noAnswer(next));
    HandoffView view = touches(ada, noAnswer(next.plus(Duration.ofDays(1))));

    assertThat(view.attempts().count()).isEqualTo(2);
    assertThat(view.attempts().nextAt()).isEqualTo(next.plus(Duration.ofDays(1)));
  }
}
