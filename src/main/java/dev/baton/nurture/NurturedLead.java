package dev.baton.nurture;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead in nurture.
 *
 * @param name as far as known, else its address
 */
public record NurturedLead(
    String leadId,
    @Nullable String name,
    @Nullable String company,
    String stage,
    @Nullable String reason,
    @JsonUnwrapped Progress progress) {

  /**
   * How far its mails are.
   *
   * @param lastMail the subject of the last mail, or null
   */
  public record Progress(
      Instant startedAt,
      @Nullable Instant nextMailAt,
      @Nullable Instant pausedAt,
      int mails,
      @Nullable String lastMail) {}
}
