package dev.baton.nurture;

import java.time.Instant;

/**
 * Mailing: one mail to one lead.
 *
 * @param version of the template as it was sent; null before
 * @param state {@code planned}, {@code sent}, {@code skipped} or {@code failed}
 * @param used false: it never reached anybody and may be chosen again
 * @param why it was not sent, or null
 */
public record Mailing(
    String id,
    String nurtureId,
    String leadId,
    String template,
    Integer version,
    String subject,
    String state,
    boolean used,
    String why,
    Instant writtenAt,
    Instant sentAt,
    Instant clickedAt,
    Instant unsubscribedAt) {

  boolean isPlanned() {
    return state.equals("planned");
  }
}
