package dev.baton.insight.rollup;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows of a fact table.
 *
 * @param columns SQL, as the mapper calls them; the table is {@code e}
 * @param where SQL, all of which holds
 * @param personal whether a key is a person, and a rep sees their own
 * @param instant column that the range is of
 * @param id column that orders rows of one instant
 */
public record EntryRows<T>(
    RowMapper<T> mapper,
    String table,
    String columns,
    List<String> where,
    Map<String, ?> values,
    KeyColumn by,
    boolean personal,
    String instant,
    String id) {}
