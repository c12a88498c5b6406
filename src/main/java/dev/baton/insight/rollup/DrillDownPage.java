package dev.baton.insight.rollup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Page of the rows behind a figure, and how many there are.
 *
 * @param next number of the next page; null on the last one
 */
public record DrillDownPage<T>(List<T> items, long total, @Nullable Integer next) {}
