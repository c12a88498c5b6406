package dev.baton.change;

import dev.baton.handoff.HandoffScenario;
import dev.baton.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;

/** Dora, a designer who proposes, and whose changes marketing and sales sign. */
final class DesignerActor {
  static final String NAME = "dora";

  private final HandoffScenario scenario;

  DesignerActor(HandoffScenario scenario) {
    this.scenario = scenario;
    scenario.hire(NAME, Role.DESIGNER, null);
  }

  ChangeCommands commands() {
    return scenario.bean(ChangeCommands.class);
  }

  ChangeDetails details(long id) {
    return scenario.bean(ChangeQueries.class).details(id).orElseThrow();
  }

  ChangeState state(long id) {
    return details(id).change().state();
  }

  /** What a change does, in words. */
  List<String> says(long id) {
    return details(id).diff().stream().map(each -> each.text()).toList();
  }

  /** File names and contents in turn. */
  long proposes(String... files) {
    return commands()
        .propose(
            Map.of("title", "Another " + files[0], "why", "we agreed", "files", files(files)),
            NAME);
  }

  static List<Map<String, String>> files(String... namesAndContents) {
    List<Map<String, String>> files = new ArrayList<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      files.add(Map.of("name", namesAndContents[i], "content", namesAndContents[i + 1]));
    }
    return files;
  }

  long applied(String... files) {
    long id = proposes(files);
    checkedAndSigned(id);
    commands().apply(id, Map.of(), NAME);
    return id;
  }

  void checkedAndSigned(long id) {
    commands().check(id, Map.of(), NAME);
    signs(id, "marketing", "marc");
    signs(id, "sales", "mona");
  }

  void signs(long id, String side, String by) {
    commands().sign(id, Map.of("side", side), by);
  }

  /** Nothing runs any longer, and what ships is in force again. */
  void takesAllBack() {
    RuntimeService runtime = scenario.bean(RuntimeService.class);
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(each -> runtime.deleteProcessInstance(each.getId(), "end of the test"));
    RepositoryService repository = scenario.bean(RepositoryService.class);
    repository
        .createDeploymentQuery()
        .deploymentNameLike("Change %")
        .list()
        .forEach(each -> repository.deleteDeployment(each.getId()));
  }
}
