package dev.baton.handoff.step;

import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.process.LeadEnrichment;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Fills what is unknown of a lead with what another system has answered by now. */
@Component
final class EnrichLead implements JavaDelegate {
  private final ObjectProvider<LeadEnrichment> enrichment;

  EnrichLead(ObjectProvider<LeadEnrichment> enrichment) {
    this.enrichment = enrichment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    enrichment.ifAvailable(
        other -> {
          Map<String, String> learned =
              other.learn(execution.getProcessBusinessKey(), HandoffProcess.LEAD_ID.get(execution));
          String country = learned.get("country");
          if (country != null) {
            HandoffProcess.COUNTRY.set(execution, country);
          }
        });
  }
}
