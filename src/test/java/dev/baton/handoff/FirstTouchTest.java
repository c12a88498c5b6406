package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handoff.answer.Touch;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.record.HandoffState;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.FirstTouchReport;
import dev.baton.insight.sla.FirstTouchRow;
import dev.baton.insight.sla.FirstTouches;
import dev.baton.insight.sla.SlaDimension;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An attempt and a contact are two things; a table says which of them is the first touch (R19). */
class FirstTouchTest {
  private static final String TRIED =
      "<outputEntry id=\"tried-out-meets\">\n          <text>%s</text>";

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @ParameterizedTest
  @CsvSource({
    "call, no_answer, attempt",
    "call, left_message, attempt",
    "email, , attempt",
    "message, , attempt",
    "call, connected, contact",
    "email, replied, contact",
    "meeting, , contact"
  })
  void R19_as_shipped_an_attempt_meets_the_clock_and_is_told_apart_from_a_contact(
      String kind, String outcome, String countsAs) {
    LeadActor ada = asked("ada@acme.example");

    touches(ada, kind, outcome);

    assertThat(ada.deadline("first_touch").verdict().metAt()).isEqualTo(scenario.now());
    assertThat(ada.state()).isEqualTo(HandoffState.OPPORTUNITY);
    assertThat(kept(ada)).containsExactly(countsAs);
  }

  @Test
  void R19_what_bounced_is_kept_and_the_lead_still_waits_for_its_first_touch() {
    LeadActor ada = asked("ada@acme.example");

    HandoffView view = touches(ada, "email", "bounced");
    scenario.ben().answers(ada, HandoffState.FIRST_TOUCH, answer("email", "bounced"));

    assertThat(view.state()).isEqualTo(HandoffState.FIRST_TOUCH);
    assertThat(kept(ada)).containsExactly("neither", "neither");
    assertThat(ada.deadline("first_touch").stoppedAt()).isNull();
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey())
        .isEqualTo("makeFirstTouch");

    touches(ada, "call", "no_answer");
    assertThat(ada.deadline("first_touch").verdict().metAt()).isEqualTo(scenario.now());
    assertThat(ada.state()).isEqualTo(HandoffState.OPPORTUNITY);
  }

  @Test
  void R19_tasklist_is_told_why_what_bounced_does_not_do() {
    LeadActor ada = asked("ada@acme.example");

    assertThatThrownBy(
            () ->
                scenario.completesInTasklist(ada.handoff().id(), "ben", answer("email", "bounced")))
        .hasMessageContaining("outcome: This alone is no first touch, so the lead still waits");

    assertThat(ada.state()).isEqualTo(HandoffState.FIRST_TOUCH);
    scenario.completesInTasklist(ada.handoff().id(), "ben", answer("call", "connected"));
    assertThat(kept(ada)).containsExactly("contact");
  }

  @Test
  void R19_which_touch_meets_the_clock_is_data() {
    scenario.changes("first-touch", TRIED.formatted("true"), TRIED.formatted("false"));
    LeadActor ada = asked("ada@acme.example");

    touches(ada, "call", "no_answer");
    assertThat(ada.state()).isEqualTo(HandoffState.FIRST_TOUCH);
    scenario.passes(Duration.ofHours(2));
    touches(ada, "call", "connected");

    assertThat(ada.deadline("first_touch").verdict().metAt()).isEqualTo(scenario.now());
    assertThat(kept(ada)).containsExactly("attempt", "contact");
  }

  @Test
  void a_lost_lead_needs_no_touch() {
    LeadActor ada = asked("ada@acme.example");
    scenario.ben().loses(ada, "no_budget");
    assertThat(ada.state()).isEqualTo(HandoffState.CLOSED);
  }

  @Test
  void R19_reports_show_how_many_were_tried_and_how_many_were_reached() {
    LeadActor ada = asked("ada@acme.example");
    LeadActor bob = asked("bob@other.example");
    LeadActor cas = asked("cas@third.example");
    scenario.passes(Duration.ofHours(2));
    touches(ada, "call", "no_answer");
    touches(bob, "email", "bounced");
    scenario.passes(Duration.ofHours(4));
    touches(ada, "call", "connected");
    touches(cas, "email", "bounced");
    assertThat(report(SlaDimension.REP).total().due()).as("due up to now").isZero();

    scenario.passes(Duration.ofHours(40));
    touches(bob, "call", "no_answer");

    FirstTouchReport byClock = report(SlaDimension.CLOCK);
    assertThat(byClock.total()).isEqualTo(new FirstTouchRow(null, 3, 2, 1, 24.0, 6.0));
    assertThat(byClock.rows())
        .containsExactly(new FirstTouchRow("first_touch", 3, 2, 1, 24.0, 6.0));
    assertThat(
            scenario
                .bean(FirstTouches.class)
                .report(
                    SlaDimension.REP, InstantRange.EVERYTHING, new FigureViewer("somebody", false)))
        .satisfies(
            seen -> {
              assertThat(seen.rows()).isEmpty();
              assertThat(seen.total().due()).isEqualTo(3);
            });
  }

  @Test
  void R19_a_touch_counts_for_whoever_owed_it_then_and_for_nobody_else() {
    LeadActor ada = asked("ada@acme.example");
    scenario.passes(Duration.ofHours(30));
    String late = ada.handoff().owner();
    RepActor next = late.equals("ben") ? scenario.rita() : scenario.ben();
    scenario.mona().reassigns(ada, next);
    touches(next.id(), ada, "call", "connected");
    scenario.passes(Duration.ofHours(60));

    assertThat(report(SlaDimension.REP).rows())
        .filteredOn(row -> late.equals(row.key()))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.attempted()).isZero());
    assertThat(report(SlaDimension.REP).rows())
        .filteredOn(row -> next.id().equals(row.key()))
        .singleElement()
        .satisfies(row -> assertThat(row.attempted()).isOne());
  }

  private FirstTouchReport report(SlaDimension by) {
    return scenario
        .bean(FirstTouches.class)
        .report(by, InstantRange.EVERYTHING, new FigureViewer("mona", true));
  }

  private LeadActor asked(String email) {
    LeadActor lead = scenario.lead(email).requestsDemo();
    scenario.ben().brings(lead, HandoffState.FIRST_TOUCH);
    return lead;
  }

  private HandoffView touches(LeadActor lead, String kind, String outcome) {
    return touches("ben", lead, kind, outcome);
  }

  private HandoffView touches(String by, LeadActor lead, String kind, String outcome) {
    Map<String, Object> fields = answer(kind, outcome);
    fields.remove("decision");
    return scenario.withSavePoints(
        () -> scenario.bean(HandoffCommands.class).touch(lead.handoff().id(), fields, by));
  }

  private Map<String, Object> answer(String kind, String outcome) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("decision", "touch");
    fields.put("kind", kind);
    if (outcome != null) {
      fields.put("outcome", outcome);
    }
    if ("no_answer".equals(outcome)) {
      fields.put("nextAt", scenario.now().plus(Duration.ofDays(20)).toString());
    }
    return fields;
  }

  private List<String> kept(LeadActor lead) {
    return scenario.bean(Touches.class).of(lead.handoff().id()).stream()
        .map(Touch::countsAs)
        .toList();
  }
}
