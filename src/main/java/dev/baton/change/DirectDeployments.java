package dev.baton.change;

import dev.baton.engine.deploy.DeploymentListener;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.input.ApiProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people deploy beside the changes is one too: recorded as in force, or, where signatures are
 * needed, refused and kept as a proposal.
 */
@Component
class DirectDeployments implements DeploymentListener {
  private final ChangeCommands commands;
  private final ChangeDeployments deployed;
  private final ChangeSettings settings;
  private final TransactionTemplate ownTransaction;

  DirectDeployments(
      ChangeCommands commands,
      ChangeDeployments deployed,
      ChangeSettings settings,
      PlatformTransactionManager transactions) {
    this.commands = commands;
    this.deployed = deployed;
    this.settings = settings;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void deploying(
      @Nullable String name, String deploymentId, List<ModelFile> files, String by) {
    ChangeDraft draft =
        new ChangeDraft(name == null ? deploymentId : name, "Deployed by hand", files);
    if (!settings.needsSignatures()) {
      deployed.add(deploymentId, commands.deployed(draft, by), false);
      return;
    }
    // stays, though the deployment is taken back
    Long id = ownTransaction.execute(status -> commands.propose(draft, by));
    throw new ApiProblem(
        HttpStatus.FORBIDDEN,
        "Marketing and sales sign before models change here. Nothing was deployed; it is proposed"
            + " as change %d: /changes/%d".formatted(id, id));
  }
}
