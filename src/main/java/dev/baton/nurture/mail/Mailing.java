package dev.baton.nurture.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Mailing: one mail to one lead.
 *
 * @param version of the template as it was sent; null before
 */
public record Mailing(
    String id,
    String nurtureId,
    String leadId,
    String template,
    @Nullable Integer version,
    String subject,
    Result result,
    Instant writtenAt,
    @Nullable Instant sentAt) {

  /**
   * Result of a mailing.
   *
   * @param state {@code planned}, {@code sent}, {@code skipped} or {@code failed}
   * @param used false: it never reached anybody and may be chosen again
   * @param why it was not sent, or null
   */
  public record Result(String state, boolean used, @Nullable String why) {}

  public String state() {
    return result.state;
  }

  public boolean isPlanned() {
    return state().equals("planned");
  }
}
