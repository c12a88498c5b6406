package dev.baton.change.diff;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

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

  /** A column: what it is called, and what it asks or answers. */
  private record Column(String label, String asks) {
    static Column input(Element column) {
      return new Column(
          named(column),
          ModelXml.children(column, "inputExpression").findFirst().map(ModelXml::cell).orElse(""));
    }

    static Column output(Element column) {
      return new Column(named(column), ModelXml.attribute(column, "name").orElse(""));
    }

    private static String named(Element column) {
      return ModelXml.attribute(column, "label")
          .or(() -> ModelXml.attribute(column, "name"))
          .orElseGet(() -> ModelXml.id(column));
    }
  }

  /** A row: its cells as they are written. */
  private record Row(String id, String annotation, List<String> inputs, List<String> outputs) {
    static Row of(Element rule) {
      return new Row(
          ModelXml.id(rule),
          ModelXml.children(rule, "description").findFirst().map(ModelXml::text).orElse(""),
          cells(rule, "inputEntry"),
          cells(rule, "outputEntry"));
    }

    private static List<String> cells(Element rule, String kind) {
      return ModelXml.children(rule, kind).map(ModelXml::cell).toList();
    }
  }

  /** A table as it is read. */
  private record Table(
      String id,
      String name,
      String hitPolicy,
      List<Column> inputs,
      List<Column> outputs,
      List<Row> rows) {
    static Table of(Element decision) {
      List<Element> table = ModelXml.children(decision, "decisionTable").toList();
      return new Table(
          ModelXml.id(decision),
          ModelXml.attribute(decision, "name").orElseGet(() -> ModelXml.id(decision)),
          table.stream()
              .flatMap(
                  each ->
                      Stream.of(
                          Stream.of("hitPolicy", "aggregation")
                              .flatMap(word -> ModelXml.attribute(each, word).stream())
                              .collect(Collectors.joining(" "))))
              .findFirst()
              .filter(policy -> !policy.isEmpty())
              .orElse("UNIQUE"),
          children(table, "input").map(Column::input).toList(),
          children(table, "output").map(Column::output).toList(),
          children(table, "rule").map(Row::of).toList());
    }

    private static Stream<Element> children(List<Element> table, String kind) {
      return table.stream().flatMap(each -> ModelXml.children(each, kind));
    }

    boolean isOrdered() {
      return hitPolicy.equals("FIRST") || hitPolicy.equals("RULE ORDER");
    }

    /** What a person reads of a row: what it asks, or that it asks nothing. */
    String when(Row row) {
      String asked =
          IntStream.range(0, Math.min(inputs.size(), row.inputs().size()))
              .filter(i -> !isAnything(row.inputs().get(i)))
              .mapToObj(i -> inputs.get(i).label() + " " + plain(row.inputs().get(i)))
              .collect(Collectors.joining(", "));
      return asked.isEmpty() ? "anything else" : asked;
    }

    String then(Row row) {
      return IntStream.range(0, Math.min(outputs.size(), row.outputs().size()))
          .filter(i -> !row.outputs().get(i).isEmpty())
          .mapToObj(i -> outputs.get(i).label() + " " + plain(row.outputs().get(i)))
          .collect(Collectors.joining(", "));
    }

    private static boolean isAnything(String cell) {
      return cell.isEmpty() || cell.equals("-");
    }
  }

  List<Difference> between(ModelXml before, ModelXml after) {
    Map<String, Table> old = tables(before);
    Map<String, Table> now = tables(after);
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

  private static Map<String, Table> tables(ModelXml model) {
    return model
        .all("decision")
        .map(Table::of)
        .collect(
            Collectors.toMap(Table::id, table -> table, (one, other) -> one, LinkedHashMap::new));
  }

  private void compare(Table before, Table after) {
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

  private void rows(Table before, Table after) {
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

  private void row(Table before, Table after, @Nullable Row old, Row now) {
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
        cell(after, now, i, plain(old.outputs().get(i)), plain(now.outputs().get(i)));
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

  private void cell(Table after, Row row, int output, String before, String now) {
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

  private static String title(Table table, Row row) {
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

  /** A cell without the quotes of its texts. */
  private static String plain(String cell) {
    return cell.replace("\"", "");
  }
}
