package dev.baton.demo.sample;

import static dev.baton.demo.sample.SignalSequence.Mood.ASKS;
import static dev.baton.demo.sample.SignalSequence.Mood.BARELY;
import static dev.baton.demo.sample.SignalSequence.Mood.BROWSES;
import static dev.baton.demo.sample.SignalSequence.Mood.IS_CALLED;
import static dev.baton.demo.sample.SignalSequence.Mood.JUST_ASKED;
import static dev.baton.demo.sample.SignalSequence.Mood.NEARLY;
import static dev.baton.demo.sample.SignalSequence.Mood.WARMS_UP;

import java.util.List;

/**
 * What becomes of a lead in the story, and of how many of two hundred. The answers are what its
 * reps say one after the other, {@code no:reason} for a no; where they end, an answer is still owed
 * or the deal still runs.
 */
public enum ScenarioOutcome {
  BROWSING(60, 89, 1, BROWSES, List.of(), List.of()),
  ALMOST(7, 85, 5, NEARLY, List.of(), List.of()),

  WRONG_ICP(7, 88, 3, ASKS, List.of("no:wrong_icp"), List.of()),
  LOW_INTENT(4, 88, 3, BARELY, List.of("no:low_intent"), List.of()),
  LOW_INTENT_BACK(
      3, 88, 60, WARMS_UP, List.of("no:low_intent"), List.of("yes", "yes", "yes", "yes", "yes")),
  DUPLICATE(3, 80, 3, ASKS, List.of("no:duplicate"), List.of()),
  UNREACHABLE(3, 80, 3, ASKS, List.of("no:unreachable"), List.of()),
  UNREACHABLE_BACK(2, 88, 55, WARMS_UP, List.of("no:unreachable"), List.of("yes", "yes", "yes")),

  NO_BUDGET(4, 85, 10, ASKS, List.of("yes", "no:no_budget"), List.of()),
  NO_AUTHORITY(1, 85, 10, WARMS_UP, List.of("yes", "no:no_authority"), List.of()),
  NO_AUTHORITY_BACK(
      3, 85, 40, WARMS_UP, List.of("yes", "no:no_authority"), List.of("yes", "yes", "yes", "yes")),
  NO_NEED(3, 85, 10, WARMS_UP, List.of("yes", "no:no_active_need"), List.of()),
  BAD_TIMING(4, 85, 10, ASKS, List.of("yes", "no:bad_timing"), List.of()),
  COMPETITOR(3, 85, 10, ASKS, List.of("yes", "no:competitor"), List.of()),
  SILENT(2, 85, 10, IS_CALLED, List.of("yes", "no:unreachable"), List.of()),

  NEVER_TOUCHED(2, 80, 15, ASKS, List.of("yes", "yes", "no:unreachable"), List.of()),
  GONE_COLD(1, 80, 15, WARMS_UP, List.of("yes", "yes", "no:no_active_need"), List.of()),
  NO_DEAL(2, 80, 25, WARMS_UP, List.of("yes", "yes", "yes", "no:no_budget"), List.of()),

  WON(6, 88, 42, ASKS, List.of("yes", "yes", "yes", "yes", "yes"), List.of()),
  WON_QUIETLY(2, 88, 42, BARELY, List.of("yes", "yes", "yes", "yes", "yes"), List.of()),
  WON_BY_CALL(3, 88, 42, IS_CALLED, List.of("yes", "yes", "yes", "yes", "yes"), List.of()),
  LOST_TO_COMPETITOR(
      5, 88, 42, ASKS, List.of("yes", "yes", "yes", "yes", "no:competitor"), List.of()),
  LOST_BUDGET(3, 88, 42, WARMS_UP, List.of("yes", "yes", "yes", "yes", "no:no_budget"), List.of()),
  LOST_TIMING(
      2, 88, 42, IS_CALLED, List.of("yes", "yes", "yes", "yes", "no:bad_timing"), List.of()),

  DEAL_RUNS(10, 60, 16, ASKS, List.of("yes", "yes", "yes", "yes"), List.of()),
  OPPORTUNITY_OWED(6, 24, 6, WARMS_UP, List.of("yes", "yes", "yes"), List.of()),
  FIRST_TOUCH_OWED(5, 9, 3, ASKS, List.of("yes", "yes"), List.of()),
  QUALIFICATION_OWED(8, 8, 1, IS_CALLED, List.of("yes"), List.of()),

  /** Of the last day: waiting for rita and ben, taken up by the others. */
  FRESH(36, 0, 0, JUST_ASKED, List.of("yes"), List.of());

  private static final int OF = 200;

  private final int count;
  private final int firstDay;
  private final int lastDay;
  private final SignalSequence.Mood mood;
  private final List<String> answers;
  private final List<String> secondAnswers;

  ScenarioOutcome(
      int count,
      int firstDay,
      int lastDay,
      SignalSequence.Mood mood,
      List<String> answers,
      List<String> secondAnswers) {
    this.count = count;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.mood = mood;
    this.answers = answers;
    this.secondAnswers = secondAnswers;
  }

  /** How many of so many leads have this fate, at least one; fresh ones are always all there. */
  int among(int leads) {
    if (this == FRESH) {
      return count;
    }
    return Math.max(1, Math.round((float) count * leads / OF));
  }

  /** The earliest day, counted back from now, on which it comes to a head. */
  int firstDay() {
    return firstDay;
  }

  int lastDay() {
    return lastDay;
  }

  SignalSequence.Mood mood() {
    return mood;
  }

  /** What the reps answer in the lead's first or second handoff. */
  public List<String> answers(int cycle) {
    boolean unexpected = cycle > 1 && secondAnswers.isEmpty();
    return cycle == 1 ? answers : unexpected ? List.of("no:low_intent") : secondAnswers;
  }

  public boolean comesBack() {
    return !secondAnswers.isEmpty();
  }
}
