package dev.baton.know.scorecard;

import static dev.baton.engine.gate.ModelXml.children;

import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.gate.ModelXml;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A scoring table with learned points. Its rows about what was looked at give way to them; rows
 * about anything else stay as they are.
 */
final class ScorecardTable {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
  private static final String SIGNAL = "signal";

  private final Document document;
  private final Element table;
  private final List<String> expressions = new ArrayList<>();

  private ScorecardTable(ModelFile file) {
    this.document = read(file).document();
    this.table = read(file, document);
    children(table, "input").forEach(input -> expressions.add(expression(input)));
  }

  /** The same file with learned points, and so many for everybody to start with. */
  static ModelFile of(ModelFile file, LearnedPoints points, int base) {
    ScorecardTable table = new ScorecardTable(file);
    table.takeOut(points.learned());
    points.fields().forEach(one -> table.addColumn(one.field()));
    if (base != 0) {
      table.addRow(
          "learned-start",
          Map.of(SIGNAL, "null"),
          "fit",
          base,
          "",
          "Where everybody starts: as many leads cross the line as before");
    }
    points
        .fields()
        .forEach(
            one ->
                table.addRow(
                    one.row().rule(),
                    Map.of(one.field().expression(), one.row().value()),
                    "fit",
                    one.row().points(),
                    "",
                    sentence(one.row())));
    points
        .signals()
        .forEach(
            one ->
                table.addRow(
                    one.row().rule(),
                    Map.of(SIGNAL, one.row().value()),
                    "behaviour",
                    one.row().points(),
                    "once",
                    sentence(one.row())));
    return new ModelFile(file.name(), table.written());
  }

  /** A table of limits that lets two axes of the profile count in full. */
  static ModelFile limits(ModelFile file, String profile, int most) {
    ScorecardTable table = new ScorecardTable(file);
    int atMost = table.outputs().indexOf("atMost");
    children(table.table, "rule")
        .filter(
            rule ->
                children(rule, "inputEntry")
                    .findFirst()
                    .filter(cell -> ModelXml.cell(cell).contains("\"%s\"".formatted(profile)))
                    .isPresent())
        .map(rule -> children(rule, "outputEntry").toList().get(atMost))
        .filter(cell -> ModelXml.cell(cell).matches("\\d+"))
        .filter(cell -> Integer.parseInt(ModelXml.cell(cell)) < most)
        .forEach(
            cell ->
                children(cell, "text")
                    .forEach(text -> text.setTextContent(Integer.toString(most))));
    return new ModelFile(file.name(), table.written());
  }

  /** The ids of rows that one version of a table has and the other one hasn't. */
  static List<String> goneFrom(ModelFile before, ModelFile after) {
    List<String> left = ids(after);
    return ids(before).stream().filter(id -> !left.contains(id)).toList();
  }

  private static List<String> ids(ModelFile file) {
    return children(new ScorecardTable(file).table, "rule").map(ModelXml::id).toList();
  }

  private static ModelXml read(ModelFile file) {
    try {
      return ModelXml.parse(file.bytes());
    } catch (ModelXml.Unreadable e) {
      throw new IllegalStateException(file.name() + " is in force and can't be read", e);
    }
  }

  private static Element read(ModelFile file, Document document) {
    return new ModelXml(document)
        .all("decisionTable")
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(file.name() + " has no table"));
  }

  private static String expression(Element input) {
    return children(input, "inputExpression").findFirst().map(ModelXml::cell).orElse("");
  }

  private static String sentence(PointRow row) {
    String what = row.field().equals("Signal") ? "Did this" : row.field() + " " + row.value();
    return "%s: of %d like that %.0f %% became an SQL"
        .formatted(what.replace("\"", ""), row.n(), row.rate() * 100);
  }

  private void takeOut(LearnedPoints.Learned learned) {
    List<String> fields = learned.fields().stream().map(Field::expression).toList();
    for (Element rule : children(table, "rule").toList()) {
      Map<String, String> asked = asked(rule);
      String signal = asked.remove(SIGNAL);
      boolean ofSignals = signal != null && !signal.equals("null");
      boolean gone =
          ofSignals
              ? WORD.matcher(signal)
                  .results()
                  .map(MatchResult::group)
                  .map(word -> word.substring(1, word.length() - 1))
                  .allMatch(learned.signals()::contains)
              : fields.containsAll(asked.keySet());
      if (gone) {
        table.removeChild(rule);
      }
    }
  }

  private Map<String, String> asked(Element rule) {
    Map<String, String> asked = new HashMap<>();
    List<String> cells = children(rule, "inputEntry").map(ModelXml::cell).toList();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty() && !cells.get(i).equals("-")) {
        asked.put(expressions.get(i), cells.get(i));
      }
    }
    return asked;
  }

  private void addColumn(Field field) {
    if (expressions.contains(field.expression())) {
      return;
    }
    String id = "learned-input-%d".formatted(expressions.size() + 1);
    Element input = element("input", id);
    input.setAttribute("label", field.name());
    Element description = element("description", null);
    description.setTextContent(field.name() + ", as signals and forms tell it.");
    input.appendChild(description);
    Element expression = element("inputExpression", id + "-expression");
    if (!field.type().isEmpty()) {
      expression.setAttribute("typeRef", field.type());
    }
    expression.appendChild(text(field.expression()));
    input.appendChild(expression);
    table.insertBefore(input, children(table, "output").findFirst().orElseThrow());
    expressions.add(field.expression());
    children(table, "rule")
        .toList()
        .forEach(
            rule ->
                rule.insertBefore(
                    cell("inputEntry", ModelXml.id(rule) + "-" + id, ""),
                    children(rule, "outputEntry").findFirst().orElseThrow()));
  }

  private void addRow(
      String id,
      Map<String, String> cells,
      String axis,
      int points,
      String counted,
      String reason) {
    Map<String, String> values =
        Map.of(
            "rule", quoted(id),
            "axis", quoted(axis),
            "points", Integer.toString(points),
            "counted", counted.isEmpty() ? "" : quoted(counted),
            "reason", quoted(reason));
    Element rule = element("rule", id);
    Element description = element("description", null);
    description.setTextContent(reason);
    rule.appendChild(description);
    for (int i = 0; i < expressions.size(); i++) {
      rule.appendChild(
          cell("inputEntry", id + "-in-" + (i + 1), cells.getOrDefault(expressions.get(i), "")));
    }
    List<String> outputs = outputs();
    for (int i = 0; i < outputs.size(); i++) {
      rule.appendChild(
          cell("outputEntry", id + "-out-" + (i + 1), values.getOrDefault(outputs.get(i), "")));
    }
    table.appendChild(rule);
  }

  private List<String> outputs() {
    return children(table, "output").map(output -> output.getAttribute("name")).toList();
  }

  private static String quoted(String text) {
    return "\"%s\"".formatted(text.replace("\\", "").replace("\"", ""));
  }

  private Element cell(String name, String id, String content) {
    Element cell = element(name, id);
    cell.appendChild(text(content));
    return cell;
  }

  private Element text(String content) {
    Element text = element("text", null);
    text.setTextContent(content);
    return text;
  }

  private Element element(String name, @Nullable String id) {
    String prefix = table.getPrefix() == null ? "" : table.getPrefix() + ":";
    Element element = document.createElementNS(table.getNamespaceURI(), prefix + name);
    if (id != null) {
      element.setAttribute("id", id.toLowerCase(Locale.ROOT));
    }
    return element;
  }

  private String written() {
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      StringWriter out = new StringWriter();
      transformer.transform(new DOMSource((Node) document), new StreamResult(out));
      return out.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }
}
