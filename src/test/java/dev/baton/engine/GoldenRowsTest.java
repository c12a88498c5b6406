package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every decision table that ships against its golden rows, {@code golden/<decision id>.csv}, by the
 * stock FEEL engine and by ours.
 *
 * <p>The format: a header of {@code in:<variable>} and {@code out:<output name>} columns, then a
 * row a case; lines that start with {@code #} are comments. An empty input is null; {@code true},
 * {@code false} and numbers are read as such, {@code [0;7;8]} is a list of them, everything else is
 * text (an instant too). Outputs are compared as text; several matched rules are separated by
 * {@code |} in the table's order in every output column; no match leaves all outputs empty. Outputs
 * without a column are not compared.
 *
 * <p>Each input column needs a row in which it is empty, each rule a row that it matches.
 */
class GoldenRowsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Set<String> MATCHED = new TreeSet<>();
  private static final DmnEngine STOCK = stock();
  private static final DmnEngine OURS = Decisions.FAST;
  private static final Decisions COMPILED = FileDecisions.shipped();

  record Golden(String table, long line, Map<String, Object> inputs, Map<String, String> outputs) {
    @Override
    public String toString() {
      return "%s:%d %s".formatted(table, line, inputs);
    }
  }

  static Stream<String> tables() {
    return FileDecisions.ids().stream();
  }

  static Stream<Golden> rows() {
    return tables()
        .filter(table -> Files.exists(csv(table)))
        .flatMap(table -> rows(table).stream());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_row_comes_out_as_agreed_by_stock_feel_and_by_ours(Golden row) {
    var stock = evaluate(STOCK, row);
    var ours = evaluate(OURS, row);

    assertThat(ours).isEqualTo(stock);
    assertThat(evaluate(OURS, row)).as("from the cache").isEqualTo(stock);
    assertThat(COMPILED.evaluate(row.table(), row.inputs())).as("compiled").isEqualTo(stock);
    row.outputs().forEach((name, expected) -> assertThat(column(ours, name)).isEqualTo(expected));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_table_has_golden_rows_with_a_null_for_each_input(String table) {
    assertThat(csv(table)).exists();
    List<Golden> rows = rows(table);
    assertThat(rows).isNotEmpty();
    for (String input : rows.get(0).inputs().keySet()) {
      assertThat(rows).as("a null in " + input).anyMatch(row -> row.inputs().get(input) == null);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_rule_matches_in_a_golden_row(String table) {
    rows(table).forEach(row -> evaluate(STOCK, row));

    var decision = (DmnDecisionTableImpl) decision(STOCK, table).getDecisionLogic();
    assertThat(decision.getRules())
        .as(table)
        .isNotEmpty()
        .allMatch(rule -> MATCHED.contains(table + "/" + rule.getId()));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void a_rule_column_repeats_the_id_of_its_row(String table) {
    for (Golden row : rows(table)) {
      String names = row.outputs().get("rule");
      for (String rule : names == null || names.isEmpty() ? new String[0] : names.split("\\|")) {
        assertThat(FileDecisions.xml(table)).contains("<rule id=\"" + rule + "\">");
      }
    }
  }

  private static List<Map<String, Object>> evaluate(DmnEngine engine, Golden row) {
    return engine
        .evaluateDecisionTable(decision(engine, row.table()), row.inputs())
        .getResultList();
  }

  private static final Map<String, DmnDecision> PARSED = new HashMap<>();

  private static DmnDecision decision(DmnEngine engine, String table) {
    return PARSED.computeIfAbsent(
        (engine == OURS ? "ours " : "stock ") + table, key -> FileDecisions.parse(engine, table));
  }

  private static DmnEngine stock() {
    DmnDecisionTableEvaluationListener listener =
        event ->
            event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(rule -> MATCHED.add(event.getDecision().getKey() + "/" + rule));
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
    return configuration.buildEngine();
  }

  private static String column(List<Map<String, Object>> result, String name) {
    return result.stream().map(rule -> text(rule.get(name))).collect(Collectors.joining("|"));
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : value.toString();
  }

  private static Path csv(String table) {
    return GOLDEN.resolve(table + ".csv");
  }

  private static List<Golden> rows(String table) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    try (var reader = Files.newBufferedReader(csv(table));
        var parser = format.parse(reader)) {
      List<Golden> rows = new ArrayList<>();
      for (CSVRecord line : parser) {
        rows.add(golden(table, parser.getCurrentLineNumber(), line.toMap()));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Golden golden(String table, long line, Map<String, String> cells) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    Map<String, String> outputs = new LinkedHashMap<>();
    cells.forEach(
        (column, cell) -> {
          if (column.startsWith("in:")) {
            inputs.put(column.substring("in:".length()), value(cell));
          } else {
            outputs.put(column.substring("out:".length()), cell);
          }
        });
    return new Golden(table, line, inputs, outputs);
  }

  private static Object value(String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    if (cell.startsWith("[") && cell.endsWith("]")) {
      String inside = cell.substring(1, cell.length() - 1);
      return inside.isEmpty()
          ? List.of()
          : Arrays.stream(inside.split(";")).map(GoldenRowsTest::value).toList();
    }
    if (cell.equals("true") || cell.equals("false")) {
      return Boolean.valueOf(cell);
    }
    if (cell.matches("-?\\d{1,9}")) {
      return Integer.valueOf(cell);
    }
    return cell.matches("-?\\d+(\\.\\d+)?") ? Double.valueOf(cell) : cell;
  }
}
