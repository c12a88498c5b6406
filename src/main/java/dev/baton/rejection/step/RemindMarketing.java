package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.Chasing;
import org.springframework.stereotype.Component;

/** Says that answers of marketing are due soon, once a day. */
@Component
final class RemindMarketing implements Step {
  private final Chasing chasing;

  RemindMarketing(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void run(String handoffId) {
    chasing.remindMarketing();
  }
}
