package dev.baton.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Camunda Modeler makes of one of our element templates. */
public record ElementTemplate(JsonNode json) {
  private static final Path FOLDER = Path.of(".camunda/element-templates");

  public static List<ElementTemplate> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<ElementTemplate> templates = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        new ObjectMapper()
            .readTree(file.toFile())
            .forEach(each -> templates.add(new ElementTemplate(each)));
      }
      return templates;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ElementTemplate named(String name) {
    return all().stream().filter(each -> each.toString().equals(name)).findFirst().orElseThrow();
  }

  /**
   * The element with the template applied.
   *
   * @param filled what a designer fills in where the template brings nothing along, by label
   */
  public String element(String id, Map<String, String> filled) {
    StringBuilder attributes = new StringBuilder();
    StringBuilder parameters = new StringBuilder();
    StringBuilder listeners = new StringBuilder();
    for (JsonNode property : json.at("/properties")) {
      JsonNode binding = property.at("/binding");
      String label = property.at("/label").asText();
      String value = escaped(filled.getOrDefault(label, property.at("/value").asText()));
      switch (binding.at("/type").asText()) {
        case "property" ->
            attributes.append(" %s=\"%s\"".formatted(binding.at("/name").asText(), value));
        case "camunda:inputParameter" ->
            parameters.append(
                "<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>"
                    .formatted(binding.at("/name").asText(), value));
        case "camunda:executionListener" ->
            listeners.append(
                "<camunda:executionListener event=\"%s\" %s=\"%s\"/>"
                    .formatted(
                        binding.at("/event").asText(),
                        binding.at("/implementationType").asText(),
                        value));
        default -> throw new IllegalStateException("Modeler knows, we don't: " + binding);
      }
    }
    return """
        <bpmn:%1$s id="%2$s" camunda:modelerTemplate="%3$s" camunda:modelerTemplateVersion="%4$d"%5$s>
          <bpmn:extensionElements>
            <camunda:inputOutput>%6$s</camunda:inputOutput>%7$s
          </bpmn:extensionElements>
        </bpmn:%1$s>
        """
        .formatted(type(), id, id(), version(), attributes, parameters, listeners);
  }

  public String id() {
    return json.at("/id").asText();
  }

  private int version() {
    return json.at("/version").asInt();
  }

  private String type() {
    String type = json.at("/elementType/value").asText().replace("bpmn:", "");
    return Character.toLowerCase(type.charAt(0)) + type.substring(1);
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return json.at("/name").asText();
  }
}
