package dev.baton.connect.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Column of a file and what it holds.
 *
 * @param field null: it is left out
 * @param by how that is known: name, you, before (as the last time), or nothing
 */
public record ImportColumn(String column, @Nullable String field, String by) {}
