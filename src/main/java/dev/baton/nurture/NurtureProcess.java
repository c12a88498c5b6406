package dev.baton.nurture;

import dev.baton.engine.ProcessInstances;
import dev.baton.engine.ProcessVariable;
import java.util.Date;
import java.util.List;
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

  private final ProcessInstances instances;

  NurtureProcess(ProcessInstances instances) {
    this.instances = instances;
  }

  /** Starts the process in the caller's transaction; its first step runs after that. */
  void start(Nurture nurture) {
    instances.start(KEY, nurture.id()).run();
  }

  /** Ends it, wherever it stands. */
  void end(String nurtureId, NurtureOutcome outcome) {
    instances.tell("nurtureOver", nurtureId, OUTCOME, outcome.word());
    // before its first step has run it doesn't listen yet
    instances.find(KEY, nurtureId).ifPresent(left -> left.cancel(outcome.word()));
  }

  /** Sales is done with the lead; nothing happens when the process doesn't wait for that. */
  void resume(String nurtureId) {
    instances.tell("salesDone", nurtureId);
  }
}
