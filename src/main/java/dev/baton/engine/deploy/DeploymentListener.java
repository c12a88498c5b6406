package dev.baton.engine.deploy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears of models that a person deploys, in the deployment's transaction, before they count. */
public interface DeploymentListener {

  /**
   * Takes it by returning, refuses it by throwing.
   *
   * @param name as whoever deploys calls it, or null
   */
  void deploying(@Nullable String name, String deploymentId, List<ModelFile> files, String by);
}
