package dev.baton.web.lead;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.handoff.HandoffView;
import dev.baton.score.Contribution;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lead view of the HTTP contract.
 *
 * @param mergedInto the lead that this is, when it was asked for by the id of one merged into it
 * @param suppressed why nobody may contact it, or null
 */
public record LeadView(
    String id,
    @JsonUnwrapped Contact contact,
    @JsonUnwrapped LeadOrigin origin,
    String stage,
    ScoreView score,
    @Nullable HandoffView handoff,
    List<TimelineEntry> timeline,
    @Nullable String mergedInto,
    @Nullable String suppressed) {

  /** Who it is and where they work, as far as it is known. */
  record Contact(
      @Nullable String email,
      @Nullable String externalId,
      List<String> visitorIds,
      @Nullable String name,
      @Nullable String jobTitle,
      @Nullable String company,
      @Nullable String account,
      @Nullable String accountId) {}

  /** Where it came from. */
  record LeadOrigin(@Nullable String source, @Nullable String campaign, @Nullable String channel) {}

  /**
   * The explained score.
   *
   * @param sinceNo what counts after a rejection: fit and the behaviour since (rule R8)
   * @param missing what would make it an MQL
   */
  record ScoreView(
      int total,
      int fit,
      int behaviour,
      String band,
      @Nullable Integer sinceNo,
      String model,
      Instant asOf,
      List<Contribution> contributions,
      List<String> missing) {}
}
