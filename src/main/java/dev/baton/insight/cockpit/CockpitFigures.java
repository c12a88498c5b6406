package dev.baton.insight.cockpit;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** Figures for who may use Cockpit; no lead and no person. */
public class CockpitFigures extends AbstractCockpitPluginResource {
  private final Supplier<?> figures;

  CockpitFigures(String engineName, Supplier<?> figures) {
    super(engineName);
    this.figures = figures;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Object get() {
    if (!mayUseCockpit()) {
      throw new ForbiddenException("Your groups don't open Cockpit");
    }
    return figures.get();
  }

  /** Camunda lets every logged-in user through to a plugin's resource. */
  private boolean mayUseCockpit() {
    ProcessEngine engine = getProcessEngine();
    var login = engine.getIdentityService().getCurrentAuthentication();
    return login != null
        && engine
            .getAuthorizationService()
            .isUserAuthorized(
                login.getUserId(),
                login.getGroupIds(),
                Permissions.ACCESS,
                Resources.APPLICATION,
                "cockpit");
  }
}
