package dev.baton.agent.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Agent: a process that proposes one kind of thing; its name is the id of the process. */
public enum Agent {
  REVIVE_LEAD("Revive lost leads", "approveRevival", AgentCall.TOUCH_DRAFT),
  RESEARCH_ACCOUNT("Account research", "approveResearch", AgentCall.NOTE),
  PLAN_NEXT_STEP("After the meeting", "approveNextStep", AgentCall.TASK),
  READY_TO_TALK("Ready to talk", "approveTalk", AgentCall.TASK);

  private final String title;
  private final String task;
  private final AgentCall result;

  Agent(String title, String task, AgentCall result) {
    this.title = title;
    this.task = task;
    this.result = result;
  }

  public static Optional<Agent> of(String word) {
    return Arrays.stream(values()).filter(agent -> agent.word().equals(word)).findFirst();
  }

  /** Its name, and the id of its process. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String title() {
    return title;
  }

  /** The user task in which its proposal waits. */
  public String task() {
    return task;
  }

  /** What is left behind when a person approves. */
  public AgentCall result() {
    return result;
  }
}
