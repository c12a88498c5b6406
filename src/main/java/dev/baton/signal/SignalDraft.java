package dev.baton.signal;

import dev.baton.input.FieldError;
import dev.baton.lead.Channel;
import dev.baton.lead.ContactDetails;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A signal as it was sent, read and checked.
 *
 * @param occurredAt null: now
 * @param profile the contract's field names and their values
 * @param contentHash the same for the same content, whatever the order of its fields
 */
record SignalDraft(
    String id,
    String type,
    Instant occurredAt,
    ContactDetails contact,
    Map<String, String> profile,
    Channel channel,
    String source,
    String campaign,
    String properties,
    String contentHash,
    List<FieldError> errors,
    List<FieldError> warnings) {

  boolean isValid() {
    return errors.isEmpty();
  }
}
