package dev.baton.connect.mapping;

import dev.baton.connect.table.DateOrder;
import dev.baton.connect.table.TableFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the rows of a file are read.
 *
 * @param zone of times without an offset
 * @param constants what holds for each row that doesn't say otherwise: type, source, campaign
 */
public record ImportPlan(
    ImportKind kind,
    TableFormat format,
    List<ImportColumn> columns,
    DateOrder dates,
    ZoneId zone,
    Map<String, String> constants) {

  public boolean has(String field) {
    return columns.stream().anyMatch(column -> field.equals(column.field()))
        || constants.containsKey(field);
  }

  /** The name of the column of a field. */
  public Optional<String> columnOf(String field) {
    return columns.stream()
        .filter(column -> field.equals(column.field()))
        .map(ImportColumn::column)
        .findFirst();
  }
}
