package dev.baton.change.backtest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as far as a back-test looks at it.
 *
 * @param leadId the lead that it belongs to now
 * @param result how it ended, or null while it is open
 * @param imported whether an import told of it (rule R26); no band is known then
 */
record RecordedHandoff(
    String leadId,
    Instant mqlAt,
    @Nullable String band,
    @Nullable String result,
    @Nullable String reason,
    boolean imported) {}
