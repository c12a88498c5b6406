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
import java.util.stream.Stream;
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

/** Decision table that is written anew with other rows and columns. */
final class EditedTable {
  private final Document document;
  private final Element table;
  private final List<String> expressions = new ArrayList<>();

  EditedTable(ModelFile file) {
    this.document = read(file).document();
    this.table = read(file, document);
    children(table, "input").forEach(input -> expressions.add(expression(input)));
  }

  Stream<Element> rules() {
    return children(table, "rule");
  }

  void remove(Element rule) {
    table.removeChild(rule);
  }

  /** The cells of a row that ask for anything, by the expressions of their columns. */
  Map<String, String> asked(Element rule) {
    Map<String, String> asked = new HashMap<>();
    List<String> cells = children(rule, "inputEntry").map(ModelXml::cell).toList();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty() && !cells.get(i).equals("-")) {
        asked.put(expressions.get(i), cells.get(i));
      }
    }
    return asked;
  }

  void addColumn(Field field) {
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

  void addRow(
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

  List<String> outputs() {
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

  String written() {
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
}
