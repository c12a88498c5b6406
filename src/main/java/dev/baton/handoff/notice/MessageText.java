package dev.baton.handoff.notice;

import java.util.Locale;

/** Message whose headline is a row of the table {@code message-text}, by its word. */
public enum MessageText {
  ASSIGNED,
  HANDED_OVER,
  TEAM_ASSIGNED,
  GIVEN,
  CLAIM,
  TEAM_CLAIM,
  ADDED_QUESTION,
  ADDED_QUESTION_HANDED_OVER,
  DEAL_HANDED_OVER,
  DUE_SOON,
  NEXT_ATTEMPT,
  OVERDUE_OWNER,
  OVERDUE,
  UNOWNED,
  TAKEN,
  PAUSED,
  REP_PAUSED,
  NOBODY_LEFT,
  UNROUTED,
  INTENT,
  INTENT_UNFIT,
  COLLEAGUE,
  MERGED_AWAY,
  MERGED_INTO,
  COOLING_OFF_OVER,
  CAMPAIGN_REJECTED,
  FIND_CONTACT,
  FIND_CONTACT_DUE_SOON,
  FIND_CONTACT_OVERDUE,
  ABSENCE_WAITS,
  ABSENCE_GIVEN,
  ABSENCE_BACK,
  ABSENCE_ENDED,
  ABSENCE_KEPT;

  /** As the table names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
