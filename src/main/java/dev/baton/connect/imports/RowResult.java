package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportIssue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of one row.
 *
 * @param leadId null where it was refused
 * @param recordId what was recorded, to be taken back by; null where the lead alone tells
 */
record RowResult(
    int line,
    RowState state,
    @Nullable String leadId,
    @Nullable String recordId,
    List<ImportIssue> issues) {

  static RowResult refused(int line, List<ImportIssue> issues) {
    return new RowResult(line, RowState.REFUSED, null, null, issues);
  }

  static RowResult refused(int line, String why) {
    return refused(line, List.of(new ImportIssue(null, null, why)));
  }
}
