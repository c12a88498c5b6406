package dev.baton.handoff.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which answer a handoff owes. */
public enum HandoffState {
  REVIEW("reviewLead"),
  QUALIFICATION("qualifyLead"),
  FIRST_TOUCH("makeFirstTouch"),
  /** Touched: an opportunity is to be opened, or the deal runs; the stage tells which. */
  OPPORTUNITY("openOpportunity"),
  /** Nothing is asked any more. */
  CLOSED("");

  /** Those that somebody owes an answer in. */
  public static final List<HandoffState> ANSWERABLE =
      List.of(REVIEW, QUALIFICATION, FIRST_TOUCH, OPPORTUNITY);

  /** The clock that runs until a lead has an owner; no question. */
  public static final String ROUTE = "route";

  private static final Set<String> RESERVED =
      Set.of(
          ROUTE,
          "outcome",
          AnswerLog.REASSIGN,
          AnswerLog.CLAIM,
          AnswerLog.DECLINE,
          AnswerLog.RESTART,
          AnswerLog.MERGE,
          AnswerLog.ERASURE);

  private final String task;

  HandoffState(String task) {
    this.task = task;
  }

  /** The id of the user task that asks for the answer; empty where none does. */
  public String task() {
    return task;
  }

  /** The name of its clock, and of the question in the taxonomy. */
  public String clock() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name as a person says it, such as "first touch". */
  public String words() {
    return words(clock());
  }

  /** The name of a clock as a person says it. */
  public static String words(String clock) {
    return clock.replace('_', ' ');
  }

  /** The rule task behind which its clock starts. */
  public String slaTask() {
    return "choose" + camel() + "Sla";
  }

  public String dueSoonTimer() {
    return Character.toLowerCase(camel().charAt(0)) + camel().substring(1) + "DueSoon";
  }

  public String overdueTimer() {
    return Character.toLowerCase(camel().charAt(0)) + camel().substring(1) + "Overdue";
  }

  private String camel() {
    return Arrays.stream(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .reduce("", String::concat);
  }

  /** Whether it is the question of a designer, asked beside those that ship. */
  public static boolean isAdded(String question) {
    return ofClock(question).isEmpty() && !RESERVED.contains(question);
  }

  /** The question of this name. */
  public static Optional<HandoffState> ofClock(String clock) {
    return Arrays.stream(values()).filter(state -> state.clock().equals(clock)).findFirst();
  }
}
