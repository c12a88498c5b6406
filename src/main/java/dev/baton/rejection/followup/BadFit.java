package dev.baton.rejection.followup;

import java.util.List;

/**
 * Limit of bad fits: how few MQLs of a month may turn out not to fit.
 *
 * @param percent the share that stays unbroken
 * @param enough below so many MQLs a share says nothing
 */
public record BadFit(List<String> reasons, int percent, int enough) {}
