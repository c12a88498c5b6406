package dev.baton.handoff;

import dev.baton.handoff.HandoffView.Parts;
import dev.baton.handoff.HandoffView.Still;
import dev.baton.handoff.HandoffView.Verdict;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.Pause;
import dev.baton.handoff.deadline.Pauses;
import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.ElapsedTime;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Views of clocks, and where the time of each went. */
@Component
public class ClockViews {
  private final Pauses pauses;
  private final People people;
  private final Availability availability;
  private final Clock clock;

  ClockViews(Pauses pauses, People people, Availability availability, Clock clock) {
    this.pauses = pauses;
    this.people = people;
    this.availability = availability;
    this.clock = clock;
  }

  List<HandoffView.Clock> of(List<Deadline> deadlines) {
    Instant now = clock.instant();
    Map<String, BusinessCalendar> shifts = shifts(deadlines);
    Map<Long, List<Pause>> paused = pauses.of(deadlines);
    return deadlines.stream()
        .map(
            deadline -> {
              List<Pause> own = paused.getOrDefault(deadline.id(), List.of());
              BusinessCalendar shift = shifts.get(deadline.owner());
              return view(deadline, own, elapsed(deadline, own, shift, now));
            })
        .toList();
  }

  /** Where the time of one clock went, so far or until it stopped. */
  public ElapsedTime elapsed(Deadline deadline) {
    BusinessCalendar shift = shifts(List.of(deadline)).get(deadline.owner());
    // nobody pauses the search for an owner
    List<Pause> paused = deadline.clock().equals(Deadlines.ROUTE) ? List.of() : pauses.of(deadline);
    return elapsed(deadline, paused, shift, clock.instant());
  }

  /** Who has left still had hours; who is unknown is taken to work round the clock. */
  private Map<String, BusinessCalendar> shifts(List<Deadline> deadlines) {
    Map<String, BusinessCalendar> shifts = new HashMap<>();
    deadlines.stream()
        .flatMap(deadline -> Stream.ofNullable(deadline.owner()))
        .distinct()
        .flatMap(owner -> people.find(owner).stream())
        .forEach(person -> shifts.put(person.id(), availability.shift(person)));
    return shifts;
  }

  private static ElapsedTime elapsed(
      Deadline deadline, List<Pause> pauses, @Nullable BusinessCalendar shift, Instant now) {
    Instant stopped = deadline.stoppedAt();
    return ElapsedTime.of(
        deadline.start().startedAt(),
        deadline.start().recordedAt(),
        deadline.start().ownedAt(),
        stopped == null ? now : stopped,
        pauses.stream().map(pause -> new ElapsedTime.Pause(pause.from(), pause.end())).toList(),
        shift);
  }

  private static HandoffView.Clock view(Deadline deadline, List<Pause> pauses, ElapsedTime time) {
    return new HandoffView.Clock(
        deadline.clock(),
        deadline.round(),
        deadline.owner(),
        deadline.start().startedAt(),
        deadline.targets().warnAt(),
        deadline.dueAt(),
        new Verdict(
            deadline.verdict().metAt(),
            deadline.missedAt(),
            deadline.verdict().endedAt(),
            deadline.verdict().voidedAt()),
        pauses.stream().map(ClockViews::still).toList(),
        parts(time.inSeconds()));
  }

  private static Still still(Pause pause) {
    return new Still(
        pause.reason(), pause.note(), pause.by(), pause.from(), pause.until(), pause.resumedAt());
  }

  private static Parts parts(ElapsedTime time) {
    return new Parts(
        time.system().toSeconds(),
        time.queue().toSeconds(),
        time.business().toSeconds(),
        time.paused().toSeconds(),
        time.afterHours().toSeconds());
  }
}
