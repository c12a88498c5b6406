package dev.baton.score;

import dev.baton.engine.DecisionFailure;
import dev.baton.lead.Profile;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalOrigin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Scores a lead that doesn't exist at start: the first decision costs half a second. */
@Component
class ScoringWarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(ScoringWarmUp.class);

  private final Scoring scoring;

  ScoringWarmUp(Scoring scoring) {
    this.scoring = scoring;
  }

  @EventListener(ApplicationStartedEvent.class)
  void warmUp() {
    Instant now = Instant.EPOCH;
    Signal visit =
        new Signal("warm-up", "none", "page_view", now, now, now, SignalOrigin.UNKNOWN, Map.of());
    Profile profile =
        new Profile(Map.of("companySize", "100", "industry", "software", "jobTitle", "cto"));
    try {
      scoring.score(new ScoreFacts(profile, List.of(visit)), now);
    } catch (DecisionFailure failure) {
      LOG.error("Scores wait until this is mended: {}", failure.sentence());
    }
  }
}
