package dev.baton.connect.table;

import java.util.List;

/**
 * Row of a file.
 *
 * @param line its number as a spreadsheet shows it, from 1
 */
public record TableRow(int line, List<String> cells) {

  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  public String cell(int column) {
    return column < cells.size() ? cells.get(column).strip() : "";
  }
}
