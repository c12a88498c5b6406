package dev.baton.sql;

import java.time.Duration;

/**
 * Rows of one table that nobody needs any more after a while. Each room says so of its own.
 *
 * @param key the column that names a row
 * @param condition which rows, with {@code :before} for the instant before which they are old
 */
public record ExpiredRows(String table, String key, String condition, Duration kept) {}
