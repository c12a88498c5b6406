package dev.baton.engine.rehearsal;

/** Failure of a step of a process in a rehearsal; its message names the step and says why. */
public final class StepFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StepFailed(String message, RuntimeException cause) {
    super(message, cause);
  }

  StepFailed(String message) {
    super(message);
  }
}
