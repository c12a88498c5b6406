package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportColumn;
import dev.baton.connect.mapping.ImportIssue;
import dev.baton.connect.mapping.ImportPlan;
import dev.baton.connect.table.TableRow;
import dev.baton.connect.table.WrittenNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * File of the rows that were refused: the columns as they came, and why. A spreadsheet opens it by
 * its byte order mark; corrected, it is imported like the first one.
 */
final class RefusedRows {
  private static final String MARK = "\uFEFF";
  private static final String WHY = "Refused because";

  private RefusedRows() {}

  static byte[] file(ImportPlan plan, List<ImportRows.Refused> rows) {
    String delimiter = plan.format().delimiter() == null ? "," : plan.format().delimiter();
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    StringBuilder text = new StringBuilder(MARK);
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      List<String> header =
          new ArrayList<>(plan.columns().stream().map(ImportColumn::column).toList());
      header.add(WHY);
      printer.printRecord(header);
      for (ImportRows.Refused row : rows) {
        printer.printRecord(cells(row, plan));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** An amount that was a number there is one here, too: as a text three decimals are thousands. */
  private static List<String> cells(ImportRows.Refused refused, ImportPlan plan) {
    TableRow row = refused.row();
    List<String> cells = new ArrayList<>(row.cells());
    for (int column = 0; column < plan.columns().size(); column++) {
      if (column == cells.size()) {
        cells.add("");
      }
      if (row.isNumber(column) && "value".equals(plan.columns().get(column).field())) {
        cells.set(column, WrittenNumbers.computed(cells.get(column)).orElse(cells.get(column)));
      }
    }
    cells.add(
        refused.issues().stream().map(RefusedRows::sentence).collect(Collectors.joining("; ")));
    return cells;
  }

  static String sentence(ImportIssue issue) {
    return issue.column() == null ? issue.message() : issue.column() + ": " + issue.message();
  }
}
