package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;

import dev.baton.engine.gate.FeelRule;
import dev.baton.engine.gate.ModelXml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The values that a table is asked for, by input: the words of its cells, each boundary and its
 * neighbours, a word that nobody knows, and nothing.
 */
final class TableInputs {
  static final String UNKNOWN_WORD = "some-other-word";

  private static final int[] NEIGHBOURS = {0, -1, 1};

  /** The type of a list that is only counted. */
  private static final String NO_VALUE = "list";

  /** What is no single value: a cell's own input, and all that a form asked. */
  private static final Set<String> NO_VALUES = Set.of("cellInput", "properties");

  /** Around the lines that scores ship with, for a cell that compares with another input. */
  private static final Set<Integer> USUAL = Set.of(0, 59, 60, 61, 100);

  private final Map<String, Set<@Nullable Object>> values = new LinkedHashMap<>();
  private final List<Element> tables;

  TableInputs(Element... tables) {
    this.tables = List.of(tables);
    this.tables.forEach(table -> columns(table).forEach(this::offer));
    this.tables.forEach(this::offerNamesInCells);
    this.tables.forEach(this::offerWordsInExpressions);
  }

  /**
   * A column of conditions.
   *
   * @param names the inputs that its expression reads
   * @param cells the texts of its cells, in the order of the rows
   */
  private record Column(String expression, String type, Set<String> names, List<String> cells) {
    boolean isCount() {
      return expression.startsWith("count(");
    }
  }

  Map<String, Set<@Nullable Object>> values() {
    return values;
  }

  /** For each row what it asks for itself: at its boundaries, below and above them. */
  List<Map<String, @Nullable Object>> ofRows() {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Element table : tables) {
      List<Column> columns = columns(table);
      long count = children(table, "rule").count();
      for (int row = 0; row < count; row++) {
        for (int beside : NEIGHBOURS) {
          rows.add(ofRow(columns, row, beside));
        }
      }
      ofOutputs(table, columns, rows);
    }
    return rows;
  }

  private Map<String, @Nullable Object> ofRow(List<Column> columns, int row, int beside) {
    Map<String, @Nullable Object> inputs = nothing();
    for (Column column : columns) {
      List<@Nullable Object> wanted =
          Literals.of(column.type(), column.isCount(), List.of(column.cells().get(row)), beside);
      if (!wanted.isEmpty()) {
        column.names().forEach(name -> inputs.put(name, wanted.get(0)));
      }
    }
    return inputs;
  }

  /** For each row what its outputs compare their inputs with, where the row matches. */
  private void ofOutputs(
      Element table, List<Column> columns, List<Map<String, @Nullable Object>> rows) {
    List<Element> rules = children(table, "rule").toList();
    Map<String, String> types = types(columns);
    for (int row = 0; row < rules.size(); row++) {
      Map<String, Set<@Nullable Object>> compared = new LinkedHashMap<>();
      children(rules.get(row), "outputEntry")
          .forEach(
              cell ->
                  compared(cell, types)
                      .forEach(
                          (name, named) ->
                              compared
                                  .computeIfAbsent(name, none -> new LinkedHashSet<>())
                                  .addAll(named)));
      if (!compared.isEmpty()) {
        rows.addAll(TableQuestions.ofRow(ofRow(columns, row, 0), compared));
      }
    }
  }

  Map<String, @Nullable Object> nothing() {
    Map<String, @Nullable Object> inputs = new HashMap<>();
    values.keySet().forEach(name -> inputs.put(name, null));
    return inputs;
  }

  private void offer(Column column) {
    Set<@Nullable Object> offered = new LinkedHashSet<>();
    for (int beside : NEIGHBOURS) {
      offered.addAll(Literals.of(column.type(), column.isCount(), column.cells(), beside));
    }
    if (offered.isEmpty() && Literals.isNumber(column.type())) {
      offered.addAll(USUAL);
    }
    if (column.type().equals("string")) {
      offered.add(UNKNOWN_WORD);
    } else if (column.type().equals("boolean")) {
      offered.addAll(List.of(true, false));
    }
    if (column.isCount()) {
      offered.add(List.of());
    }
    offered.add(null);
    column
        .names()
        .forEach(
            name -> values.computeIfAbsent(name, none -> new LinkedHashSet<>()).addAll(offered));
  }

  /** What only cells read are lines that others are compared with. */
  private void offerNamesInCells(Element table) {
    FeelRule.namesIn(table).stream()
        .filter(name -> !name.equals("cellInput"))
        .forEach(name -> values.computeIfAbsent(name, none -> new LinkedHashSet<>(usual())));
  }

  private void offerWordsInExpressions(Element table) {
    Map<String, String> types = types(columns(table));
    Stream.of("inputExpression", "inputEntry", "outputEntry")
        .flatMap(kind -> ModelXml.all(table, kind))
        .forEach(
            cell ->
                compared(cell, types)
                    .forEach(
                        (name, named) ->
                            values
                                .computeIfAbsent(name, none -> new LinkedHashSet<>())
                                .addAll(named)));
  }

  /**
   * What an expression may compare its inputs with: the words that it names, and its numbers with
   * their neighbours.
   */
  private static Map<String, Set<@Nullable Object>> compared(
      Element cell, Map<String, String> types) {
    Map<String, Set<@Nullable Object>> compared = new LinkedHashMap<>();
    List<String> texts = List.of(ModelXml.cell(cell));
    for (String name : FeelRule.names(cell)) {
      String type = types.getOrDefault(name, "");
      Set<@Nullable Object> named = new LinkedHashSet<>();
      for (int beside : NEIGHBOURS) {
        named.addAll(Literals.of(type, false, texts, beside));
      }
      if (!named.isEmpty() && !type.equals(NO_VALUE) && !NO_VALUES.contains(name)) {
        if (type.equals("string")) {
          named.add(UNKNOWN_WORD);
        }
        named.add(null);
        compared.put(name, named);
      }
    }
    return compared;
  }

  /** What an input is: the type of its column, or none where that only counts it. */
  private static Map<String, String> types(List<Column> columns) {
    Map<String, String> types = new HashMap<>();
    for (Column column : columns) {
      for (String name : column.names()) {
        if (column.isCount()) {
          types.put(name, NO_VALUE);
        } else if (column.type().equals("string") || column.expression().equals(name)) {
          types.putIfAbsent(name, column.type());
        }
      }
    }
    return types;
  }

  private static List<@Nullable Object> usual() {
    return Arrays.asList(60, null);
  }

  private static List<Column> columns(Element table) {
    List<Element> inputs = children(table, "input").toList();
    List<List<String>> rows =
        children(table, "rule")
            .map(row -> children(row, "inputEntry").map(ModelXml::cell).toList())
            .toList();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      int at = i;
      Element expression = children(inputs.get(i), "inputExpression").findFirst().orElse(null);
      if (expression != null) {
        columns.add(
            new Column(
                ModelXml.cell(expression),
                attribute(expression, "typeRef").orElse(""),
                new TreeSet<>(FeelRule.names(expression)),
                rows.stream().map(cells -> at < cells.size() ? cells.get(at) : "").toList()));
      }
    }
    return columns;
  }
}
