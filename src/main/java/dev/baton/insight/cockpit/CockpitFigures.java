package dev.baton.insight.cockpit;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** What our plugin answers to those who may use Cockpit, by who asks. */
public class CockpitFigures extends AbstractCockpitPluginResource {
  private final Function<String, ?> figures;

  CockpitFigures(String engineName, Function<String, ?> figures) {
    super(engineName);
    this.figures = figures;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Object get() {
    ProcessEngine engine = getProcessEngine();
    Authentication login = engine.getIdentityService().getCurrentAuthentication();
    if (login == null || !mayUseCockpit(engine, login)) {
      throw new ForbiddenException("Your groups don't open Cockpit");
    }
    return figures.apply(login.getUserId());
  }

  /** Camunda lets every logged-in user through to a plugin's resource. */
  private static boolean mayUseCockpit(ProcessEngine engine, Authentication login) {
    return engine
        .getAuthorizationService()
        .isUserAuthorized(
            login.getUserId(),
            login.getGroupIds(),
            Permissions.ACCESS,
            Resources.APPLICATION,
            "cockpit");
  }
}
