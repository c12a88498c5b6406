package dev.baton.demo.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One lead of the story.
 *
 * @param moment when its journey comes to a head
 * @param campaign null for sources that have none
 */
public record LeadScenario(
    ScenarioOutcome fate,
    SampleLead prospect,
    SignalSequence journey,
    Instant moment,
    String source,
    @Nullable String campaign) {

  public boolean isOutbound() {
    return fate.mood() == SignalSequence.Mood.IS_CALLED;
  }
}
