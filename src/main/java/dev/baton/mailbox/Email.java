package dev.baton.mailbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Mail between a rep and a lead.
 *
 * @param rep who wrote it, or to whom it came
 * @param answers the mail that it answers or bounces, where that was written on a page
 * @param why it wasn't sent, didn't arrive or doesn't count; or null
 * @param at when it was written, sent or received
 */
public record Email(
    String id,
    String leadId,
    @JsonProperty("by") String rep,
    EmailKind kind,
    @Nullable String answers,
    @JsonUnwrapped EmailContent content,
    EmailState state,
    @Nullable String why,
    Instant at) {}
