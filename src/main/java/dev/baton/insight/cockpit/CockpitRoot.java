package dev.baton.insight.cockpit;

import dev.baton.insight.TodayCompliance;
import dev.baton.insight.sla.TaskFigures;
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

  /** The SLA of today, for the dashboard. */
  @Path("{engineName}/today")
  public CockpitFigures today(
      @PathParam("engineName") String engineName, @Context ServletContext servlet) {
    TodayCompliance compliance = bean(servlet, TodayCompliance.class);
    return new CockpitFigures(engineName, by -> compliance.standing());
  }

  /** How each step of the handoff stands, for its diagram. */
  @Path("{engineName}/steps")
  public CockpitFigures steps(
      @PathParam("engineName") String engineName, @Context ServletContext servlet) {
    TaskFigures steps = bean(servlet, TaskFigures.class);
    return new CockpitFigures(engineName, by -> steps.standing());
  }

  /** Whether the pages that figures link to open for whoever asks. */
  @Path("{engineName}/viewer")
  public CockpitFigures viewer(
      @PathParam("engineName") String engineName, @Context ServletContext servlet) {
    return new CockpitFigures(engineName, bean(servlet, CockpitLeads.class)::viewer);
  }

  /** Who the handoffs are about, for whoever reads all leads. */
  @Path("{engineName}/leads")
  public CockpitFigures leads(
      @PathParam("engineName") String engineName, @Context ServletContext servlet) {
    return new CockpitFigures(engineName, bean(servlet, CockpitLeads.class)::inProcess);
  }

  private static <T> T bean(ServletContext servlet, Class<T> type) {
    return WebApplicationContextUtils.getRequiredWebApplicationContext(servlet).getBean(type);
  }
}
