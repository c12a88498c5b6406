package dev.baton.rejection.step;

import dev.baton.engine.Step;
import dev.baton.rejection.Duplicates;
import org.springframework.stereotype.Component;

/** Makes the two records one. */
@Component
final class MergeLeads implements Step {
  private final Duplicates duplicates;

  MergeLeads(Duplicates duplicates) {
    this.duplicates = duplicates;
  }

  @Override
  public void run(String handoffId) {
    duplicates.merge(handoffId);
  }
}
