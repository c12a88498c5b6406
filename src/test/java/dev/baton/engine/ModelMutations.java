package dev.baton.engine;

import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ShippedModels;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Slips of a designer's hand in the models that ship, made by chance and the same each time. */
public final class ModelMutations {
  private static final List<String> TABLES =
      List.of(
          "cell emptied",
          "word misspelt",
          "number overstated",
          "number negated",
          "row overlapping",
          "rows swapped",
          "cells swapped",
          "row removed",
          "element removed",
          "attribute removed");
  private static final List<String> PROCESSES =
      List.of(
          "text emptied",
          "expression misspelt",
          "attribute emptied",
          "attribute misspelt",
          "flows swapped",
          "conditions swapped",
          "node removed",
          "element removed",
          "attribute removed");

  private final Random dice;
  private final List<ShippedModels.Model> shipped = ShippedModels.inJar().models();

  public ModelMutations(long seed) {
    this.dice = new Random(seed);
  }

  /** A changed file beside the one that it was. */
  public record Mutation(String what, ShippedModels.Model model, String xml) {
    @Override
    public String toString() {
      return "%s: %s".formatted(model.key(), what);
    }
  }

  /** Three of five in tables, the rest in processes; all kinds in turn. */
  public List<Mutation> next(int count) {
    List<Mutation> mutations = new ArrayList<>();
    int tables = 0;
    int processes = 0;
    while (mutations.size() < count) {
      boolean ofTable = mutations.size() % 5 < 3;
      String kind =
          ofTable
              ? TABLES.get(tables++ % TABLES.size())
              : PROCESSES.get(processes++ % PROCESSES.size());
      ShippedModels.Model model = pick(ofTable ? ModelKind.DECISION : ModelKind.PROCESS);
      Document document = read(model.content());
      String where = ofTable ? table(document, kind) : process(document, kind);
      if (where != null) {
        mutations.add(new Mutation(kind + " at " + where, model, write(document)));
      }
    }
    return mutations;
  }

  private ShippedModels.Model pick(ModelKind kind) {
    return pick(shipped.stream().filter(model -> model.kind() == kind).toList());
  }

  private <T> T pick(List<T> some) {
    return some.get(dice.nextInt(some.size()));
  }

  /** What it did where; null: it found nothing to do it to. */
  private String table(Document document, String kind) {
    List<Element> rows = all(document, "rule");
    Element row = pick(rows);
    List<Element> cells =
        Stream.of("inputEntry", "outputEntry").flatMap(each -> all(row, each).stream()).toList();
    List<Element> filled = cells.stream().filter(cell -> !cell.getTextContent().isBlank()).toList();
    if (filled.isEmpty()) {
      return null;
    }
    return switch (kind) {
      case "cell emptied" -> text(pick(filled), text -> "");
      case "word misspelt" -> text(pick(filled), text -> swapLetters(text, "[a-zA-Z]{3,}"));
      case "number overstated" -> text(pick(filled), text -> text.replaceAll("(\\d+)", "$100"));
      case "number negated" -> text(pick(filled), text -> text.replaceFirst("(\\d+)", "-$1"));
      case "row overlapping" -> {
        List<Element> conditions =
            all(row, "inputEntry").stream().filter(c -> !c.getTextContent().isBlank()).toList();
        yield conditions.isEmpty() ? null : text(pick(conditions), text -> "");
      }
      case "rows swapped" -> swap(row, pick(rows));
      case "cells swapped" -> {
        Element other = pick(rows);
        int column = dice.nextInt(cells.size());
        List<Element> others =
            Stream.of("inputEntry", "outputEntry")
                .flatMap(each -> all(other, each).stream())
                .toList();
        yield swap(cells.get(column), others.get(column));
      }
      case "row removed" -> remove(row);
      case "element removed" -> remove(pick(within(all(document, "decisionTable").get(0))));
      default -> attribute(pick(within(all(document, "decision").get(0))), true, text -> text);
    };
  }

  private String process(Document document, String kind) {
    List<Element> inside = within(all(document, "process").get(0));
    return switch (kind) {
      case "text emptied" -> text(pick(expressions(inside)), text -> "");
      case "expression misspelt" ->
          text(pick(expressions(inside)), text -> swapLetters(text, "[a-zA-Z]{3,}"));
      case "attribute emptied" -> attribute(pick(inside), false, text -> "");
      case "attribute misspelt" ->
          attribute(pick(inside), false, text -> swapLetters(text, "[a-zA-Z]{3,}"));
      case "flows swapped" -> {
        List<Element> flows = all(document, "sequenceFlow");
        Element one = pick(flows);
        Element other = pick(flows);
        String target = one.getAttribute("targetRef");
        one.setAttribute("targetRef", other.getAttribute("targetRef"));
        other.setAttribute("targetRef", target);
        yield one == other ? null : label(one) + " and " + label(other);
      }
      case "conditions swapped" -> {
        List<Element> conditions = all(document, "conditionExpression");
        yield conditions.size() < 2 ? null : swap(pick(conditions), pick(conditions));
      }
      case "node removed" -> {
        List<Element> nodes =
            inside.stream()
                .filter(each -> each.getLocalName().matches(".*(Task|Event|Gateway)"))
                .toList();
        yield remove(pick(nodes));
      }
      case "element removed" -> remove(pick(inside));
      default -> attribute(pick(inside), true, text -> text);
    };
  }

  private static List<Element> expressions(List<Element> elements) {
    return elements.stream()
        .filter(each -> each.getChildNodes().getLength() == 1)
        .filter(each -> each.getTextContent().contains("{"))
        .toList();
  }

  private static String text(Element element, java.util.function.UnaryOperator<String> change) {
    Element text = all(element, "text").stream().findFirst().orElse(element);
    String before = text.getTextContent();
    text.setTextContent(change.apply(before));
    return text.getTextContent().equals(before)
        ? null
        : "%s ('%s')".formatted(label(element), text.getTextContent().strip());
  }

  private String attribute(
      Element element, boolean remove, java.util.function.UnaryOperator<String> change) {
    List<Attr> attributes =
        IntStream.range(0, element.getAttributes().getLength())
            .mapToObj(i -> (Attr) element.getAttributes().item(i))
            .toList();
    if (attributes.isEmpty()) {
      return null;
    }
    Attr attribute = pick(attributes);
    String where =
        "%s of %s ('%s')".formatted(attribute.getName(), label(element), attribute.getValue());
    if (remove) {
      element.removeAttributeNode(attribute);
      return where;
    }
    String before = attribute.getValue();
    attribute.setValue(change.apply(before));
    return attribute.getValue().equals(before) ? null : where;
  }

  private String swapLetters(String text, String word) {
    var words = java.util.regex.Pattern.compile(word).matcher(text).results().toList();
    if (words.isEmpty()) {
      return text;
    }
    var one = pick(words);
    int at = one.start() + 1 + dice.nextInt(one.end() - one.start() - 2);
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  private static String swap(Element one, Element other) {
    if (one == other || one.isEqualNode(other)) {
      return null;
    }
    Node placeholder = one.getOwnerDocument().createTextNode("");
    one.getParentNode().replaceChild(placeholder, one);
    other.getParentNode().replaceChild(one, other);
    placeholder.getParentNode().replaceChild(other, placeholder);
    return label(one) + " and " + label(other);
  }

  private static String remove(Element element) {
    String label = label(element);
    element.getParentNode().removeChild(element);
    return label;
  }

  private static String label(Element element) {
    Node node = element;
    while (node instanceof Element each && !each.hasAttribute("id")) {
      node = node.getParentNode();
    }
    return element.getLocalName() + " " + (node instanceof Element e ? e.getAttribute("id") : "");
  }

  private static List<Element> within(Element element) {
    return elements(element.getElementsByTagNameNS("*", "*"));
  }

  private static List<Element> all(Document document, String name) {
    return elements(document.getElementsByTagNameNS("*", name));
  }

  private static List<Element> all(Element element, String name) {
    return elements(element.getElementsByTagNameNS("*", name));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static Document read(byte[] content) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String write(Document document) {
    try {
      StringWriter text = new StringWriter();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
