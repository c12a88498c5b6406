package dev.baton.lead;

import org.jspecify.annotations.Nullable;

/** A contact as a signal mentions it, with the origin that it names for a lead that is new. */
public record ContactMention(
    ContactDetails details,
    @Nullable String source,
    @Nullable String campaign,
    @Nullable Channel channel) {}
