package dev.baton.connect.mapping;

import dev.baton.connect.table.DateOrder;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody says of a file beside sending it.
 *
 * @param mapping fields by column; an empty one leaves the column out
 * @param dates the order of dates, where the file doesn't tell
 * @param constants what holds for each row that doesn't say otherwise: type, source, campaign
 */
public record ImportRequest(
    ImportKind kind,
    Map<String, String> mapping,
    Optional<DateOrder> dates,
    Map<String, String> constants) {}
