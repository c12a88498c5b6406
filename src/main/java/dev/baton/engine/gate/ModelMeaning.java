package dev.baton.engine.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What a model says, however an editor wrote it down: prefixes, the order of attributes, white
 * space, who saved it and where its shapes stand make no other model of it.
 */
public final class ModelMeaning {
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  /** Namespaces of drawings and of editors. */
  private static final List<String> DRAWN =
      List.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/",
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/D",
          "http://bpmn.io/schema/",
          "http://camunda.org/schema/modeler/",
          "http://www.w3.org/2001/XMLSchema-instance");

  /** Said by editors of themselves. */
  private static final Set<String> OF_THE_FILE = Set.of("id", "exporter", "exporterVersion");

  /** What an attribute means where it isn't written, which editors leave out. */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("associationDirection", "None"),
          Map.entry("isInterrupting", "true"),
          Map.entry("cancelActivity", "true"),
          Map.entry("hitPolicy", "UNIQUE"),
          Map.entry("gatewayDirection", "Unspecified"),
          Map.entry("isClosed", "false"),
          Map.entry("triggeredByEvent", "false"),
          Map.entry("isForCompensation", "false"),
          Map.entry("asyncBefore", "false"),
          Map.entry("asyncAfter", "false"),
          Map.entry("exclusive", "true"),
          Map.entry("startQuantity", "1"),
          Map.entry("completionQuantity", "1"),
          Map.entry("processType", "None"),
          Map.entry("instantiate", "false"),
          Map.entry("decisionRefBinding", "latest"),
          Map.entry("calledElementBinding", "latest"));

  /** Said a second time by the flows. */
  private static final Set<String> DERIVED = Set.of("incoming", "outgoing");

  private static final Set<String> MEANS_NOTHING_EMPTY = Set.of("extensionElements", "inputOutput");

  private static final Set<String> OF_THE_FORM_EDITOR =
      Set.of(
          "exporter", "schemaVersion", "executionPlatform", "executionPlatformVersion", "layout");

  private ModelMeaning() {}

  /** Whether two files of a kind say the same. */
  public static boolean isSame(ModelKind kind, byte[] one, byte[] other) {
    return Arrays.equals(one, other) || isSame(meaning(kind, one), meaning(kind, other));
  }

  private static Optional<?> meaning(ModelKind kind, byte[] content) {
    return kind == ModelKind.FORM ? form(content) : xml(content);
  }

  private static boolean isSame(Optional<?> one, Optional<?> other) {
    return one.isPresent() && one.equals(other);
  }

  /** A text that is equal for two files that say the same. */
  public static String text(ModelKind kind, byte[] content) {
    return (kind == ModelKind.FORM ? form(content).map(ModelMeaning::ordered) : xml(content))
        .orElseGet(() -> new String(content, StandardCharsets.UTF_8));
  }

  private static String ordered(JsonNode form) {
    try {
      return JSON.writeValueAsString(JSON.treeToValue(form, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was read can be written", e);
    }
  }

  private static Optional<String> xml(byte[] content) {
    try {
      return Optional.of(of(ModelXml.parse(content).document().getDocumentElement(), true));
    } catch (ModelXml.Unreadable e) {
      return Optional.empty();
    }
  }

  private static String of(Element element, boolean isRoot) {
    String name = "{%s}%s".formatted(element.getNamespaceURI(), element.getLocalName());
    String attributes =
        ModelXml.attributes(element)
            .filter(each -> !isDrawn(each.getNamespaceURI()) && !isLeftOut(each, isRoot))
            .map(ModelMeaning::of)
            .sorted()
            .collect(Collectors.joining());
    String content =
        ModelXml.text(element).replace("\r\n", "\n")
            + children(element).stream()
                .sorted(Comparator.comparing(ModelMeaning::place))
                .map(child -> of(child, false))
                .collect(Collectors.joining());
    return "<%s%s>%s</>".formatted(name, attributes, content);
  }

  private static String of(Attr attribute) {
    return " {%s}%s=%s"
        .formatted(attribute.getNamespaceURI(), attribute.getLocalName(), attribute.getValue());
  }

  private static boolean isLeftOut(Attr attribute, boolean isOfRoot) {
    String name = attribute.getLocalName();
    return isDefault(attribute) || (isOfRoot && OF_THE_FILE.contains(name));
  }

  /** Whether it says what holds without it, so that an editor may leave it out. */
  public static boolean isDefault(Attr attribute) {
    return attribute.getValue().equals(DEFAULTS.get(attribute.getLocalName()));
  }

  private static List<Element> children(Element element) {
    return IntStream.range(0, element.getChildNodes().getLength())
        .mapToObj(i -> element.getChildNodes().item(i))
        .flatMap(node -> node instanceof Element child ? Stream.of(child) : Stream.empty())
        .filter(child -> !isDrawn(child.getNamespaceURI()))
        .filter(child -> !DERIVED.contains(child.getLocalName()))
        .filter(child -> !isEmpty(child))
        .toList();
  }

  private static boolean isEmpty(Element element) {
    return MEANS_NOTHING_EMPTY.contains(element.getLocalName())
        && ModelXml.attributes(element).findAny().isEmpty()
        && children(element).isEmpty();
  }

  /** Kinds of children may change places; two of a kind may not, but where a lane lists them. */
  private static String place(Element child) {
    String name = "{%s}%s".formatted(child.getNamespaceURI(), child.getLocalName());
    return child.getLocalName().equals("flowNodeRef") ? name + ModelXml.text(child) : name;
  }

  private static boolean isDrawn(@Nullable String namespace) {
    return namespace != null && DRAWN.stream().anyMatch(namespace::startsWith);
  }

  private static Optional<JsonNode> form(byte[] content) {
    try {
      JsonNode form = JSON.readTree(content);
      strip(form);
      return Optional.of(form);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(OF_THE_FORM_EDITOR);
    }
    node.forEach(ModelMeaning::strip);
  }
}
