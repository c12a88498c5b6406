package dev.baton.routing;

import dev.baton.people.Presence;
import java.util.Optional;

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
  NOT_THEIR_TURN;

  /** Of somebody who takes no leads at all now. */
  public static Optional<SkipReason> of(Presence presence) {
    return switch (presence.state()) {
      case INACTIVE -> Optional.of(INACTIVE);
      case ABSENT -> Optional.of(ABSENT);
      case UNRESPONSIVE -> Optional.of(UNRESPONSIVE);
      case OFF_SHIFT, ON_SHIFT -> Optional.empty();
    };
  }
}
