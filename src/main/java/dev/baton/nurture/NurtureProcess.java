package dev.baton.nurture;

import dev.baton.engine.ProcessVariable;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Process {@code lead-nurture}: its variables and the two things that happen to it from outside.
 * The business key is the id of the stay in nurture.
 */
@Component
public class NurtureProcess {
  static final String KEY = "lead-nurture";

  public static final ProcessVariable<Date> NEXT_MAIL_DUE_AT =
      new ProcessVariable<>("nextMailDueAt", Date.class);

  /** What comes next: {@code mail}, {@code pause}, {@code later} or {@code finish}. */
  public static final ProcessVariable<String> ACT = new ProcessVariable<>("act", String.class);

  /** Which mail comes next, or null. */
  public static final ProcessVariable<String> MAIL = new ProcessVariable<>("mail", String.class);

  /** How it ended; told by who ends it from outside. */
  public static final ProcessVariable<String> OUTCOME =
      new ProcessVariable<>("outcome", String.class);

  /** Everything that stays in the process. */
  public static final List<ProcessVariable<?>> VARIABLES =
      List.of(NEXT_MAIL_DUE_AT, ACT, MAIL, OUTCOME);

  private final RuntimeService runtime;

  NurtureProcess(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /** Starts the process in the caller's transaction; its first step runs after that. */
  void start(Nurture nurture) {
    runtime.startProcessInstanceByKey(KEY, nurture.id());
  }

  /** Ends it, wherever it stands. */
  void end(String nurtureId, NurtureOutcome outcome) {
    unlessRaced(
        () -> {
          runtime
              .createMessageCorrelation("nurtureOver")
              .processInstanceBusinessKey(nurtureId)
              .setVariable(OUTCOME.name(), outcome.word())
              .correlateAll();
          // before its first step has run it doesn't listen yet
          instance(nurtureId)
              .ifPresent(left -> runtime.deleteProcessInstance(left.getId(), outcome.word()));
        });
  }

  /** Sales is done with the lead; nothing happens when the process doesn't wait for that. */
  void resume(String nurtureId) {
    unlessRaced(
        () ->
            runtime
                .createMessageCorrelation("salesDone")
                .processInstanceBusinessKey(nurtureId)
                .setVariables(Map.of())
                .correlateAll());
  }

  private Optional<ProcessInstance> instance(String nurtureId) {
    return Optional.ofNullable(
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(nurtureId, KEY)
            .singleResult());
  }

  private static void unlessRaced(Runnable change) {
    try {
      change.run();
    } catch (OptimisticLockingException e) {
      throw new ConcurrencyFailureException("The process has gone on meanwhile", e);
    }
  }
}
