package dev.baton.routing;

/** Why somebody doesn't get a lead. */
public enum SkipReason {
  /** Left, or is not in sales. */
  INACTIVE,
  ABSENT,
  UNRESPONSIVE,
  /** Had this lead before. */
  HAD_IT,
  /** Has said of this lead that it isn't theirs. */
  DECLINED,
  /** Had as many leads as a day of theirs may bring. */
  DAILY_CAP,
  /** Has as many open handoffs as they may. */
  OPEN_CAP,
  /** Others have the skill that the lead needs. */
  NO_SKILL,
  /** Others work now. */
  OFF_SHIFT,
  /** Others are before them. */
  NOT_THEIR_TURN
}
