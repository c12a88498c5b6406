package dev.baton.change.backtest;

import java.util.List;

/**
 * MQLs of a range, in the order of their instants.
 *
 * @param now as recorded
 * @param then as the proposal makes them; what comes after a lead's first difference is taken as it
 *     was recorded
 */
public record ReplayedMqls(List<ReplayedMql> now, List<ReplayedMql> then) {}
