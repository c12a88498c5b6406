package dev.baton.web.lead.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lead row of a list.
 *
 * @param score the one last recorded, whole points; null before the first
 * @param handoff its latest, or null
 */
public record LeadRow(
    String id,
    @JsonUnwrapped Identities identities,
    @Nullable String name,
    @Nullable String company,
    String stage,
    Instant since,
    @JsonUnwrapped Origin origin,
    @Nullable Integer score,
    @JsonUnwrapped @Nullable LatestHandoff handoff) {

  /** Under what it is known. */
  public record Identities(
      @Nullable String email, @Nullable String externalId, List<String> visitorIds) {}

  /** Where it came from first (rule R9). */
  public record Origin(@Nullable String source, @Nullable String campaign) {}

  /**
   * Its latest handoff.
   *
   * @param owner null: nobody
   * @param dueAt when the answer is due; null when none is waited for
   */
  public record LatestHandoff(
      String handoffId,
      String state,
      @Nullable String owner,
      @Nullable String band,
      @Nullable Instant dueAt) {}

  public @Nullable String email() {
    return identities.email();
  }

  public boolean withSales() {
    return handoff != null && !handoff.state().equals("CLOSED");
  }

  /** What a list calls the lead: the name, else the address. */
  public String called() {
    String email = email();
    return name != null ? name : email != null ? email : "Somebody without a name";
  }
}
