package dev.baton.know.attribution;

import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.rollup.InstantRange;
import org.jspecify.annotations.Nullable;

/**
 * What an attribution is asked.
 *
 * @param models only goals judged by these models (rule R21), by their hash; null: all
 */
public record AttributionQuestion(
    AttributionModel model,
    Goal goal,
    AttributionKey by,
    FunnelBasis basis,
    InstantRange range,
    @Nullable String models) {}
