package dev.baton.change.definition;

import dev.baton.change.diff.RuleTable;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.deploy.ModelVersion;
import dev.baton.engine.deploy.ModelsInForce;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelXml;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables and processes that were in force together, read as they are written. */
record DefinitionTables(ModelsInForce models, Function<ModelVersion, ModelFile> files) {

  /** The rows of a table; none where no such table was in force. */
  List<ReadTable.Row> rows(String table) {
    return models.find(ModelKind.DECISION, table).flatMap(this::xml).stream()
        .flatMap(xml -> xml.all("decision"))
        .map(RuleTable::of)
        .filter(each -> each.id().equals(table))
        .findFirst()
        .map(each -> new ReadTable(each).rows())
        .orElse(List.of());
  }

  Optional<ModelXml> process(String key) {
    return models.find(ModelKind.PROCESS, key).flatMap(this::xml);
  }

  /** When the last of these models came; null where all were there from the beginning. */
  @Nullable Instant since(ModelKind kind, String... keys) {
    return Stream.of(keys)
        .flatMap(key -> models.find(kind, key).stream())
        .flatMap(model -> Stream.ofNullable(model.since()))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private Optional<ModelXml> xml(ModelVersion version) {
    try {
      return Optional.of(ModelXml.parse(files.apply(version).bytes()));
    } catch (ModelXml.Unreadable e) {
      return Optional.empty();
    }
  }
}
