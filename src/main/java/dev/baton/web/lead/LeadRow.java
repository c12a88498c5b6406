package dev.baton.web.lead;

import java.time.Instant;

/** Lead row of a list. */
public record LeadRow(
    String id,
    String email,
    String name,
    String company,
    String stage,
    Instant since,
    String handoffId,
    String state,
    String owner,
    String band,
    Instant dueAt) {

  /** What a list calls the lead: the name, else the address. */
  public String called() {
    return name != null ? name : email != null ? email : "Somebody without a name";
  }
}
