package dev.baton.handoff;

/**
 * The names of what an answer carries, the same at every door; they pass through a task as
 * transient or are taken out again by the step behind it, so that nothing of a person stays in the
 * process.
 */
final class AnswerFields {
  static final String DECISION = "decision";
  static final String REASON = "reason";
  static final String NOTE = "note";
  static final String FRAMEWORK = "framework";
  static final String CRITERIA = "criteria";

  /** Why a manager goes on without a non-negotiable. */
  static final String OVERRIDE = "override";

  static final String KIND = "kind";
  static final String OUTCOME = "outcome";
  static final String AT = "at";
  static final String NEXT_AT = "nextAt";
  static final String VALUE = "value";
  static final String CURRENCY = "currency";
  static final String STAGE = "stage";
  static final String NEXT_STEP = "nextStep";
  static final String CLOSE_DATE = "closeDate";

  private AnswerFields() {}
}
