package dev.baton.nurture.step;

import dev.baton.engine.RuleInputs;
import dev.baton.nurture.NurtureInputs;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lends a rule task what is known of the lead; it is gone when the task is over. */
@Component
final class RecallNurture implements RuleInputs {
  private final NurtureInputs inputs;

  RecallNurture(NurtureInputs inputs) {
    this.inputs = inputs;
  }

  @Override
  public Map<String, Object> of(String nurtureId) {
    return inputs.of(nurtureId);
  }
}
