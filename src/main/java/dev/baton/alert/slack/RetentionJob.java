package dev.baton.alert.slack;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;

/** Throws away what is done with, once a day. */
class RetentionJob {
  private final SlackActions actions;
  private final RetentionSettings settings;
  private final Clock clock;

  RetentionJob(SlackActions actions, RetentionSettings settings, Clock clock) {
    this.actions = actions;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT1H")
  void forget() {
    actions.forget(clock.instant().minus(settings.slackAnswers()));
  }
}
