package dev.baton.lead.identity;

import dev.baton.lead.Channel;
import dev.baton.lead.ContactDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact as a signal or a file mentions it, with the origin that it names for a lead that is
 * new.
 *
 * @param since when it became known, where that is told; null: now
 */
public record ContactMention(
    ContactDetails details,
    @Nullable String source,
    @Nullable String campaign,
    @Nullable Channel channel,
    @Nullable Instant since) {

  /** One that becomes known now. */
  public ContactMention(
      ContactDetails details,
      @Nullable String source,
      @Nullable String campaign,
      @Nullable Channel channel) {
    this(details, source, campaign, channel, null);
  }
}
