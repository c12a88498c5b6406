package dev.baton.rejection;

import dev.baton.handoff.merge.LeadMerge;
import dev.baton.handoff.merge.MergedLeads;
import dev.baton.input.FieldReader;
import dev.baton.lead.DuplicateCandidates;
import dev.baton.people.Role.Right;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Commands on the records of leads that may be one person. */
@Component
public class LeadRecordCommands {
  private final NamedLeads leads;
  private final DuplicateCandidates candidates;
  private final LeadMerge merge;
  private final ReplyPermissions permissions;
  private final RejectionChanges changes;

  LeadRecordCommands(
      NamedLeads leads,
      DuplicateCandidates candidates,
      LeadMerge merge,
      ReplyPermissions permissions,
      RejectionChanges changes) {
    this.leads = leads;
    this.candidates = candidates;
    this.merge = merge;
    this.permissions = permissions;
    this.changes = changes;
  }

  /** The records that may be the same person as this one. */
  public List<String> duplicateCandidates(String leadId) {
    return candidates.of(leadId);
  }

  /** Merges two leads; the older record stays whichever is named first. */
  public MergedLeads merge(String leadId, Map<String, Object> fields, String by) {
    FieldReader given = new FieldReader(fields);
    String into = given.requiredText("into", "say the other lead's e-mail or id", 320);
    Optional<String> other = Optional.ofNullable(into).flatMap(leads::find);
    if (into != null && other.isEmpty()) {
      given.wrong("into", "there is no lead '%s'".formatted(into));
    }
    if (other.filter(leadId::equals).isPresent()) {
      given.wrong("into", "that is the lead itself");
    }
    given.check();
    permissions.require(by, Right.READ_ALL, "Only marketing or a manager merges leads");
    AtomicReference<MergedLeads> merged = new AtomicReference<>();
    changes.run(attempt -> merged.set(merge.merge(leadId, other.orElseThrow(), by)));
    return Optional.ofNullable(merged.get()).orElseThrow();
  }

  /** The lead that an id stands for now. */
  Optional<String> survivor(String leadId) {
    return leads.survivor(leadId);
  }
}
