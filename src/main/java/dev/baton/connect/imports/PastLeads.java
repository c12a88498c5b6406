package dev.baton.connect.imports;

import dev.baton.insight.funnel.imported.ImportedFunnel;
import dev.baton.insight.funnel.imported.ImportedHandoff;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.identity.LeadIdentities;
import dev.baton.stage.ImportedStages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Pasts of leads: their episodes and what figures count. */
@Component
class PastLeads {
  private final LeadIdentities identities;
  private final Leads leads;
  private final ImportedStages stages;
  private final ImportedFunnel funnel;

  PastLeads(LeadIdentities identities, Leads leads, ImportedStages stages, ImportedFunnel funnel) {
    this.identities = identities;
    this.leads = leads;
    this.stages = stages;
    this.funnel = funnel;
  }

  /** Whether each of them has a past here. */
  List<Boolean> known(List<ContactDetails> contacts) {
    if (contacts.isEmpty()) {
      return List.of();
    }
    List<Optional<Lead>> found = identities.find(contacts);
    Set<String> past =
        stages.withPast(found.stream().flatMap(Optional::stream).map(Lead::id).toList());
    return found.stream()
        .map(lead -> lead.filter(one -> past.contains(one.id())).isPresent())
        .toList();
  }

  void enter(String importId, Map<String, PastStages> pasts, Instant now) {
    Map<String, List<ImportedStages.Entered>> episodes = new HashMap<>();
    List<ImportedHandoff> handoffs = new ArrayList<>();
    Map<String, Lead> known = leads.all(pasts.keySet());
    pasts.forEach(
        (id, past) -> {
          episodes.put(id, past.episodes(now));
          handoffs.add(past.handoff(Objects.requireNonNull(known.get(id)), now));
        });
    if (!pasts.isEmpty()) {
      stages.enter(importId, episodes);
      funnel.add(importId, handoffs);
    }
  }

  Set<String> remove(String importId, List<String> ids) {
    Set<String> movedOn = stages.remove(importId, ids);
    List<String> going = ids.stream().filter(id -> !movedOn.contains(id)).toList();
    if (!going.isEmpty()) {
      funnel.remove(importId, going);
    }
    return movedOn;
  }
}
