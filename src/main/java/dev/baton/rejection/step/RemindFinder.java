package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.Chasing;
import org.springframework.stereotype.Component;

/** Reminds whoever looks for another contact. */
@Component
final class RemindFinder implements Step {
  private final Chasing chasing;

  RemindFinder(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void run(String handoffId) {
    chasing.remindFinder(handoffId);
  }
}
