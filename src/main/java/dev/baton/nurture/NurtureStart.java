package dev.baton.nurture;

import dev.baton.lead.Lead;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Start of a lead's nurture that a person asks for, whatever the entry table says. */
@Component
class NurtureStart {
  private final Nurtures nurtures;
  private final NurtureProcess process;
  private final NurtureRequests requests;
  private final LeadEmailPermission permission;
  private final Stages stages;
  private final Leads leads;
  private final LeadRecordMerge merge;

  NurtureStart(
      Nurtures nurtures,
      NurtureProcess process,
      NurtureRequests requests,
      LeadEmailPermission permission,
      Stages stages,
      Leads leads,
      LeadRecordMerge merge) {
    this.nurtures = nurtures;
    this.process = process;
    this.requests = requests;
    this.permission = permission;
    this.stages = stages;
    this.leads = leads;
    this.merge = merge;
  }

  /** Within the caller's transaction; empty when it begins, else why it doesn't. */
  Optional<String> begin(String asked, String reason, String by, Instant now) {
    Optional<String> found = merge.survivor(asked).filter(one -> stages.current(one).isPresent());
    if (found.isEmpty()) {
      return Optional.of("is no lead that we know");
    }
    String id = found.get();
    // locked: a signal that makes it an MQL meanwhile waits, or has done so before
    Lead lead = leads.lock(id);
    StageEpisode episode = stages.current(id).orElseThrow();
    Optional<String> why =
        elsewhere(episode.stage(), id)
            .or(
                () ->
                    lead.email() == null ? Optional.of("has no e-mail address") : Optional.empty())
            .or(() -> permission.whyNever(lead, Profile.of(leads.profileLog(id), now), now));
    if (why.isPresent()) {
      return why;
    }
    Nurture nurture = Nurture.of(episode, now);
    if (nurtures.lockOpen(id).isPresent() || !nurtures.begin(nurture)) {
      return Optional.of("is in nurture already");
    }
    process.start(nurture);
    requests.add(id, new NurtureRequests.NurtureRequest(nurture.id(), by, reason, now));
    return Optional.empty();
  }

  private Optional<String> elsewhere(Stage stage, String id) {
    if (permission.isWorkedBySales(id)) {
      return Optional.of("is open for sales: whoever owns it decides what comes next");
    }
    return switch (stage) {
      case VISITOR, LEAD, RECYCLED -> Optional.empty();
      case CUSTOMER -> Optional.of("is a customer already");
      case DISQUALIFIED -> Optional.of("is disqualified; a manager reopens it first");
      case MQL, SAL, SQL, OPPORTUNITY ->
          Optional.of("is open for sales: whoever owns it decides what comes next");
    };
  }
}
