package dev.baton.alert;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;

/** Throws away what is done with, once a day. */
class Forgetting {
  private final SlackActions actions;
  private final Keeping keeping;
  private final Clock clock;

  Forgetting(SlackActions actions, Keeping keeping, Clock clock) {
    this.actions = actions;
    this.keeping = keeping;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT1H")
  void forget() {
    actions.forget(clock.instant().minus(keeping.slackAnswers()));
  }
}
