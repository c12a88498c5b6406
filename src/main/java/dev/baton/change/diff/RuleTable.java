package dev.baton.change.diff;

import dev.baton.engine.gate.ModelXml;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Decision table as it is written, with the words that a person reads of it. */
public record RuleTable(
    String id,
    String name,
    String hitPolicy,
    List<Column> inputs,
    List<Column> outputs,
    List<Row> rows) {
  public static RuleTable of(Element decision) {
    List<Element> table = ModelXml.children(decision, "decisionTable").toList();
    return new RuleTable(
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
  public String when(Row row) {
    String asked =
        IntStream.range(0, Math.min(inputs.size(), row.inputs().size()))
            .filter(i -> !isAnything(row.inputs().get(i)))
            .mapToObj(i -> inputs.get(i).label() + " " + plain(row.inputs().get(i)))
            .collect(Collectors.joining(", "));
    return asked.isEmpty() ? "anything else" : asked;
  }

  public String then(Row row) {
    return IntStream.range(0, Math.min(outputs.size(), row.outputs().size()))
        .filter(i -> !row.outputs().get(i).isEmpty())
        .mapToObj(i -> outputs.get(i).label() + " " + plain(row.outputs().get(i)))
        .collect(Collectors.joining(", "));
  }

  private static boolean isAnything(String cell) {
    return cell.isEmpty() || cell.equals("-");
  }

  /** A column: what it is called, and what it asks or answers. */
  public record Column(String label, String asks) {
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
  public record Row(String id, String annotation, List<String> inputs, List<String> outputs) {
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

  /** A cell without the quotes of its texts. */
  public static String plain(String cell) {
    return cell.replace("\"", "");
  }
}
