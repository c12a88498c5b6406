package dev.baton.signal;

import dev.baton.lead.ContactDetails;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signal as it was sent, read and checked.
 *
 * @param id the sender's, or null
 * @param occurredAt null: now
 * @param profile the contract's field names and their values
 * @param contentHash the same for the same content, whatever the order of its fields
 */
record SignalDraft(
    @Nullable String id,
    String type,
    @Nullable Instant occurredAt,
    ContactDetails contact,
    Map<String, String> profile,
    SignalOrigin origin,
    String properties,
    String contentHash) {

  SignalDraft from(SignalOrigin other) {
    return new SignalDraft(id, type, occurredAt, contact, profile, other, properties, contentHash);
  }

  SignalDraft about(ContactDetails other) {
    return new SignalDraft(id, type, occurredAt, other, profile, origin, properties, contentHash);
  }
}
