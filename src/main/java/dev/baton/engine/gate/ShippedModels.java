package dev.baton.engine.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models that this version of the application brings along. */
public record ShippedModels(List<Model> models) {

  /**
   * One model.
   *
   * @param key its id, which is its file's name without the ending
   */
  @SuppressWarnings("ArrayRecordComponent") // goes into the engine; nobody compares two
  public record Model(ModelKind kind, String key, String resource, byte[] content) {
    public ModelXml xml() {
      try {
        return ModelXml.parse(content);
      } catch (ModelXml.Unreadable e) {
        throw new IllegalStateException(resource + " can't be read", e);
      }
    }

    public static Model of(String resource, byte[] content) {
      String file = resource.substring(resource.lastIndexOf('/') + 1);
      return new Model(
          ModelKind.of(resource).orElseThrow(),
          file.substring(0, file.lastIndexOf('.')),
          resource,
          content);
    }
  }

  public static ShippedModels inJar() {
    var files = new PathMatchingResourcePatternResolver();
    List<Model> models = new ArrayList<>();
    try {
      for (ModelKind kind : ModelKind.values()) {
        String folder = kind.files.substring(0, kind.files.indexOf('/') + 1);
        for (Resource file : files.getResources("classpath*:" + kind.files)) {
          models.add(Model.of(folder + file.getFilename(), file.getContentAsByteArray()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ShippedModels(List.copyOf(models));
  }

  /** Whether a model says what the one says that ships. */
  public boolean ships(ModelKind kind, String key, byte[] content) {
    return find(kind, key)
        .filter(ours -> ModelMeaning.isSame(kind, ours.content(), content))
        .isPresent();
  }

  public Optional<Model> find(ModelKind kind, String key) {
    return models.stream().filter(m -> m.kind() == kind && m.key().equals(key)).findFirst();
  }

  /** Those of the processes that a model has too. */
  public Stream<ModelXml> processesOf(ModelXml model) {
    return model
        .all("process")
        .flatMap(process -> find(ModelKind.PROCESS, ModelXml.id(process)).stream())
        .map(Model::xml);
  }
}
