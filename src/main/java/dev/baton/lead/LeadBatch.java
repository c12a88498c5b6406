package dev.baton.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Leads that one transaction works on together, their rows locked: what is asked of one of them is
 * read for all ({@link LeadReads}).
 */
public final class LeadBatch {
  private final List<String> leadIds;
  private final Set<String> made;
  private final Instant at;

  /**
   * Leads by their ids.
   *
   * @param at when the work on them began
   */
  public LeadBatch(Collection<String> leadIds, Instant at) {
    this(leadIds, Set.of(), at);
  }

  /**
   * The same where some were made just now.
   *
   * @param made of whom there is nothing yet but what made them
   */
  public LeadBatch(Collection<String> leadIds, Set<String> made, Instant at) {
    this.made = made;
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

  /** Those that were there before. */
  LeadBatch earlier() {
    return made.isEmpty()
        ? this
        : new LeadBatch(leadIds.stream().filter(id -> !made.contains(id)).toList(), at);
  }

  public Instant at() {
    return at;
  }
}
