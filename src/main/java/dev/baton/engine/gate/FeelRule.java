package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;

import dev.baton.engine.expression.FeelExpression;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Every cell of a table can be read, means what it says, and answers the same question the same: it
 * looks at no clock of its own.
 */
public class FeelRule implements ModelRule {
  private final ShippedModels models;

  FeelRule(ShippedModels models) {
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model.all().forEach(element -> language(element, findings));
    Set<String> offered = offered(model);
    model.all("decisionTable").forEach(table -> cells(table, offered, findings));
    model
        .all("literalExpression")
        .filter(expression -> ModelXml.is((Element) expression.getParentNode(), "decision"))
        .forEach(expression -> read(expression, false, null, findings));
  }

  private static void language(Element element, Findings findings) {
    attribute(element, "expressionLanguage")
        .filter(language -> !language.equalsIgnoreCase("feel"))
        .filter(language -> !language.matches("https?://www\\.omg\\.org/spec/(FEEL|DMN)/.*"))
        .ifPresent(language -> findings.add(element, "speaks %s; tables speak FEEL", language));
  }

  /** What a decision is given by the others in its file, and by the application if it ships. */
  private Set<String> offered(ModelXml model) {
    Set<String> names = new HashSet<>(Set.of("cellInput"));
    model
        .all()
        .filter(each -> ModelXml.is(each, "decision", "variable", "output", "inputData"))
        .forEach(
            each -> {
              names.add(ModelXml.id(each));
              attribute(each, "name").ifPresent(names::add);
            });
    model.all("input").forEach(each -> attribute(each, "inputVariable").ifPresent(names::add));
    model
        .all("decision")
        .flatMap(each -> models.find(ModelKind.DECISION, ModelXml.id(each)).stream())
        .forEach(ours -> names.addAll(namesIn(ours.xml().document().getDocumentElement())));
    return names;
  }

  private static void cells(Element table, Set<String> offered, Findings findings) {
    Set<String> known = new HashSet<>(offered);
    children(table, "input")
        .filter(
            input ->
                children(input, "inputExpression").map(ModelXml::cell).allMatch(String::isEmpty))
        .forEach(input -> findings.add(input, "looks at nothing; name what it compares"));
    ModelXml.all(table, "inputExpression")
        .map(input -> read(input, false, null, findings))
        .forEach(input -> known.addAll(input.names()));
    ModelXml.all(table, "inputEntry").forEach(cell -> read(cell, true, known, findings));
    ModelXml.all(table, "outputEntry").forEach(cell -> read(cell, false, known, findings));
    if (attribute(table, "hitPolicy").orElse("UNIQUE").equals("UNIQUE")) {
      twins(table, findings);
    }
  }

  /**
   * Rows that differ and still overlap are found by whoever meets them; the same row twice here.
   */
  private static void twins(Element table, Findings findings) {
    Set<String> seen = new HashSet<>();
    children(table, "rule")
        .filter(row -> !seen.add(conditions(row)))
        .forEach(row -> findings.add(row, "has the same conditions as a row above it"));
  }

  private static String conditions(Element row) {
    return children(row, "inputEntry")
        .map(cell -> cell.getTextContent().strip())
        .collect(Collectors.joining("|"));
  }

  /** All names that a table reads, in its columns and in its cells. */
  public static Set<String> namesIn(Element table) {
    return Stream.of("inputExpression", "inputEntry", "outputEntry")
        .flatMap(kind -> ModelXml.all(table, kind))
        .flatMap(cell -> names(cell).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public static Set<String> names(Element cell) {
    return read(cell, ModelXml.is(cell, "inputEntry"), null, new Findings()).names();
  }

  private static FeelExpression read(
      Element cell, boolean condition, @Nullable Set<String> known, Findings findings) {
    String text = texts(cell).findFirst().map(ModelXml::text).orElse("");
    if (text.isEmpty()) {
      return FeelExpression.expression("null");
    }
    FeelExpression feelExpression =
        condition ? FeelExpression.condition(text) : FeelExpression.expression(text);
    Element where = place(cell);
    if (feelExpression.error() != null) {
      findings.add(where, "has a cell that is no FEEL: %s", text);
    }
    feelExpression
        .changing()
        .forEach(
            function ->
                findings.add(
                    where,
                    "asks %s() in %s; give it the %s as an input",
                    function,
                    text,
                    given(function)));
    feelExpression
        .unknownFunctions()
        .forEach(name -> findings.add(where, "calls the unknown function %s() in %s", name, text));
    if (known != null) {
      Set<String> unknown = new TreeSet<>(feelExpression.names());
      unknown.removeAll(known);
      unknown.forEach(
          word ->
              findings.add(
                  where,
                  "has the word %s in the cell %s, which is no input; a text stands in quotes",
                  word,
                  text));
    }
    return feelExpression;
  }

  private static Stream<Element> texts(Element cell) {
    return children(cell, "text");
  }

  /** A row by its id, a column by its own; designers find neither a cell nor an expression. */
  private static Element place(Element cell) {
    return cell.getParentNode() instanceof Element parent
            && ModelXml.is(parent, "rule", "input", "decision")
        ? parent
        : cell;
  }

  private static String given(String function) {
    return function.startsWith("random") ? "number" : "instant";
  }
}
