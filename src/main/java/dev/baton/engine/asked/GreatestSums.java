package dev.baton.engine.asked;

import dev.baton.engine.gate.FeelRule;
import dev.baton.engine.gate.ModelXml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The greatest points that a lead can reach by one method of scoring. */
final class GreatestSums {
  static final long NO_END = Integer.MAX_VALUE;

  private static final String LIMITS = "score-limits";
  private static final Set<String> FIT =
      Set.of("companySize", "industry", "country", "level", "source");
  private static final Set<String> DEEDS = Set.of("signal", "asset", "ages");

  private final TablesTogether tables;
  private final String method;

  GreatestSums(TablesTogether tables, String method) {
    this.tables = tables;
    this.method = method;
  }

  /** Fit adds nothing to the total there (rule R12). */
  boolean fitIsOnlyAGate() {
    return method.equals("additive");
  }

  long fit() {
    return limited(
        fitIsOnlyAGate() ? "two-axis" : method, "fit", judge -> fit(judge) + told(judge));
  }

  long behaviour() {
    return limited(method, "behaviour", this::behaviour);
  }

  long total() {
    return Math.min(NO_END, (fitIsOnlyAGate() ? 0 : fit()) + behaviour());
  }

  /** What the definition of acts counts, each row once or without end. */
  long acts() {
    Map<String, Long> greatest = new LinkedHashMap<>();
    asked(method, DEEDS).stream()
        .flatMap(List::stream)
        .filter(row -> "act".equals(row.outputs().get("axis")))
        .forEach(
            row ->
                greatest.put(
                    String.valueOf(row.id()),
                    "once".equals(row.outputs().get("counted")) ? 1 : NO_END));
    return greatest.values().stream().reduce(0L, (a, b) -> Math.min(NO_END, a + b));
  }

  private long limited(String judge, String axis, ToLongFunction<String> sum) {
    long greatest = sum.applyAsLong(judge);
    return tables.first(LIMITS, Map.of("profile", judge, "axis", axis)).get("atMost")
            instanceof Number most
        ? Math.min(greatest, most.longValue())
        : greatest;
  }

  /** One company and one title at a time: rows may exclude each other. */
  private long fit(String judge) {
    return asked(judge, FIT).stream()
        .mapToLong(
            rows ->
                rows.stream()
                    .filter(row -> "fit".equals(row.outputs().get("axis")))
                    .mapToLong(row -> whole(row.outputs().get("points")))
                    .sum())
        .max()
        .orElse(0);
  }

  /**
   * What leads tell in words of their own nobody can ask for: of each such column the row that
   * gives the most.
   */
  private long told(String judge) {
    Optional<Element> table = tables.xml("score-" + judge);
    if (table.isEmpty()) {
      return 0;
    }
    List<Element> inputs = ModelXml.children(table.get(), "input").toList();
    return IntStream.range(0, inputs.size())
        .filter(
            i ->
                ModelXml.children(inputs.get(i), "inputExpression")
                    .anyMatch(expression -> FeelRule.names(expression).contains("properties")))
        .mapToLong(i -> most(table.get(), i))
        .sum();
  }

  private static long most(Element table, int input) {
    List<String> outputs =
        ModelXml.children(table, "output").map(output -> output.getAttribute("name")).toList();
    return ModelXml.children(table, "rule")
        .filter(rule -> !cell(rule, "inputEntry", input).isEmpty())
        .filter(rule -> cell(rule, "outputEntry", outputs.indexOf("axis")).equals("\"fit\""))
        .map(rule -> cell(rule, "outputEntry", outputs.indexOf("points")))
        .filter(points -> points.matches("\\d{1,6}"))
        .mapToLong(Long::parseLong)
        .max()
        .orElse(0);
  }

  private static String cell(Element rule, String kind, int at) {
    return ModelXml.children(rule, kind)
        .skip(Math.max(0, at))
        .findFirst()
        .map(ModelXml::cell)
        .orElse("");
  }

  /** All that a lead can do, in the course of time: what is counted each time has no end. */
  private long behaviour(String judge) {
    Map<String, Long> greatest = new LinkedHashMap<>();
    asked(judge, DEEDS)
        .forEach(
            rows ->
                rows.stream()
                    .filter(row -> "behaviour".equals(row.outputs().get("axis")))
                    .forEach(
                        row -> greatest.merge(String.valueOf(row.id()), most(row), Math::max)));
    return greatest.values().stream().reduce(0L, (a, b) -> Math.min(NO_END, a + b));
  }

  private long most(TableAnswers.Row row) {
    long points = Math.max(0, whole(row.outputs().get("points")));
    if (row.outputs().get("cap") instanceof Number cap) {
      return Math.min(NO_END, Math.max(0, cap.longValue()));
    }
    return points == 0 || "once".equals(row.outputs().get("counted")) ? points : NO_END;
  }

  private List<List<TableAnswers.Row>> asked(String judge, Set<String> varied) {
    String table = "score-" + judge;
    Optional<TableAnswers.Table> points = tables.table(table);
    Optional<Element> xml = tables.xml(table);
    if (points.isEmpty() || xml.isEmpty()) {
      return List.of();
    }
    TableInputs inputs = new TableInputs(xml.get());
    Map<String, Set<@Nullable Object>> values = new LinkedHashMap<>(inputs.values());
    values.keySet().retainAll(varied);
    if (TableQuestions.count(values) <= TableQuestions.FEW) {
      return TableQuestions.combined(inputs.nothing(), values).stream()
          .map(question -> points.get().ask(question).rows())
          .toList();
    }
    // too many to ask: more than any lead can reach, so that nothing is refused wrongly
    Map<@Nullable String, TableAnswers.Row> rows = new LinkedHashMap<>();
    TableQuestions.of(inputs).stream()
        .flatMap(question -> points.get().ask(question).rows().stream())
        .filter(row -> whole(row.outputs().get("points")) >= 0)
        .forEach(
            row ->
                rows.merge(
                    row.id(),
                    row,
                    (one, other) ->
                        whole(one.outputs().get("points")) < whole(other.outputs().get("points"))
                            ? other
                            : one));
    return List.of(List.copyOf(rows.values()));
  }

  private static long whole(@Nullable Object points) {
    return points instanceof Number number ? number.longValue() : 0;
  }
}
