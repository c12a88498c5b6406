package dev.baton.web.lead;

import dev.baton.handoff.HandoffView;
import dev.baton.score.Contribution;
import java.time.Instant;
import java.util.List;

/**
 * Lead view of the HTTP contract.
 *
 * @param mergedInto the lead that this is, when it was asked for by the id of one merged into it
 * @param suppressed why it is left alone, or null
 */
public record LeadView(
    String id,
    String email,
    String name,
    String jobTitle,
    String company,
    String account,
    String source,
    String campaign,
    String channel,
    String stage,
    ScoreView score,
    HandoffView handoff,
    List<TimelineEntry> timeline,
    String mergedInto,
    String suppressed) {

  /**
   * The explained score.
   *
   * @param sinceNo what counts after a no: fit and the behaviour since (rule R8)
   * @param missing what would make it an MQL
   */
  record ScoreView(
      int total,
      int fit,
      int behaviour,
      String band,
      Integer sinceNo,
      String model,
      Instant asOf,
      List<Contribution> contributions,
      List<String> missing) {}

  /**
   * Something that happened.
   *
   * @param what signal·scored·stage·handoff·deadline·alert·touch·outcome·merge
   */
  public record TimelineEntry(Instant at, String what, String by, String detail) {}
}
