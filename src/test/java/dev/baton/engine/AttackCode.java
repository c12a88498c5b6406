package dev.baton.engine;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Code that nobody invited: counts how often it got in. */
public class AttackCode implements JavaDelegate, Serializable {
  public static final AtomicInteger ENTRIES = new AtomicInteger();

  /** An expression that loads this class by reflection and runs it. */
  public static final String EXPRESSION =
      "${''.getClass().forName('dev.baton.engine.AttackCode').newInstance().enter()}";

  public String enter() {
    ENTRIES.incrementAndGet();
    return "burglar";
  }

  @Override
  public void execute(DelegateExecution execution) {
    enter();
  }
}
