package dev.baton.rejection.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Follow-up task of a rejection: find a contact, or name the other record of a duplicate.
 *
 * @param givenTo whose it is, or null for a group's
 * @param result {@code found}, {@code nobody}, {@code merged} or {@code none}; null while open
 * @param resultLead the lead that it is about or led to, or null
 */
public record FollowUpTask(
    String handoffId,
    String leadId,
    String kind,
    @Nullable String givenTo,
    Instant dueAt,
    @Nullable String result,
    @Nullable String resultLead,
    @Nullable String doneBy,
    @Nullable Instant doneAt) {

  public boolean isOpen() {
    return doneAt == null;
  }
}
