package dev.baton.change.diff;

import dev.baton.change.diff.RuleTable.Column;
import dev.baton.change.diff.RuleTable.Row;
import dev.baton.engine.gate.ModelXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Differences between two files of decision tables. A row is known by what it asks, since editors
 * copy rows with their annotations; a row that asks something else now, by its id.
 */
final class TableDiff {
  private final String file;
  private final List<Difference> differences = new ArrayList<>();

  TableDiff(String file) {
    this.file = file;
  }

  List<Difference> between(ModelXml before, ModelXml after) {
    Map<String, RuleTable> old = tables(before);
    Map<String, RuleTable> now = tables(after);
    old.values().stream()
        .filter(table -> !now.containsKey(table.id()))
        .forEach(
            table ->
                differences.add(
                    Difference.removed(
                        file, table.id(), table.name(), "'%s' is gone".formatted(table.name()))));
    now.values()
        .forEach(
            table ->
                Optional.ofNullable(old.get(table.id()))
                    .ifPresentOrElse(
                        earlier -> compare(earlier, table),
                        () ->
                            differences.add(
                                Difference.added(
                                    file,
                                    table.id(),
                                    table.name(),
                                    "'%s' is new, with %d rows"
                                        .formatted(table.name(), table.rows().size())))));
    return differences;
  }

  private static Map<String, RuleTable> tables(ModelXml model) {
    return model
        .all("decision")
        .map(RuleTable::of)
        .collect(
            Collectors.toMap(
                RuleTable::id, table -> table, (one, other) -> one, LinkedHashMap::new));
  }

  private void compare(RuleTable before, RuleTable after) {
    word(after.id(), "The name of the table", before.name(), after.name());
    word(after.id(), "The hit policy", before.hitPolicy(), after.hitPolicy());
    columns(after.id(), "Input", before.inputs(), after.inputs());
    columns(after.id(), "Output", before.outputs(), after.outputs());
    rows(before, after);
  }

  private void word(String element, String what, String before, String after) {
    if (!before.equals(after)) {
      differences.add(
          Difference.changed(
              file, element, before, after, "%s: %s → %s".formatted(what, before, after)));
    }
  }

  private void columns(String table, String kind, List<Column> before, List<Column> after) {
    List<String> old = before.stream().map(Column::asks).toList();
    List<String> now = after.stream().map(Column::asks).toList();
    after.stream()
        .filter(column -> !old.contains(column.asks()))
        .forEach(
            column ->
                differences.add(
                    Difference.added(
                        file,
                        table,
                        column.label(),
                        "%s '%s' added".formatted(kind, column.label()))));
    before.stream()
        .filter(column -> !now.contains(column.asks()))
        .forEach(
            column ->
                differences.add(
                    Difference.removed(
                        file,
                        table,
                        column.label(),
                        "%s '%s' removed".formatted(kind, column.label()))));
  }

  private void rows(RuleTable before, RuleTable after) {
    Map<Row, Row> earlier = pairs(before.rows(), after.rows());
    after.rows().forEach(row -> row(before, after, earlier.get(row), row));
    before.rows().stream()
        .filter(row -> !earlier.containsValue(row))
        .forEach(
            row ->
                differences.add(
                    Difference.removed(
                        file,
                        row.id(),
                        before.then(row),
                        "Row removed: if %s, then %s"
                            .formatted(before.when(row), before.then(row)))));
    List<Row> order = after.rows().stream().map(earlier::get).filter(Objects::nonNull).toList();
    if (after.isOrdered()
        && !order.equals(before.rows().stream().filter(order::contains).toList())) {
      differences.add(
          Difference.changed(
              file,
              after.id(),
              null,
              null,
              "Rows stand in another order, and the first that fits counts"));
    }
  }

  private void row(RuleTable before, RuleTable after, @Nullable Row old, Row now) {
    if (old == null) {
      differences.add(
          Difference.added(
              file,
              now.id(),
              after.then(now),
              "Row added: if %s, then %s".formatted(after.when(now), after.then(now))));
      return;
    }
    if (!before.when(old).equals(after.when(now))) {
      differences.add(
          Difference.changed(
              file,
              now.id(),
              before.when(old),
              after.when(now),
              "Row '%s' asks: %s → %s"
                  .formatted(title(after, now), before.when(old), after.when(now))));
    }
    for (int i = 0; i < Math.min(old.outputs().size(), now.outputs().size()); i++) {
      if (i < after.outputs().size() && !old.outputs().get(i).equals(now.outputs().get(i))) {
        cell(
            after,
            now,
            i,
            RuleTable.plain(old.outputs().get(i)),
            RuleTable.plain(now.outputs().get(i)));
      }
    }
    if (!old.annotation().equals(now.annotation())) {
      differences.add(
          Difference.changed(
              file,
              now.id(),
              old.annotation(),
              now.annotation(),
              "Annotation of '%s': %s → %s"
                  .formatted(
                      after.when(now), orNothing(old.annotation()), orNothing(now.annotation()))));
    }
  }

  private void cell(RuleTable after, Row row, int output, String before, String now) {
    differences.add(
        Difference.changed(
            file,
            row.id(),
            before,
            now,
            "%s %s → %s (if %s)"
                .formatted(
                    after.outputs().get(output).label(),
                    orNothing(before),
                    orNothing(now),
                    after.when(row))));
  }

  private static String title(RuleTable table, Row row) {
    return row.annotation().isEmpty() ? table.then(row) : row.annotation();
  }

  /** Each row of now with the one that it was. */
  private static Map<Row, Row> pairs(List<Row> before, List<Row> after) {
    Map<Row, Row> pairs = new HashMap<>();
    List<Row> left = new ArrayList<>(before);
    pair(
        pairs,
        left,
        after,
        (old, now) -> old.inputs().equals(now.inputs()) && old.id().equals(now.id()));
    pair(pairs, left, after, (old, now) -> old.inputs().equals(now.inputs()));
    pair(pairs, left, after, (old, now) -> old.id().equals(now.id()));
    return pairs;
  }

  private static void pair(
      Map<Row, Row> pairs, List<Row> left, List<Row> after, BiPredicate<Row, Row> same) {
    for (Row now : after) {
      if (!pairs.containsKey(now)) {
        left.stream()
            .filter(old -> same.test(old, now))
            .findFirst()
            .ifPresent(
                old -> {
                  pairs.put(now, old);
                  left.remove(old);
                });
      }
    }
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? "nothing" : text;
  }
}
