package dev.baton.insight.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Our plugin of Cockpit; Camunda finds it by {@code META-INF/services}. */
public class BatonInCockpit extends AbstractCockpitPlugin {
  static final String ID = "baton";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(CockpitRoot.class);
  }
}
