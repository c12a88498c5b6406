package dev.baton.demo.sample;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
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

  /** Where the lead came from, as its first signal tells it. */
  public Map<String, Object> origin() {
    Map<String, Object> origin = new TreeMap<>();
    origin.put("source", source);
    if (campaign != null) {
      origin.put("campaign", campaign);
    }
    origin.put("channel", isOutbound() ? "outbound" : "inbound");
    return origin;
  }
}
