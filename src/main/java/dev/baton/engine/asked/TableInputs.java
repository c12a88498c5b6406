package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;

import dev.baton.engine.gate.FeelRule;
import dev.baton.engine.gate.ModelXml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The values that a table is asked for, by input: the words of its cells, each boundary and its
 * neighbours, a word that nobody knows, and nothing.
 */
final class TableInputs {
  static final String UNKNOWN_WORD = "some-other-word";

  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern NUMBER = Pattern.compile("(?<!\\w|\\d\\.)-?\\d+(?:\\.\\d+)?");
  private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");

  /** Around the lines that scores ship with, for a cell that compares with another input. */
  private static final Set<Integer> USUAL = Set.of(0, 59, 60, 61, 100);

  private final Map<String, Set<@Nullable Object>> values = new LinkedHashMap<>();
  private final List<Element> tables;

  TableInputs(Element... tables) {
    this.tables = List.of(tables);
    this.tables.forEach(table -> columns(table).forEach(this::offer));
    this.tables.forEach(this::offerNamesInCells);
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
        for (int beside : new int[] {0, -1, 1}) {
          rows.add(ofRow(columns, row, beside));
        }
      }
    }
    return rows;
  }

  private Map<String, @Nullable Object> ofRow(List<Column> columns, int row, int beside) {
    Map<String, @Nullable Object> inputs = nothing();
    for (Column column : columns) {
      List<@Nullable Object> wanted = literals(column, List.of(column.cells().get(row)), beside);
      if (!wanted.isEmpty()) {
        column.names().forEach(name -> inputs.put(name, wanted.get(0)));
      }
    }
    return inputs;
  }

  Map<String, @Nullable Object> nothing() {
    Map<String, @Nullable Object> inputs = new HashMap<>();
    values.keySet().forEach(name -> inputs.put(name, null));
    return inputs;
  }

  private void offer(Column column) {
    Set<@Nullable Object> offered = new LinkedHashSet<>();
    for (int beside : new int[] {0, -1, 1}) {
      offered.addAll(literals(column, column.cells(), beside));
    }
    if (offered.isEmpty() && isNumber(column)) {
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

  private static List<@Nullable Object> usual() {
    return Arrays.asList(60, null);
  }

  private static boolean isNumber(Column column) {
    return NUMBERS.contains(column.type());
  }

  private static List<@Nullable Object> literals(Column column, List<String> cells, int beside) {
    List<@Nullable Object> literals = new ArrayList<>();
    for (String cell : cells) {
      String rest = cell;
      if (!isNumber(column) && !column.type().equals("boolean")) {
        WORD.matcher(cell).results().map(word -> word.group(1)).forEach(literals::add);
        rest = WORD.matcher(cell).replaceAll("");
      }
      if (isNumber(column) || column.type().isEmpty()) {
        Matcher numbers = NUMBER.matcher(rest);
        while (numbers.find()) {
          BigDecimal number = new BigDecimal(numbers.group()).add(BigDecimal.valueOf(beside));
          literals.add(column.isCount() ? ages(number) : number(number));
        }
      }
      if (column.type().equals("boolean") && cell.matches("true|false")) {
        literals.add(Boolean.valueOf(cell));
      }
    }
    return literals;
  }

  private static Object number(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0 ? (Object) number.intValue() : number;
  }

  /** So many things that happened today. */
  private static List<Long> ages(BigDecimal number) {
    return Collections.nCopies(Math.min(Math.max(0, number.intValue()), 1000), 0L);
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
