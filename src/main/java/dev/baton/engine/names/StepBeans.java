package dev.baton.engine.names;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The steps that a model may call, by bean name: our own delegates and listeners. Looked up when
 * called, because steps need the engine and the engine needs to know them. No other bean is seen.
 */
@Component
public class StepBeans {
  private static final String OURS = "dev.baton.";

  /** Where in a model a step is called. */
  public enum Use {
    TASK(JavaDelegate.class),
    EXECUTION_LISTENER(ExecutionListener.class),
    TASK_LISTENER(TaskListener.class);

    private final Class<?> type;

    Use(Class<?> type) {
      this.type = type;
    }
  }

  private final ListableBeanFactory beans;

  public StepBeans(ListableBeanFactory beans) {
    this.beans = beans;
  }

  public boolean has(String name) {
    return Arrays.stream(Use.values()).anyMatch(use -> has(name, use));
  }

  public boolean has(String name, Use use) {
    return beans.containsBean(name) && isOurs(name) && beans.isTypeMatch(name, use.type);
  }

  private boolean isOurs(String name) {
    Class<?> type = beans.getType(name, false);
    return type != null && type.getName().startsWith(OURS);
  }

  public Object get(String name) {
    return beans.getBean(name);
  }

  /** What the application gives to its processes. */
  public Collection<KnownVariables> variables() {
    return beans.getBeansOfType(KnownVariables.class).values();
  }

  public Set<String> names(Use use) {
    return List.of(beans.getBeanNamesForType(use.type, true, false)).stream()
        .filter(this::isOurs)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
