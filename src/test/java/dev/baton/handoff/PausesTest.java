package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DueChangeCause;
import dev.baton.handoff.deadline.DueChanges;
import dev.baton.people.CalendarSettings;
import dev.baton.people.Calendars;
import dev.baton.sla.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clock may stand still for a while, and everybody sees why (rule R14). */
class PausesTest {
  private static final Duration QUALIFICATION = Duration.ofHours(120);

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private LeadActor ada;

  /** Accepted on Monday at nine, to be qualified by Saturday at nine. */
  @BeforeEach
  void a_lead_that_is_being_qualified() {
    ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().accepts(ada);
  }

  @Test
  void a_pause_moves_due_date_timers_and_task_alike() {
    scenario.passes(Duration.ofHours(10));
    Instant due = qualification().dueAt();
    Instant warn = qualification().targets().warnAt();

    scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(48));

    assertThat(qualification().dueAt()).isEqualTo(due.plus(Duration.ofHours(48)));
    assertThat(qualification().targets().warnAt()).isEqualTo(warn.plus(Duration.ofHours(48)));
    assertThat(ada.taskDue()).isEqualTo(qualification().dueAt());
    assertThat(ada.timers().values())
        .containsExactlyInAnyOrder(qualification().dueAt(), qualification().targets().warnAt());
    assertThat(ada.rounds("qualification")).as("no new round").hasSize(1);
  }

  @Test
  void the_first_promise_and_the_reason_stay_to_be_seen() {
    Instant due = qualification().dueAt();

    scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(48));

    assertThat(scenario.bean(DueChanges.class).of(ada.handoff().id()))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.dueBefore()).isEqualTo(due);
              assertThat(change.dueAfter()).isEqualTo(due.plus(Duration.ofHours(48)));
              assertThat(change.why().cause()).isEqualTo(DueChangeCause.PAUSE);
              assertThat(change.why().by()).isEqualTo("ben");
              assertThat(change.why().note()).isEqualTo("back on Thursday");
            });
  }

  @Test
  void a_paused_clock_goes_on_by_itself_and_is_missed_at_its_new_instant() {
    scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(48));
    Instant due = qualification().dueAt();

    scenario.passes(QUALIFICATION.plusHours(49));

    assertThat(qualification().missedAt()).isEqualTo(due);
  }

  @Test
  void whoever_resumes_early_gets_back_only_what_was_used() {
    Instant due = qualification().dueAt();
    scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(48));
    scenario.passes(Duration.ofHours(5));

    scenario.ben().resumes(ada);

    assertThat(qualification().dueAt()).isEqualTo(due.plus(Duration.ofHours(5)));
    assertThat(ada.taskDue()).isEqualTo(qualification().dueAt());
    assertThatThrownBy(() -> scenario.ben().resumes(ada)).hasMessage("This clock is not paused");
  }

  @Test
  void the_time_of_a_pause_is_nobodys_time() {
    scenario.passes(Duration.ofHours(1));
    scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(10));
    scenario.passes(Duration.ofHours(12));

    HandoffView.Clock clock = shown("qualification");
    assertThat(clock.elapsed().paused()).isEqualTo(Duration.ofHours(10).toSeconds());
    assertThat(clock.elapsed().business()).isEqualTo(Duration.ofHours(3).toSeconds());
    assertThat(clock.pauses())
        .singleElement()
        .satisfies(
            pause -> {
              assertThat(pause.reason()).isEqualTo("lead_unavailable");
              assertThat(pause.by()).isEqualTo("ben");
            });
  }

  @Test
  void a_clock_is_paused_twice_at_most_and_72_hours_together() {
    scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(20));
    assertThatThrownBy(() -> scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(20)))
        .hasMessage("This clock is paused already; resume it first");
    scenario.passes(Duration.ofHours(21));

    assertThatThrownBy(() -> scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(53)))
        .hasMessage("until: this clock may be paused for at most 2 days 4 h more");
    scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(52));
    scenario.passes(Duration.ofHours(53));

    assertThatThrownBy(() -> scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(1)))
        .hasMessageStartingWith("This clock was paused 2 times already");
  }

  @Test
  void whoever_waits_for_the_lead_has_tried_to_reach_them() {
    assertThatThrownBy(() -> scenario.ben().pauses(ada, "awaiting_lead", Duration.ofHours(20)))
        .hasMessage("reason: log how you tried to reach the lead first, then wait for them");

    scenario.ben().calls(ada);

    scenario.ben().pauses(ada, "awaiting_lead", Duration.ofHours(20));
  }

  @Test
  void a_hand_raisers_review_is_not_paused() {
    LeadActor eve = scenario.lead("eve@acme.example").requestsDemo();

    assertThatThrownBy(() -> scenario.ben().pauses(eve, "lead_unavailable", Duration.ofHours(1)))
        .hasMessage("This lead asked to talk to sales; its review can't be paused");
  }

  @Test
  void what_is_overdue_is_not_paused_any_more() {
    scenario.passes(QUALIFICATION.plusMinutes(1));

    assertThatThrownBy(() -> scenario.ben().pauses(ada, "lead_unavailable", Duration.ofHours(1)))
        .hasMessage("What is overdue can't be paused any more; please answer");
  }

  @Test
  void a_pause_says_why_and_until_when() {
    assertThatThrownBy(() -> scenario.ben().pauses(ada.handoff().id(), Map.of("reason", "other")))
        .hasMessageContaining("reason: 'other' is not one of awaiting_lead")
        .hasMessageContaining("until: say when the clock resumes");
  }

  @Test
  void an_empty_end_of_a_pause_is_none() {
    for (String field : List.of("until", "hours")) {
      assertThatThrownBy(
              () ->
                  scenario
                      .ben()
                      .pauses(ada.handoff().id(), Map.of("reason", "lead_unavailable", field, " ")))
          .hasMessageStartingWith("until: say when the clock resumes");
    }
  }

  @Test
  void business_time_is_taken_out_of_a_pause_and_not_added_to_it() {
    scenario
        .bean(Calendars.class)
        .save(
            new CalendarSettings(
                "office",
                ZoneOffset.UTC,
                null,
                WorkingHours.of(
                    Map.of(
                        "mon", List.of("09:00-17:00"),
                        "tue", List.of("09:00-17:00"),
                        "wed", List.of("09:00-17:00"),
                        "thu", List.of("09:00-17:00"),
                        "fri", List.of("09:00-17:00")))));
    LeadActor eve = scenario.lead("eve@acme.example").requestsDemo();
    qualificationTakesSixteenOfficeHours();
    scenario.ben().accepts(eve);
    assertThat(eve.deadline("qualification").dueAt())
        .as("two business days from Monday at nine")
        .isEqualTo(Instant.parse("2026-03-03T17:00:00Z"));
    scenario.passes(Duration.ofHours(4));

    scenario.ben().pauses(eve, "lead_unavailable", Duration.ofHours(20));

    assertThat(eve.deadline("qualification").dueAt())
        .as("twelve hours were left on Monday at one; they are left on Tuesday at nine")
        .isEqualTo(Instant.parse("2026-03-04T13:00:00Z"));
  }

  private void qualificationTakesSixteenOfficeHours() {
    scenario.changes(
        "sla-policy",
        """
                  <text>120 * 60</text>
                </outputEntry>
                <outputEntry id="qualification-out-warningMinutes">
                  <text>24 * 60</text>
                </outputEntry>
                <outputEntry id="qualification-out-time">
                  <text>"calendar"</text>
                </outputEntry>
                <outputEntry id="qualification-out-calendar">
                  <text></text>
        """,
        """
                  <text>16 * 60</text>
                </outputEntry>
                <outputEntry id="qualification-out-warningMinutes">
                  <text>2 * 60</text>
                </outputEntry>
                <outputEntry id="qualification-out-time">
                  <text>"business"</text>
                </outputEntry>
                <outputEntry id="qualification-out-calendar">
                  <text>"office"</text>
        """);
  }

  private Deadline qualification() {
    return ada.deadline("qualification");
  }

  private HandoffView.Clock shown(String clock) {
    return scenario.bean(HandoffViews.class).of(ada.handoff()).deadlines().stream()
        .filter(each -> each.clock().equals(clock))
        .findFirst()
        .orElseThrow();
  }
}
