package dev.baton.handoff.answer;

/**
 * The names of what an answer carries, the same on every surface; they pass through a task as
 * transient or are taken out again by the step behind it, so that nothing of a person stays in the
 * process.
 */
public final class AnswerFields {
  public static final String DECISION = "decision";
  public static final String REASON = "reason";
  public static final String NOTE = "note";
  static final String FRAMEWORK = "framework";
  static final String CRITERIA = "criteria";

  /** Why a manager goes on without a non-negotiable. */
  public static final String OVERRIDE = "override";

  static final String KIND = "kind";
  public static final String OUTCOME = "outcome";
  static final String AT = "at";
  public static final String NEXT_AT = "nextAt";
  public static final String VALUE = "value";
  static final String CURRENCY = "currency";
  static final String STAGE = "stage";
  static final String NEXT_STEP = "nextStep";
  static final String CLOSE_DATE = "closeDate";

  private AnswerFields() {}
}
