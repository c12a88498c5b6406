package dev.baton.change;

import dev.baton.change.definition.Definition;
import dev.baton.change.definition.DefinitionSignatures;
import dev.baton.engine.deploy.ModelVersion;
import dev.baton.engine.deploy.ModelsInForce;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes behind models in force, with who has signed them. */
@Component
class SignedChanges implements DefinitionSignatures {
  private final ChangeDeployments deployments;
  private final ModelChanges changes;
  private final Signatures signatures;

  SignedChanges(ChangeDeployments deployments, ModelChanges changes, Signatures signatures) {
    this.deployments = deployments;
    this.changes = changes;
    this.signatures = signatures;
  }

  @Override
  public List<Definition.SignedChange> of(ModelsInForce models) {
    List<String> ids = models.models().stream().map(ModelVersion::deploymentId).distinct().toList();
    return deployments.broughtBy(ids).stream()
        .flatMap(id -> changes.find(id).stream())
        .map(
            change ->
                new Definition.SignedChange(
                    change.id(),
                    change.title(),
                    signatures.of(change.id(), change.contentHash()).stream()
                        .map(
                            each ->
                                new Definition.Signed(
                                    each.side().word(), each.by(), each.at(), each.note()))
                        .toList()))
        .toList();
  }
}
