package dev.baton.insight.rollup;

import org.jspecify.annotations.Nullable;

/**
 * Filter of the rows behind a figure.
 *
 * @param key null: of all keys
 * @param page from 0
 * @param size of a page
 */
public record RowFilter(InstantRange range, @Nullable String key, int page, int size) {}
