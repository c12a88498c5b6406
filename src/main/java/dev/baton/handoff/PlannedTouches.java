package dev.baton.handoff;

import dev.baton.handoff.answer.AnswerFields;
import dev.baton.handoff.answer.RetryPlan;
import dev.baton.handoff.answer.Touches;
import dev.baton.people.Availability;
import dev.baton.people.People;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Touches of clients that name no next date after nobody answered: the retry plan names it, where
 * our pages and the task list ask a person.
 */
@Component
class PlannedTouches {
  private final Touches touches;
  private final RetryPlan plan;
  private final People people;
  private final Availability availability;
  private final Clock clock;

  PlannedTouches(
      Touches touches, RetryPlan plan, People people, Availability availability, Clock clock) {
    this.touches = touches;
    this.plan = plan;
    this.people = people;
    this.availability = availability;
    this.clock = clock;
  }

  Map<String, Object> complete(String handoffId, Map<String, Object> said, String by) {
    Object next = said.get(AnswerFields.NEXT_AT);
    if (!Touches.NO_ANSWER.equals(said.get(AnswerFields.OUTCOME))
        || (next != null && !next.toString().isBlank())) {
      return said;
    }
    RetryPlan.Retry retry =
        plan.after(
            touches.attemptsSinceContact(handoffId) + 1,
            Touches.NO_ANSWER,
            clock.instant(),
            availability.shift(people.find(by).orElseThrow()),
            null);
    if (retry.at() == null) {
      return said;
    }
    Map<String, Object> complete = new LinkedHashMap<>(said);
    complete.put(AnswerFields.NEXT_AT, retry.at().toString());
    return complete;
  }
}
