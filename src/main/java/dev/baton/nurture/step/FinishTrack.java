package dev.baton.nurture.step;

import dev.baton.engine.Step;
import dev.baton.nurture.NurtureLifecycle;
import org.springframework.stereotype.Component;

/** Notes that nothing is left to send. */
@Component
final class FinishTrack implements Step {
  private final NurtureLifecycle lifecycle;

  FinishTrack(NurtureLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void run(String nurtureId) {
    lifecycle.finish(nurtureId);
  }
}
