package dev.baton.insight.cockpit;

import dev.baton.insight.Today;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** Compliance today and overdue now, for the dashboard; figures only, no lead and no person. */
public class StandingToday extends AbstractCockpitPluginResource {
  private final Today today;

  StandingToday(String engineName, Today today) {
    super(engineName);
    this.today = today;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Today.Standing get() {
    if (!mayUseCockpit()) {
      throw new ForbiddenException("Your groups don't open Cockpit");
    }
    return today.standing();
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
