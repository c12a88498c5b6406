package dev.baton.change;

import dev.baton.change.diff.Difference;
import dev.baton.change.diff.ModelDiff;
import dev.baton.change.progress.ChangeProgress;
import dev.baton.change.shadow.Shadows;
import dev.baton.engine.deploy.ModelDeployments;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.deploy.RunningMigration;
import dev.baton.engine.gate.ModelKind;
import dev.baton.input.InvalidInput;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Queries about changes. */
@Component
public class ChangeQueries {
  public static final int PAGE = ModelChanges.PAGE;

  private final ModelChanges changes;
  private final Signatures signatures;
  private final ChangeCheck check;
  private final ModelDeployments deployments;
  private final RunningMigration migration;
  private final Shadows shadows;
  private final ChangeDeployments deployed;

  ChangeQueries(
      ModelChanges changes,
      Signatures signatures,
      ChangeCheck check,
      ModelDeployments deployments,
      RunningMigration migration,
      Shadows shadows,
      ChangeDeployments deployed) {
    this.changes = changes;
    this.signatures = signatures;
    this.check = check;
    this.deployments = deployments;
    this.migration = migration;
    this.shadows = shadows;
    this.deployed = deployed;
  }

  /** The newest first; one more than a page. */
  public List<ModelChange> page(int page) {
    return changes.page(page);
  }

  public Optional<ModelChange> find(long id) {
    return changes.find(id);
  }

  public Optional<ChangeDetails> details(long id) {
    return changes.find(id).map(this::details);
  }

  /** The decision tables in force, by name. */
  public List<EditableTable> tables() {
    return deployments.allInForceWith(List.of()).stream()
        .filter(model -> model.kind().orElse(null) == ModelKind.DECISION)
        .map(EditableTable::of)
        .sorted(Comparator.comparing(EditableTable::name))
        .toList();
  }

  /** A file as it was before, to be drawn beside it; nothing where there was none. */
  public Optional<ModelFile> before(long id, String file) {
    return files(id, file).flatMap(each -> before(changes.find(id).orElseThrow(), each));
  }

  public Optional<ModelFile> after(long id, String file) {
    return files(id, file).map(ChangedFile::file);
  }

  /** What a change proposes a file to say, for who reads it otherwise. */
  public Optional<String> proposed(long id, String file) {
    return after(id, file).map(ModelFile::content);
  }

  /**
   * The models of a change that is tried out; none where none is named.
   *
   * @param id as it was given
   * @throws InvalidInput where there is no such change
   */
  public List<ModelFile> tried(@Nullable String id) {
    if (id == null || id.isEmpty()) {
      return List.of();
    }
    if (!id.matches("\\d{1,15}") || changes.find(Long.parseLong(id)).isEmpty()) {
      throw InvalidInput.at("changeId", "there is no change %s".formatted(id));
    }
    return changes.files(Long.parseLong(id)).stream().map(ChangedFile::file).toList();
  }

  private Optional<ChangedFile> files(long id, String file) {
    return changes.files(id).stream().filter(each -> each.name().equals(file)).findFirst();
  }

  private ChangeDetails details(ModelChange change) {
    List<ChangedFile> files = changes.files(change.id());
    List<ModelFile> models = files.stream().map(ChangedFile::file).toList();
    CheckReport last = check.last(change.id());
    return new ChangeDetails(
        change,
        files.stream().map(ChangedFile::name).toList(),
        files.stream().flatMap(file -> differences(change, file)).toList(),
        last,
        migration.preview(models, Map.of()).stream()
            .map(step -> ChangeDetails.Running.of(step, change.state().isOpen()))
            .toList(),
        signatures.of(change.id(), change.contentHash()),
        change.state() == ChangeState.ROLLED_BACK ? notUndone(files) : List.of(),
        shadows.report(change.id()).orElse(null),
        new ChangeProgress(check.progress(change.id()).orElse(null), moved(change)));
  }

  private ChangeProgress.@Nullable Count moved(ModelChange change) {
    List<ChangeDeployments.Moved> moved =
        deployed.moved(change.id(), change.state() == ChangeState.ROLLED_BACK);
    if (moved.isEmpty()) {
      return null;
    }
    int total = moved.stream().mapToInt(ChangeDeployments.Moved::moving).sum();
    int left = moved.stream().mapToInt(each -> migration.waitingFor(each.deploymentId())).sum();
    return new ChangeProgress.Count(
        Math.max(0, total - left), total, left == 0 ? 0 : migration.failed());
  }

  /** What a rollback leaves as it is. */
  static List<String> notUndone(List<ChangedFile> files) {
    return Stream.concat(
            files.stream()
                .filter(file -> file.base() == null)
                .map(file -> "%s was new; its model stays deployed".formatted(file.name())),
            Stream.of(
                "Leads that were judged, routed or answered meanwhile stay as they are; the earlier"
                    + " models count from the next signal and the next handoff on"))
        .toList();
  }

  private Stream<Difference> differences(ModelChange change, ChangedFile file) {
    return before(change, file)
        .map(before -> ModelDiff.between(before, file.file()).stream())
        .orElseGet(() -> Stream.of(Difference.ofFile(file.name(), true)));
  }

  private Optional<ModelFile> before(ModelChange change, ChangedFile file) {
    return change.state().isOpen()
        ? deployments.inForce(file.file())
        : Optional.ofNullable(file.base()).map(base -> new ModelFile(file.name(), base));
  }
}
