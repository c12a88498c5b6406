package dev.baton.web.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lead history: how the score moved, and how the lead was routed.
 *
 * @param accountId of its company, or null
 * @param change over the last days
 * @param routing the oldest first
 */
record LeadHistory(@Nullable String accountId, ScoreChange change, List<RoutingRow> routing) {}
