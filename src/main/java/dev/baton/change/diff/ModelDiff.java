package dev.baton.change.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelMeaning;
import dev.baton.engine.gate.ModelXml;
import java.util.List;

/** Differences between a model and its changed file, in words. */
public final class ModelDiff {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelDiff() {}

  /**
   * Nothing where an editor only wrote the same down in another way. A file that can't be read has
   * no differences: the check says what is wrong with it.
   */
  public static List<Difference> between(ModelFile before, ModelFile after) {
    ModelKind kind = after.kind().orElseThrow();
    if (ModelMeaning.isSame(kind, before.bytes(), after.bytes())) {
      return List.of();
    }
    try {
      List<Difference> differences =
          switch (kind) {
            case DECISION -> new TableDiff(after.name()).between(xml(before), xml(after));
            case PROCESS -> new ProcessDiff(after.name()).between(xml(before), xml(after));
            case FORM ->
                new FormDiff(after.name())
                    .between(JSON.readTree(before.content()), JSON.readTree(after.content()));
          };
      return differences.isEmpty()
          ? List.of(
              Difference.changed(
                  after.name(), null, null, null, "Changed in a way that has no words here"))
          : differences;
    } catch (ModelXml.Unreadable | JsonProcessingException e) {
      return List.of();
    }
  }

  private static ModelXml xml(ModelFile file) throws ModelXml.Unreadable {
    return ModelXml.parse(file.bytes());
  }
}
