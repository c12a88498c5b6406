package dev.baton.insight.cockpit;

import dev.baton.insight.Today;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Where Cockpit asks our plugin; Jersey makes it, so it fetches our beans itself. */
@Path("plugin/" + BatonInCockpit.ID)
public class CockpitRoot extends AbstractCockpitPluginRootResource {

  public CockpitRoot() {
    super(BatonInCockpit.ID);
  }

  @Path("{engineName}/today")
  public StandingToday today(
      @PathParam("engineName") String engineName, @Context ServletContext servlet) {
    Today today =
        WebApplicationContextUtils.getRequiredWebApplicationContext(servlet).getBean(Today.class);
    return subResource(new StandingToday(engineName, today), engineName);
  }
}
