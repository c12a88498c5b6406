package dev.baton.signal;

import dev.baton.lead.Channel;
import org.jspecify.annotations.Nullable;

/** Channel, source and campaign of a signal, as far as its sender names them. */
public record SignalOrigin(
    @Nullable Channel channel, @Nullable String source, @Nullable String campaign) {
  public static final SignalOrigin UNKNOWN = new SignalOrigin(null, null, null);
}
