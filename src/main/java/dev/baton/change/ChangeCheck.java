package dev.baton.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.change.ChangeFinding.Severity;
import dev.baton.change.diff.ModelDiff;
import dev.baton.engine.deploy.ModelDeployments;
import dev.baton.engine.deploy.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Check of a change: what hinders a deployment, and what its author should know before. */
@Component
class ChangeCheck {
  private static final TypeReference<List<ChangeFinding>> FINDINGS = new TypeReference<>() {};

  private final ModelChanges changes;
  private final ModelDeployments deployments;
  private final ObjectMapper json;

  ChangeCheck(ModelChanges changes, ModelDeployments deployments, ObjectMapper json) {
    this.changes = changes;
    this.deployments = deployments;
    this.json = json;
  }

  /** What is wrong with the files of a change, as they would be deployed now. */
  List<ChangeFinding> run(long id) {
    List<ChangedFile> files = changes.files(id);
    List<ChangeFinding> findings = new ArrayList<>();
    deployments.check(files.stream().map(ChangedFile::file).toList()).stream()
        .map(
            finding ->
                new ChangeFinding(
                    Severity.ERROR, finding.file(), finding.element(), finding.text()))
        .forEach(findings::add);
    files.forEach(file -> warn(id, file, findings));
    return findings;
  }

  private void warn(long id, ChangedFile file, List<ChangeFinding> findings) {
    Optional<ModelFile> inForce = deployments.inForce(file.file());
    if (inForce.isPresent() && ModelDiff.between(inForce.get(), file.file()).isEmpty()) {
      findings.add(
          ChangeFinding.warning(file.name(), "It says the same as what is in force: no change"));
    }
    if (!Objects.equals(inForce.map(ModelFile::content).orElse(null), file.base())) {
      findings.add(
          ChangeFinding.warning(
              file.name(),
              "Another version came into force since this was proposed; look at the differences"
                  + " again"));
    }
    List<Long> others = changes.othersWith(id, file.name());
    if (!others.isEmpty()) {
      findings.add(
          ChangeFinding.warning(
              file.name(),
              "It is part of another open change too: "
                  + others.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
  }

  /** What the last check of what it says now found; nothing where there was none. */
  List<ChangeFinding> last(long id) {
    return changes.checks(id).map(this::read).orElse(List.of());
  }

  String write(List<ChangeFinding> findings) {
    try {
      return json.writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Findings can be written", e);
    }
  }

  private List<ChangeFinding> read(String findings) {
    try {
      return json.readValue(findings, FINDINGS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Findings can be read", e);
    }
  }
}
