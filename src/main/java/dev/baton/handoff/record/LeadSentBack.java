package dev.baton.handoff.record;

import dev.baton.stage.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A no led somewhere: the lead is with marketing again, or out.
 *
 * @param restsUntil when its rest is over, or null
 * @param follow what is to be done about it, as the table {@code rejection-next-step} says
 * @param tells who hears that the rest is over
 */
public record LeadSentBack(
    String handoffId,
    String leadId,
    Stage stage,
    String reason,
    String by,
    Instant at,
    @Nullable Instant restsUntil,
    String follow,
    String tells) {}
