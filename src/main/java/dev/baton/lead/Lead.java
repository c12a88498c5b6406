package dev.baton.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's identity; a visitor is a lead of which no contact detail is known yet.
 *
 * @param source the first one that a signal named, never overwritten (rule R9); so the campaign
 * @param channel the last one named, else null
 */
public record Lead(
    String id,
    @Nullable String email,
    @Nullable String externalId,
    boolean identified,
    @Nullable String accountId,
    @Nullable String source,
    @Nullable String campaign,
    @Nullable Channel channel,
    Instant createdAt) {

  /**
   * As it is once a signal named its origin: what was named first stays, the last channel counts.
   */
  public Lead named(
      @Nullable String otherSource, @Nullable String otherCampaign, @Nullable Channel last) {
    return new Lead(
        id,
        email,
        externalId,
        identified,
        accountId,
        source == null ? otherSource : source,
        campaign == null ? otherCampaign : campaign,
        last == null ? channel : last,
        createdAt);
  }

  public Lead completed(
      @Nullable String otherEmail, @Nullable String otherExternalId, boolean isIdentified) {
    return new Lead(
        id,
        otherEmail,
        otherExternalId,
        isIdentified,
        accountId,
        source,
        campaign,
        channel,
        createdAt);
  }
}
