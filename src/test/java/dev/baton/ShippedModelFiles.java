package dev.baton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The models that ship, read from their files once: nobody changes a tree. */
public final class ShippedModelFiles {
  static final Path RESOURCES = Path.of("src/main/resources");

  private static final List<Model<BpmnModelInstance>> PROCESSES =
      files("bpmn")
          .map(file -> new Model<>(name(file), text(file), Bpmn.readModelFromFile(file.toFile())))
          .toList();
  private static final List<Model<DmnModelInstance>> DECISIONS =
      files("dmn")
          .map(file -> new Model<>(name(file), text(file), Dmn.readModelFromFile(file.toFile())))
          .toList();

  private ShippedModelFiles() {}

  /**
   * A model and its text.
   *
   * @param name the file's name without its ending
   */
  public record Model<T>(String name, String xml, T tree) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Model<BpmnModelInstance>> processes() {
    return PROCESSES.stream();
  }

  static Stream<Model<DmnModelInstance>> decisions() {
    return DECISIONS.stream();
  }

  public static Stream<Model<JsonNode>> forms() {
    return files("forms", "form").map(file -> new Model<>(name(file), text(file), json(file)));
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(String kind) {
    return files(kind, kind);
  }

  private static Stream<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      List<Path> models = files.filter(file -> file.toString().endsWith("." + ending)).toList();
      return models.stream().sorted();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
