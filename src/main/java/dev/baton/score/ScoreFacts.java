package dev.baton.score;

import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import dev.baton.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a score is computed from: the profile and the signals known at an instant. */
public record ScoreFacts(Profile profile, List<Signal> signals) {

  /** What was known at {@code asOf}, without looking ahead (rule R2). */
  static ScoreFacts asOf(Instant asOf, List<ProfileValue> profileLog, List<Signal> signals) {
    return new ScoreFacts(
        Profile.of(profileLog, asOf),
        signals.stream()
            .filter(signal -> !signal.knownAt().isAfter(asOf))
            .filter(signal -> !signal.occurredAt().isAfter(asOf))
            .toList());
  }

  /** The same lead, had it also done this. */
  public ScoreFacts and(Signal signal) {
    return new ScoreFacts(profile, Stream.concat(signals.stream(), Stream.of(signal)).toList());
  }

  /** The same profile, and only what happened after {@code instant}. */
  ScoreFacts since(Instant instant) {
    return new ScoreFacts(
        profile, signals.stream().filter(signal -> signal.occurredAt().isAfter(instant)).toList());
  }
}
