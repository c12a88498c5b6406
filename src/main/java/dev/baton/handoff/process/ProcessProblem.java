package dev.baton.handoff.process;

/** What is wrong between an open handoff and its process. */
public enum ProcessProblem {
  NO_PROCESS("its process is gone"),
  SEVERAL_PROCESSES("it has more than one process"),
  SUSPENDED("its process is suspended"),
  NO_TASK("nobody is asked what it waits for: the task is missing"),
  STEP_FAILS("a step of its process fails"),
  NO_STEP("its process stands between two steps and has nothing to run");

  private final String words;

  ProcessProblem(String words) {
    this.words = words;
  }

  /** As the end of a sentence about the handoff. */
  public String words() {
    return words;
  }
}
