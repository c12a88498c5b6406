package dev.baton.handoff;

import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.Elapsed;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Shows handoffs with their clocks, and where the time of each clock went. */
@Component
public class HandoffViews {
  private final Deadlines deadlines;
  private final People people;
  private final Availability availability;
  private final Clock clock;

  HandoffViews(Deadlines deadlines, People people, Availability availability, Clock clock) {
    this.deadlines = deadlines;
    this.people = people;
    this.availability = availability;
    this.clock = clock;
  }

  public HandoffView of(Handoff handoff) {
    Instant now = clock.instant();
    List<Deadline> all = deadlines.of(handoff.id());
    Map<String, BusinessCalendar> shifts = shifts(all);
    return HandoffView.of(
        handoff, all, deadline -> elapsed(deadline, shifts.get(deadline.owner()), now));
  }

  /** Who has left still had hours; who is unknown is taken to work round the clock. */
  private Map<String, BusinessCalendar> shifts(List<Deadline> all) {
    Map<String, BusinessCalendar> shifts = new HashMap<>();
    all.stream()
        .map(Deadline::owner)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(
            owner ->
                people
                    .find(owner)
                    .ifPresent(person -> shifts.put(owner, availability.shift(person))));
    return shifts;
  }

  private static Elapsed elapsed(Deadline deadline, BusinessCalendar owner, Instant now) {
    Instant stopped = deadline.stoppedAt();
    return Elapsed.of(
        deadline.startedAt(),
        deadline.recordedAt(),
        deadline.ownedAt(),
        stopped == null ? now : stopped,
        pauses(deadline),
        owner);
  }

  /** No clock can be paused yet. */
  private static List<Elapsed.Pause> pauses(Deadline deadline) {
    return List.of();
  }
}
