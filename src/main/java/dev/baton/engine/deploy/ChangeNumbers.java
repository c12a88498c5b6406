package dev.baton.engine.deploy;

import java.util.Collection;
import java.util.Map;

/** Which change a deployment belongs to, for those who only know the deployment. */
public interface ChangeNumbers {

  /** Numbers by the id of the deployment; what is no change's has none. */
  Map<String, Long> of(Collection<String> deploymentIds);
}
