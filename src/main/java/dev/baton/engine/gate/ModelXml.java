package dev.baton.engine.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A model as its gate reads it: elements and attributes by local name, whatever their prefix, since
 * the engine takes its extensions in an old namespace too.
 */
public record ModelXml(Document document) {

  /** Not XML, or XML that brings a document type along. */
  public static class Unreadable extends Exception {
    Unreadable(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  public static ModelXml parse(byte[] content) throws Unreadable {
    try {
      return new ModelXml(parser().parse(new ByteArrayInputStream(content)));
    } catch (SAXException | IOException e) {
      // bytes that are no text of the file's encoding come as an IOException
      throw new Unreadable(e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DocumentBuilder parser() throws ParserConfigurationException {
    // the JDK's own: a search for others goes through the whole class path, for each file
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder parser = factory.newDocumentBuilder();
    parser.setErrorHandler(new DefaultHandler());
    return parser;
  }

  public Stream<Element> all() {
    return all("*");
  }

  public Stream<Element> all(String localName) {
    return elements(document.getElementsByTagNameNS("*", localName));
  }

  public static Stream<Element> all(Element within, String localName) {
    return elements(within.getElementsByTagNameNS("*", localName));
  }

  public static Stream<Element> children(Element parent, String localName) {
    return elements(parent.getChildNodes()).filter(child -> is(child, localName));
  }

  private static Stream<Element> elements(NodeList nodes) {
    return nodes(nodes).filter(Element.class::isInstance).map(Element.class::cast);
  }

  private static Stream<Node> nodes(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
  }

  public static boolean is(Element element, String... localNames) {
    return List.of(localNames).contains(element.getLocalName());
  }

  public static Stream<Attr> attributes(Element element) {
    NamedNodeMap all = element.getAttributes();
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> (Attr) all.item(i))
        .filter(attribute -> !isNamespace(attribute));
  }

  private static boolean isNamespace(Node attribute) {
    return XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
  }

  /** The value of an attribute of that local name, in whatever namespace. */
  public static Optional<String> attribute(Element element, String localName) {
    NamedNodeMap all = element.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      Node attribute = all.item(i);
      if (attribute.getLocalName().equals(localName) && !isNamespace(attribute)) {
        return Optional.of(attribute.getNodeValue());
      }
    }
    return Optional.empty();
  }

  public static String id(Element element) {
    return attribute(element, "id").orElse("");
  }

  /** The element's own text, without that of its children. */
  public static String text(Element element) {
    StringBuilder text = new StringBuilder();
    nodes(element.getChildNodes())
        .filter(node -> !(node instanceof Element) && node.getNodeType() != Node.COMMENT_NODE)
        .forEach(node -> text.append(node.getNodeValue()));
    return text.toString().strip();
  }

  /** What a cell of a table says. */
  public static String cell(Element cell) {
    return children(cell, "text").findFirst().map(ModelXml::text).orElse("");
  }

  /** The nearest element around that a designer sees and can click on: the one with an id. */
  public static Element shown(Element element) {
    Node node = element;
    while (node.getParentNode() instanceof Element parent
        && (isHidden((Element) node) || id((Element) node).isEmpty())) {
      node = parent;
    }
    return (Element) node;
  }

  private static boolean isHidden(Element element) {
    return element.getLocalName().endsWith("EventDefinition");
  }

  /** How a designer finds the element: its label and its id. */
  public static String label(Element element) {
    Element shown = shown(element);
    return attribute(shown, "name")
        .map(name -> "'%s' (id %s)".formatted(name.replaceAll("\\s+", " "), id(shown)))
        .orElseGet(() -> "'%s'".formatted(id(shown)));
  }
}
