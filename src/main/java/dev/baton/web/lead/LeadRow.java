package dev.baton.web.lead;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lead row of a list.
 *
 * @param handoff its latest, or null
 */
public record LeadRow(
    String id,
    @Nullable String email,
    @Nullable String externalId,
    List<String> visitorIds,
    @Nullable String name,
    @Nullable String company,
    String stage,
    Instant since,
    @JsonUnwrapped @Nullable LatestHandoff handoff) {

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

  public boolean withSales() {
    return handoff != null && !handoff.state().equals("CLOSED");
  }

  /** What a list calls the lead: the name, else the address. */
  public String called() {
    return name != null ? name : email != null ? email : "Somebody without a name";
  }
}
