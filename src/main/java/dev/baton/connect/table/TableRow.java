package dev.baton.connect.table;

import java.util.List;
import java.util.Set;

/**
 * Row of a file.
 *
 * @param line its number as a spreadsheet shows it, from 1
 * @param numbers the columns in which a spreadsheet has a number, from 0: it is written plainly,
 *     with a point before its decimals, however many these are
 */
public record TableRow(int line, List<String> cells, Set<Integer> numbers) {

  /** A row of texts. */
  public TableRow(int line, List<String> cells) {
    this(line, cells, Set.of());
  }

  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  public String cell(int column) {
    return column < cells.size() ? cells.get(column).strip() : "";
  }

  /** Whether nobody can have grouped its digits. */
  public boolean isNumber(int column) {
    return numbers.contains(column);
  }
}
