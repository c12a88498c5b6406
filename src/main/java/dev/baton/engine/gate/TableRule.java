package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;
import static dev.baton.engine.gate.ModelXml.id;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A decision that ships keeps the promise the application reads it by: its inputs, its output
 * columns with their types, whether it gives one row or many, and an answer for everything else.
 */
public class TableRule implements ModelRule {
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"");

  /** What a table may ask for beyond what it asks for as it ships. */
  private static final Map<String, Set<String>> ALSO_GIVEN =
      Map.of("score-two-axis", Set.of("country", "properties", "source"));

  private final ShippedModels models;

  TableRule(ShippedModels models) {
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("decision")
        .forEach(
            decision ->
                models
                    .find(ModelKind.DECISION, id(decision))
                    .flatMap(ours -> table(ours.xml().document().getDocumentElement()))
                    .ifPresent(ours -> compare(ours, decision, findings)));
  }

  private static Optional<Element> table(Element within) {
    return ModelXml.all(within, "decisionTable").findFirst();
  }

  private static void compare(Element ours, Element decision, Findings findings) {
    Optional<Element> theirs = table(decision);
    if (theirs.isEmpty()) {
      findings.add(decision, "must stay a decision table");
    } else {
      inputs(ours, theirs.get(), decision, findings);
      asked(ours, theirs.get(), findings);
      outputs(ours, theirs.get(), decision, findings);
      if (!id(decision).equals(PolicyRule.POLICY)) {
        // that rule says more about the same cells
        words(ours, theirs.get(), decision, findings);
      }
      rows(ours, theirs.get(), decision, findings);
    }
  }

  private static void inputs(Element ours, Element theirs, Element decision, Findings findings) {
    Set<String> given = new TreeSet<>(FeelRule.namesIn(ours));
    given.addAll(ALSO_GIVEN.getOrDefault(id(decision), Set.of()));
    Set<String> unknown = new TreeSet<>(asked(theirs));
    unknown.removeAll(given);
    if (!unknown.isEmpty()) {
      findings.add(
          decision,
          "asks for %s, which it isn't given; it knows: %s",
          String.join(", ", unknown),
          String.join(", ", given));
    }
  }

  /** A word that the application never gives; a clock may be a designer's own. */
  private static void asked(Element ours, Element theirs, Findings findings) {
    List<Element> columns = children(theirs, "input").toList();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      String input = expression(columns.get(i));
      List<String> given =
          children(ours, "input")
              .filter(each -> expression(each).equals(input) && !input.equals("clock"))
              .flatMap(TableRule::listed)
              .toList();
      if (!given.isEmpty()) {
        children(theirs, "rule")
            .forEach(
                row ->
                    children(row, "inputEntry")
                        .skip(column)
                        .limit(1)
                        .flatMap(cell -> WORD.matcher(ModelXml.cell(cell)).results())
                        .map(MatchResult::group)
                        .filter(word -> !given.contains(word))
                        .forEach(
                            word ->
                                findings.add(
                                    row,
                                    "asks for %s in '%s', which is never given; it is one of %s",
                                    word,
                                    input,
                                    String.join(", ", given))));
      }
    }
  }

  private static String expression(Element input) {
    return children(input, "inputExpression").findFirst().map(ModelXml::cell).orElse("");
  }

  private static Stream<String> listed(Element input) {
    return children(input, "inputValues")
        .flatMap(values -> Stream.of(values.getTextContent().split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty());
  }

  private static Set<String> asked(Element table) {
    return ModelXml.all(table, "inputExpression")
        .flatMap(input -> FeelRule.names(input).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void outputs(Element ours, Element theirs, Element decision, Findings findings) {
    Map<String, String> present = columns(theirs);
    columns(ours)
        .forEach(
            (name, type) -> {
              if (!type.equals(present.get(name))) {
                findings.add(
                    decision,
                    "needs the output column '%s' of type %s, which the application reads",
                    name,
                    type);
              }
            });
  }

  private static Map<String, String> columns(Element table) {
    Map<String, String> columns = new TreeMap<>();
    children(table, "output")
        .forEach(
            output ->
                columns.put(
                    attribute(output, "name").orElse(""),
                    attribute(output, "typeRef").orElse("any")));
    return columns;
  }

  /** A word that the application doesn't know would decide nothing, or the wrong thing. */
  private static void words(Element ours, Element theirs, Element decision, Findings findings) {
    List<Element> columns = children(theirs, "output").toList();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      String name = attribute(columns.get(i), "name").orElse("");
      List<String> known = known(ours, name);
      if (!known.isEmpty()) {
        children(theirs, "rule")
            .flatMap(rule -> children(rule, "outputEntry").skip(column).limit(1))
            .map(cell -> cell.getTextContent().strip())
            .filter(word -> !word.isEmpty() && !known.contains(word))
            .forEach(
                word ->
                    findings.add(
                        decision,
                        "says %s in the column '%s', which knows %s",
                        word,
                        name,
                        String.join(", ", known)));
      }
    }
  }

  /** The words that a shipped column lists, quotes and all; empty when it takes any. */
  public static List<String> known(Element table, String column) {
    return children(table, "output")
        .filter(output -> attribute(output, "name").filter(column::equals).isPresent())
        .flatMap(output -> children(output, "outputValues"))
        .flatMap(values -> Stream.of(values.getTextContent().split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static void rows(Element ours, Element theirs, Element decision, Findings findings) {
    if (!shape(ours).equals(shape(theirs))) {
      findings.add(decision, "must keep giving %s; change the hit policy back", shape(ours));
    }
    if (hasRowForAllElse(ours) && !hasRowForAllElse(theirs)) {
      findings.add(decision, "needs a row without conditions, for everything else");
    }
  }

  private static String shape(Element table) {
    String policy = attribute(table, "hitPolicy").orElse("UNIQUE");
    String sum = attribute(table, "aggregation").map(each -> ", as their " + each).orElse("");
    boolean many = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER").contains(policy);
    return (many ? "all rows that match" : "one row") + sum;
  }

  private static boolean hasRowForAllElse(Element table) {
    return children(table, "rule")
        .anyMatch(
            rule ->
                children(rule, "inputEntry")
                    .map(cell -> cell.getTextContent().strip())
                    .allMatch(text -> text.isEmpty() || text.equals("-")));
  }
}
