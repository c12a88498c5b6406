package dev.baton.engine.guard;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * Keeps what Cockpit shows of ended instances and tasks, and incidents, and nothing else: our own
 * facts are the record, and each further history row costs more than the step it tells of.
 */
public class LeanHistoryLevel implements HistoryLevel {
  public static final String NAME = "lean";

  private static final Set<HistoryEventType> KEPT =
      Set.of(
          HistoryEventTypes.PROCESS_INSTANCE_START,
          HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
          HistoryEventTypes.PROCESS_INSTANCE_END,
          HistoryEventTypes.TASK_INSTANCE_CREATE,
          HistoryEventTypes.TASK_INSTANCE_UPDATE,
          HistoryEventTypes.TASK_INSTANCE_COMPLETE,
          HistoryEventTypes.TASK_INSTANCE_DELETE,
          HistoryEventTypes.INCIDENT_CREATE,
          HistoryEventTypes.INCIDENT_RESOLVE,
          HistoryEventTypes.INCIDENT_DELETE);

  @Override
  public int getId() {
    return 20;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
    return KEPT.contains(eventType);
  }
}
