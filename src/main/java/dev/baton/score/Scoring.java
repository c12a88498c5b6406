package dev.baton.score;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Scores facts at an instant by the lead's profile: a pure function, tables in force now. */
@Component
public class Scoring {
  private final Decisions decisions;
  private final ScoringProfiles profiles;

  Scoring(Decisions decisions, ScoringSettings settings) {
    this.decisions = decisions;
    this.profiles = new ScoringProfiles(ScoringProfile.ofSetting(settings.profile()));
  }

  /** The profile of every lead for which the table {@code scoring-profile} names none. */
  public ScoringProfile usualProfile() {
    return profiles.usual();
  }

  public Score score(ScoreFacts facts, Instant asOf) {
    return score(facts, asOf, tables());
  }

  /** As {@link #score(Facts, Instant)}, for several scores by the very same tables. */
  public Score score(ScoreFacts facts, Instant asOf, DecisionSnapshot tables) {
    return new ScoreCalculator(profiles.of(facts, tables), tables, facts, asOf).score();
  }

  /** The score of the profile and what happened after an instant: what counts after a no (R8). */
  public Score since(ScoreFacts facts, Instant asOf, Instant since, DecisionSnapshot tables) {
    ScoringProfile profile = profiles.of(facts, tables);
    return new ScoreCalculator(profile, tables, facts.since(since), asOf).score();
  }

  DecisionSnapshot tables() {
    return decisions.inForce();
  }

  /**
   * The instant up to which every signal has faded to nothing by {@code asOf}; the beginning, while
   * the table of it fails: what is read too much does no harm.
   */
  public Instant horizon(Instant asOf, DecisionSnapshot tables) {
    try {
      return fadedBefore(asOf, tables);
    } catch (DecisionFailure failure) {
      return Instant.EPOCH;
    }
  }

  private static Instant fadedBefore(Instant asOf, DecisionSnapshot tables) {
    return Stream.of("behaviour", "act")
        .map(axis -> Decay.of(axis, tables))
        .map(decay -> decay.map(fading -> asOf.minus(Duration.ofDays(fading.zero()))))
        .map(since -> since.orElse(Instant.EPOCH))
        .min(Instant::compareTo)
        .orElseThrow();
  }
}
