package dev.baton.know.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goal and what has a part in it.
 *
 * @param parts in millionths of it, one million together
 */
record CreditedGoal(ReachedGoal goal, List<Part> parts) {

  /**
   * Part of a goal.
   *
   * @param touch null where nothing was recorded before the goal that could have one
   */
  record Part(@Nullable Touchpoint touch, int millionths) {}

  boolean isNamed() {
    return parts.get(0).touch() != null;
  }
}
