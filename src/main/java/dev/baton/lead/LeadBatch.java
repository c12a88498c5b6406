package dev.baton.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Leads that one transaction works on together, their rows locked: what is asked of one of them is
 * read for all ({@link LeadReads}).
 */
public final class LeadBatch {
  private final List<String> leadIds;
  private final Instant at;

  /**
   * Leads by their ids.
   *
   * @param at when the work on them began
   */
  public LeadBatch(Collection<String> leadIds, Instant at) {
    this.leadIds = leadIds.stream().distinct().toList();
    this.at = at;
  }

  /** Of one lead alone. */
  public static LeadBatch of(String leadId, Instant at) {
    return new LeadBatch(List.of(leadId), at);
  }

  public List<String> leadIds() {
    return leadIds;
  }

  public Instant at() {
    return at;
  }
}
