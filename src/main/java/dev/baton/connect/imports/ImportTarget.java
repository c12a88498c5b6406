package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportIssue;
import dev.baton.connect.mapping.ImportKind;
import dev.baton.connect.mapping.ParsedRow;
import dev.baton.connect.mapping.RowParser;
import dev.baton.connect.table.TableRow;
import dev.baton.lead.ContactDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the rows of one kind of file go. */
interface ImportTarget {
  ImportKind kind();

  /** One row as it would be taken in. */
  record Checked(
      Optional<ContactDetails> contact, List<ImportIssue> errors, List<ImportIssue> warnings) {}

  Checked check(ParsedRow row, RowParser parser);

  /**
   * Why rows can't be taken in though nothing is wrong with them.
   *
   * @param contacts whom good rows name; null for the others
   * @param seen what rows above have told of whom; these add to it
   * @return a sentence by line
   */
  default Map<Integer, String> refused(
      List<ParsedRow> rows, List<@Nullable ContactDetails> contacts, Set<String> seen) {
    return Map.of();
  }

  /**
   * Takes rows in.
   *
   * @param again whether some may have been taken in before a crash
   * @param mark keeps what became of them, where possible in the same transaction
   */
  void take(ImportRun run, List<TableRow> rows, boolean again, Consumer<List<RowResult>> mark);

  /** Takes rows back. */
  void undo(ImportRun run, List<ImportRows.Taken> rows, Consumer<List<RowResult>> mark);
}
