package dev.baton.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelMeaning;
import dev.baton.engine.gate.ShippedModels;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A file that was only opened and saved is no other model, whatever its editor did to the text. */
class ModelMeaningTest {
  static List<ShippedModels.Model> models() {
    return ShippedModels.inJar().models();
  }

  @ParameterizedTest
  @MethodSource("models")
  void a_file_that_was_only_saved_says_the_same(ShippedModels.Model model) throws Exception {
    byte[] saved = saved(model);

    assertThat(saved).isNotEqualTo(model.content());
    assertThat(ModelMeaning.isSame(model.kind(), model.content(), saved)).isTrue();
    assertThat(new ShippedModels(List.of(model)).ships(model.kind(), model.key(), saved)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("models")
  void a_file_of_which_one_word_changed_says_something_else(ShippedModels.Model model) {
    String xml = new String(model.content(), UTF_8);
    for (String change : List.of("\"task\":", "<text>", "name=\"", "\"label\": \"")) {
      if (xml.contains(change)) {
        byte[] changed = xml.replaceFirst(change, change + "x").getBytes(UTF_8);
        assertThat(ModelMeaning.isSame(model.kind(), model.content(), changed))
            .as(change)
            .isFalse();
      }
    }
  }

  @Test
  void the_order_of_rows_and_of_flows_counts() {
    String table = FileDecisions.xml("sla-policy");
    int first = table.indexOf("<rule ");
    int second = table.indexOf("<rule ", first + 1);
    int third = table.indexOf("<rule ", second + 1);
    String turned =
        table.substring(0, first)
            + table.substring(second, third)
            + table.substring(first, second)
            + table.substring(third);

    assertThat(
            ModelMeaning.isSame(ModelKind.DECISION, table.getBytes(UTF_8), turned.getBytes(UTF_8)))
        .isFalse();
  }

  @Test
  void what_a_designer_only_saved_is_on_the_jars_road_still() throws Exception {
    String database = UUID.randomUUID().toString();
    ShippedModels.Model old = model(FileDecisions.xml("score-band"));
    ShippedModels.Model next =
        model(FileDecisions.xml("score-band").replace("\"hot\"", "\"warm\""));
    List<ProcessEngine> engines = new ArrayList<>();
    try {
      engines.add(start(database, "1.0", old));
      engines
          .get(0)
          .getRepositoryService()
          .createDeployment()
          .name("Saved in Modeler")
          .addInputStream("score-band.dmn", new ByteArrayInputStream(saved(old)))
          .deploy();
      engines.add(start(database, "2.0", next));
      assertThat(version(engines.get(1))).isEqualTo(3);

      engines
          .get(1)
          .getRepositoryService()
          .createDeployment()
          .name("Saved in Modeler")
          .addInputStream("score-band.dmn", new ByteArrayInputStream(saved(next)))
          .deploy();
      engines.add(start(database, "1.0", old));
      assertThat(version(engines.get(2))).as("an older release never overrules").isEqualTo(4);
    } finally {
      engines.forEach(ProcessEngine::close);
    }
  }

  private static long version(ProcessEngine engine) {
    return engine.getRepositoryService().createDecisionDefinitionQuery().count();
  }

  private static ProcessEngine start(String database, String version, ShippedModels.Model model) {
    return TestEngine.fenced(
        database,
        TestEngine.steps(),
        new JarDeployment(version, new ShippedModels(List.of(model))));
  }

  private static ShippedModels.Model model(String xml) {
    return ShippedModels.Model.of("dmn/score-band.dmn", xml.getBytes(UTF_8));
  }

  private static byte[] saved(ShippedModels.Model model) throws Exception {
    return model.kind() == ModelKind.FORM
        ? new String(model.content(), UTF_8)
            .replaceFirst(
                "\\{", "{\"exporter\": {\"name\": \"Camunda Modeler\", \"version\": \"5.40.0\"},")
            .replaceAll("\\s*\\n\\s*", " ")
            .getBytes(UTF_8)
        : rewritten(model.content()).getBytes(UTF_8);
  }

  /**
   * The same tree with other prefixes, attributes turned round, other white space, moved shapes.
   */
  private static String rewritten(byte[] content) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
    Element root = document.getDocumentElement();
    StringWriter text = new StringWriter();
    text.append("<?xml version='1.0' encoding='UTF-8'?>\n\n<!-- saved -->\n");
    write(root, text, new ArrayList<>(), true);
    return text.toString();
  }

  private static void write(
      Element element, StringWriter text, List<String> namespaces, boolean isRoot) {
    List<String> known = new ArrayList<>(namespaces);
    StringBuilder declarations = new StringBuilder();
    String name = named(element.getNamespaceURI(), element.getLocalName(), known, declarations);
    StringBuilder attributes = new StringBuilder();
    for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (!attribute.getName().startsWith("xmlns") && !attribute.getLocalName().equals("type")) {
        String value = attribute.getValue();
        if (List.of("x", "y").contains(attribute.getName())) {
          value = String.valueOf(Double.parseDouble(value) + 40);
        } else if (isRoot && attribute.getName().equals("id")) {
          value = "Definitions_0x1";
        }
        attributes
            .append("\n      ")
            .append(
                attribute.getNamespaceURI() == null
                    ? attribute.getName()
                    : named(
                        attribute.getNamespaceURI(), attribute.getLocalName(), known, declarations))
            .append("='")
            .append(escaped(value).replace("\n", "&#10;"))
            .append("'");
      }
    }
    if (isRoot) {
      attributes.append(" exporter='Camunda Modeler' exporterVersion='5.40.0'");
    }
    text.append("<").append(name).append(declarations).append(attributes).append(">");
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        write(child, text, known, false);
      } else if (node.getNodeType() == Node.TEXT_NODE) {
        String content = node.getNodeValue();
        text.append(content.isBlank() ? "\r\n  " : escaped(content));
      }
    }
    text.append("</").append(name).append(">");
  }

  /** Prefixes of its own, declared where they are first needed. */
  private static String named(
      String namespace, String name, List<String> known, StringBuilder declarations) {
    if (!known.contains(namespace)) {
      declarations.append(" xmlns:n%d='%s'".formatted(known.size(), namespace));
      known.add(namespace);
    }
    return "n%d:%s".formatted(known.indexOf(namespace), name);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
  }
}
