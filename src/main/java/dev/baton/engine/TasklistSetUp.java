package dev.baton.engine;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Sees at each start that Tasklist has the lists that a rep and a manager work from. A list that is
 * there stays as it is: somebody may have made it their own.
 */
@Component
class TasklistSetUp implements ApplicationRunner {
  private static final String ME = "${currentUser()}";
  private static final String MY_GROUPS = "${currentUserGroups()}";
  private static final String NOW = "${now()}";
  private static final String SOON = "${dateTime().plusHours(4).toDate()}";

  /** The shipped band (rule R9). A list can be changed in Tasklist. */
  private static final int HOT = 80;

  private static final List<Map<String, Object>> COLUMNS =
      List.of(
          Map.of("name", "company", "label", "Company"), Map.of("name", "score", "label", "Score"));

  private final FilterService filters;
  private final TaskService tasks;

  TasklistSetUp(ProcessEngine engine) {
    this.filters = engine.getFilterService();
    this.tasks = engine.getTaskService();
  }

  @Override
  public void run(ApplicationArguments args) {
    list(1, "My leads", "What waits for me", all -> all.taskAssigneeExpression(ME));
    list(
        2,
        "Hot",
        "Mine, with a score of 80 and more",
        all -> all.taskAssigneeExpression(ME).taskVariableValueGreaterThanOrEquals("score", HOT));
    list(
        3,
        "Due soon",
        "Mine, due within four hours",
        all -> all.taskAssigneeExpression(ME).dueAfterExpression(NOW).dueBeforeExpression(SOON));
    list(
        4,
        "Overdue",
        "Mine, past due: an answer still counts",
        all -> all.taskAssigneeExpression(ME).dueBeforeExpression(NOW));
    list(
        5,
        "Unclaimed in my team",
        "Nobody's yet: who answers owns the lead",
        all -> all.taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned());
    list(
        6,
        "Overdue in my team",
        "Past due, whoever owns it",
        all ->
            all.taskCandidateGroupInExpression(MY_GROUPS)
                .includeAssignedTasks()
                .dueBeforeExpression(NOW));
  }

  /** Tasklist opens with the list of the lowest priority number. */
  private void list(
      int priority, String name, String description, UnaryOperator<TaskQuery> narrow) {
    if (filters.createFilterQuery().filterName(name).count() > 0) {
      return;
    }
    Filter filter = filters.newTaskFilter(name);
    // no order of its own: it would come before the one that a person picks in Tasklist
    filter.setQuery(narrow.apply(tasks.createTaskQuery()));
    filter.setProperties(
        Map.of(
            "description", description,
            "priority", priority,
            "refresh", true,
            "showUndefinedVariable", false,
            "variables", COLUMNS));
    filters.saveFilter(filter);
  }
}
