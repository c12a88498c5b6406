package dev.baton.alert.delivery;

import org.springframework.jdbc.core.RowMapper;

/**
 * Table whose rows are leased, with the columns {@code state, attempts, error, next_attempt_at,
 * lease_until}.
 *
 * @param key the column by which a row is found
 * @param columns what is read of it, beside the attempts
 * @param waiting a condition that holds while there is something to do
 * @param order which of those that are due is the next one; it begins with the columns of an index,
 *     those that {@code waiting} compares first, so that H2 sorts nothing
 */
public record LeasedTable<T>(
    String name, String key, String columns, String waiting, String order, RowMapper<T> mapper) {}
