package dev.baton.change.definition;

import dev.baton.change.diff.RuleTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decision table as a person reads it, row by row; columns are known by what they ask. */
record ReadTable(RuleTable table) {

  List<Row> rows() {
    return table.rows().stream().map(row -> new Row(table, row)).toList();
  }

  /** One row. */
  record Row(RuleTable table, RuleTable.Row row) {
    /** The cell under what a column asks; empty where it asks nothing, or there is no column. */
    String in(String asks) {
      return IntStream.range(0, Math.min(table.inputs().size(), row.inputs().size()))
          .filter(i -> table.inputs().get(i).asks().equals(asks))
          .mapToObj(i -> CellWords.given(row.inputs().get(i)))
          .findFirst()
          .orElse("");
    }

    /** The cell of an output; empty where it says nothing. */
    String out(String name) {
      return IntStream.range(0, Math.min(table.outputs().size(), row.outputs().size()))
          .filter(i -> table.outputs().get(i).asks().equals(name))
          .mapToObj(i -> CellWords.given(row.outputs().get(i)))
          .findFirst()
          .orElse("");
    }

    /** The text of an output, without quotes. */
    String text(String name) {
      return RuleTable.plain(out(name));
    }

    String note() {
      return row.annotation();
    }

    /** What it asks beside what is told in other words, such as {@code of segment large}. */
    String others(Set<String> told) {
      return IntStream.range(0, Math.min(table.inputs().size(), row.inputs().size()))
          .filter(i -> !told.contains(table.inputs().get(i).asks()))
          .filter(i -> !CellWords.given(row.inputs().get(i)).isEmpty())
          .mapToObj(i -> asked(table.inputs().get(i), CellWords.choice(row.inputs().get(i))))
          .collect(Collectors.joining());
    }

    private static String asked(RuleTable.Column column, String choice) {
      return switch (column.asks()) {
        case "segment" -> " of segment " + choice;
        case "territory" -> " from territory " + choice;
        case "channel" -> " that came " + choice;
        case "framework" ->
            " qualified by " + choice.toUpperCase(Locale.ROOT).replace(" OR ", " or ");
        default -> " with %s %s".formatted(column.label(), choice);
      };
    }

    boolean asksNothing() {
      return row.inputs().stream().allMatch(cell -> CellWords.given(cell).isEmpty());
    }
  }
}
