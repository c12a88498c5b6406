package dev.baton.web.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.record.Handoff;
import dev.baton.people.People;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a timeline says of a clock is what happened to it. */
class ClockSentencesTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void a_review_that_nobody_answered_was_given_to_somebody_else_after_it_was_due() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    String first = ada.handoff().owner();
    scenario.passes(Duration.ofHours(20));
    String second = ada.handoff().owner();
    assertThat(second).isNotEqualTo(first);

    assertThat(sentences(ada))
        .contains("Review: nobody answered; given to %s 8 h after it was due".formatted(second))
        .noneMatch(said -> said.contains("answered late") || said.matches("Review: answered .*"));
    assertThat(codes(ada)).contains("review, round 1: never answered, given to " + second);

    scenario.rep(second).accepts(ada);
    assertThat(sentences(ada)).anyMatch(said -> said.matches("Review: answered .* late"));
    assertThat(codes(ada)).contains("review, round 2: answered late");
  }

  @Test
  void a_review_that_moves_on_in_time_says_to_whom() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    String other = ada.handoff().owner().equals("ben") ? "rita" : "ben";
    scenario.mona().reassigns(ada, scenario.rep(other));

    assertThat(sentences(ada))
        .contains("Review: given to %s before it was due".formatted(other))
        .doesNotContain("Review: cancelled");
    assertThat(codes(ada)).contains("review, round 1: void, given to " + other);
  }

  @Test
  void a_question_that_nobody_needs_any_more_was_not_answered() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.rep(ada.handoff().owner()).accepts(ada);
    assertThat(sentences(ada)).contains("Review: SLA met");
    assertThat(codes(ada)).contains("review, round 1: met");
  }

  private List<String> sentences(LeadActor lead) {
    TextFormat format =
        new TextFormat(
            new ViewerClock(ZoneOffset.UTC, scenario.now()),
            DisplayNames.ofAll(scenario.bean(People.class)),
            made(Labels.class));
    return told(lead, format);
  }

  private List<String> codes(LeadActor lead) {
    return told(lead, CodeFormat.CODES);
  }

  private List<String> told(LeadActor lead, TimelineFormat format) {
    Handoff handoff = lead.handoff();
    return made(HandoffTimeline.class)
        .of(handoff, format)
        .filter(entry -> entry.what().equals("deadline"))
        .map(TimelineEntry::detail)
        .toList();
  }

  private <T> T made(Class<T> type) {
    return scenario.rooms().getAutowireCapableBeanFactory().createBean(type);
  }
}
