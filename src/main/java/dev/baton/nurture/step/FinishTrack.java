package dev.baton.nurture.step;

import dev.baton.engine.Step;
import dev.baton.nurture.Nurturing;
import org.springframework.stereotype.Component;

/** Notes that nothing is left to send. */
@Component
final class FinishTrack implements Step {
  private final Nurturing nurturing;

  FinishTrack(Nurturing nurturing) {
    this.nurturing = nurturing;
  }

  @Override
  public void run(String nurtureId) {
    nurturing.finish(nurtureId);
  }
}
