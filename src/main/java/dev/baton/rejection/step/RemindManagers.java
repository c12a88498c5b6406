package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.Chasing;
import org.springframework.stereotype.Component;

/** Says that a contest is to be decided, once a day. */
@Component
final class RemindManagers implements Step {
  private final Chasing chasing;

  RemindManagers(Chasing chasing) {
    this.chasing = chasing;
  }

  @Override
  public void run(String handoffId) {
    chasing.remindManagers();
  }
}
