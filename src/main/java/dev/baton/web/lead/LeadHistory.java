package dev.baton.web.lead;

import java.util.List;

/**
 * What lies behind a lead's page: how its score moved, and how it found its owners.
 *
 * @param accountId of its company, or null
 * @param change over the last days
 * @param routing the oldest first
 */
record LeadHistory(String accountId, ScoreChange change, List<RoutingRow> routing) {}
