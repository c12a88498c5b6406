package dev.baton.handoff.record;

import dev.baton.stage.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A handoff reached SAL, SQL, OPPORTUNITY or CUSTOMER.
 *
 * @param owner who owns it at that instant, or null
 * @param by who answered: a user id, or {@code rule}
 */
public record HandoffAdvanced(
    String handoffId, String leadId, Stage stage, @Nullable String owner, String by, Instant at) {}
