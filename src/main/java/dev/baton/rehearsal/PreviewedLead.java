package dev.baton.rehearsal;

import dev.baton.lead.Lead;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.rehearsal.scenario.Scenario;
import dev.baton.rehearsal.scenario.ScenarioStep;
import dev.baton.rehearsal.scenario.StepKind;
import dev.baton.signal.Signal;
import dev.baton.signal.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is known of a lead, to be told anew in a scenario. */
@Component
class PreviewedLead {
  private static final String CONSENT = "consent.";

  private final LeadRecordMerge merge;
  private final Leads leads;
  private final Signals signals;

  PreviewedLead(LeadRecordMerge merge, Leads leads, Signals signals) {
    this.merge = merge;
    this.leads = leads;
    this.signals = signals;
  }

  /** A scenario in which all that it ever did comes in at once; empty where there is none. */
  Optional<Scenario> find(String id, Instant now) {
    return merge
        .survivor(id)
        .flatMap(leads::find)
        .map(lead -> new Scenario("preview", now, fields(lead, now), did(lead.id())));
  }

  private Map<String, Object> fields(Lead lead, Instant now) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Map<String, Object> consent = new LinkedHashMap<>();
    Profile.of(leads.profileLog(lead.id()), now)
        .values()
        .forEach(
            (field, value) -> {
              if (field.startsWith(CONSENT)) {
                consent.put(field.substring(CONSENT.length()), Boolean.valueOf(value));
              } else {
                fields.put(field, value);
              }
            });
    if (!consent.isEmpty()) {
      fields.put("consent", consent);
    }
    // whoever has neither is known by what only we call them
    fields.put("externalId", lead.externalId() == null ? lead.id() : lead.externalId());
    if (lead.email() != null) {
      fields.put("email", lead.email());
    }
    return fields;
  }

  private List<ScenarioStep> did(String id) {
    List<ScenarioStep> steps = new ArrayList<>();
    for (Signal signal : signals.of(id, Instant.EPOCH)) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", "signal-" + steps.size());
      values.put("type", signal.type());
      values.put("occurredAt", signal.occurredAt().toString());
      if (signal.origin().channel() != null) {
        values.put("channel", signal.origin().channel().word());
      }
      if (signal.origin().source() != null) {
        values.put("source", signal.origin().source());
      }
      if (signal.origin().campaign() != null) {
        values.put("campaign", signal.origin().campaign());
      }
      values.put("properties", signal.properties());
      steps.add(new ScenarioStep(steps.size() + 1, Duration.ZERO, StepKind.SIGNAL, values));
    }
    return steps;
  }
}
