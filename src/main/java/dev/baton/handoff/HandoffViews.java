package dev.baton.handoff;

import dev.baton.handoff.answer.Qualification;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.Pauses;
import dev.baton.handoff.deadline.Pauses.Pause;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.ElapsedTime;
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
  private final Touches touches;
  private final AnswerLog answers;
  private final Pauses pauses;
  private final People people;
  private final Availability availability;
  private final Clock clock;

  HandoffViews(
      Deadlines deadlines,
      Touches touches,
      AnswerLog answers,
      Pauses pauses,
      People people,
      Availability availability,
      Clock clock) {
    this.deadlines = deadlines;
    this.touches = touches;
    this.answers = answers;
    this.pauses = pauses;
    this.people = people;
    this.availability = availability;
    this.clock = clock;
  }

  public HandoffView of(Handoff handoff) {
    Instant now = clock.instant();
    List<Deadline> all = deadlines.of(handoff.id());
    Map<String, BusinessCalendar> shifts = shifts(all);
    Map<Long, List<Pause>> paused = pauses.of(all.stream().map(Deadline::id).toList());
    return HandoffView.of(
        handoff,
        touches.of(handoff.id()),
        Qualification.last(answers.of(handoff.id())).orElse(null),
        all,
        deadline -> paused.getOrDefault(deadline.id(), List.of()),
        deadline ->
            elapsed(
                deadline,
                paused.getOrDefault(deadline.id(), List.of()),
                shifts.get(deadline.owner()),
                now));
  }

  /** Where the time of one clock went, so far or until it stopped. */
  public ElapsedTime elapsed(Deadline deadline) {
    return elapsed(
        deadline,
        pauses.of(deadline),
        shifts(List.of(deadline)).get(deadline.owner()),
        clock.instant());
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

  private static ElapsedTime elapsed(
      Deadline deadline, List<Pause> pauses, BusinessCalendar owner, Instant now) {
    Instant stopped = deadline.stoppedAt();
    return ElapsedTime.of(
        deadline.start().startedAt(),
        deadline.start().recordedAt(),
        deadline.start().ownedAt(),
        stopped == null ? now : stopped,
        still(pauses),
        owner);
  }

  private static List<ElapsedTime.Pause> still(List<Pause> pauses) {
    return pauses.stream().map(pause -> new ElapsedTime.Pause(pause.from(), pause.end())).toList();
  }
}
