package dev.baton.sql;

import java.time.Duration;

/**
 * Rows of one table that nobody needs any more after a while. Each room says so of its own.
 *
 * @param kind the setting {@code baton.retention.<kind>} that says how long
 * @param key the column that names a row
 * @param condition which rows, with {@code :before} for the instant before which they are old
 */
public record ExpiredRows(String kind, String table, String key, String condition, Duration kept) {}
