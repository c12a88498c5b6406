package dev.baton.web.lead;

import dev.baton.booking.BookingQueries;
import dev.baton.handoff.answer.Touch;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.DueChanges;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.web.lead.TimelineFormat.DeadlineEvent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Timeline of one handoff: opened, answered, tried, and what became of its clocks. */
@Component
class HandoffTimeline {
  private static final Map<String, String> WHAT = Map.of("outcome", "outcome", "merge", "merge");

  private final Deadlines deadlines;
  private final DueChanges changes;
  private final AnswerLog answers;
  private final Touches touches;
  private final BookingQueries bookings;

  HandoffTimeline(
      Deadlines deadlines,
      DueChanges changes,
      AnswerLog answers,
      Touches touches,
      BookingQueries bookings) {
    this.deadlines = deadlines;
    this.changes = changes;
    this.answers = answers;
    this.touches = touches;
    this.bookings = bookings;
  }

  Stream<TimelineEntry> of(Handoff handoff, TimelineFormat format) {
    TimelineEntry opened =
        new TimelineEntry(handoff.frozen().mqlAt(), "handoff", "rule", format.opened(handoff));
    List<AnswerEntry> given = answers.of(handoff.id());
    Stream<TimelineEntry> answered =
        given.stream()
            .map(
                answer ->
                    new TimelineEntry(
                        answer.answeredAt(),
                        WHAT.getOrDefault(answer.question(), "handoff"),
                        answer.answeredBy(),
                        format.answer(answer)));
    List<Touch> attempts = touches.of(handoff.id());
    Stream<TimelineEntry> touched =
        IntStream.range(0, attempts.size())
            .mapToObj(nth -> touch(attempts.get(nth), format.touch(attempts.get(nth), nth + 1)));
    List<Deadline> all = deadlines.of(handoff.id());
    Stream<TimelineEntry> clocks =
        all.stream().flatMap(deadline -> clock(deadline, all, given, format));
    Stream<TimelineEntry> moved =
        changes.of(handoff.id()).stream()
            .map(
                change ->
                    new TimelineEntry(
                        change.why().at(), "deadline", change.why().by(), format.moved(change)));
    Stream<TimelineEntry> meetings =
        bookings.eventsOf(handoff.id()).stream()
            .map(
                event ->
                    new TimelineEntry(event.at(), "meeting", event.by(), format.meeting(event)));
    return Stream.of(Stream.of(opened), answered, touched, clocks, moved, meetings).flatMap(s -> s);
  }

  private static TimelineEntry touch(Touch touch, String detail) {
    return new TimelineEntry(touch.recordedAt(), "touch", touch.by(), detail);
  }

  private static Stream<TimelineEntry> clock(
      Deadline deadline, List<Deadline> all, List<AnswerEntry> given, TimelineFormat format) {
    Optional<Deadline> next =
        all.stream()
            .filter(later -> later.clock().equals(deadline.clock()))
            .filter(later -> later.round() == deadline.round() + 1)
            .findFirst();
    Map<DeadlineEvent, @Nullable Instant> events = new EnumMap<>(DeadlineEvent.class);
    events.put(DeadlineEvent.STARTED, deadline.start().startedAt());
    events.put(DeadlineEvent.MET, deadline.verdict().metAt());
    events.put(DeadlineEvent.MISSED, deadline.missedAt());
    events.put(end(deadline, next.isPresent(), given), end(deadline));
    String nextOwner = next.map(Deadline::owner).orElse(null);
    return events.entrySet().stream()
        .flatMap(
            event ->
                Stream.ofNullable(event.getValue())
                    .map(
                        at ->
                            new TimelineEntry(
                                at,
                                "deadline",
                                null,
                                format.clock(deadline, event.getKey(), at, nextOwner))));
  }

  /** A round ends by an answer, by somebody else's round, or since nobody asks any more. */
  private static DeadlineEvent end(Deadline deadline, boolean hasNext, List<AnswerEntry> given) {
    boolean answered =
        deadline.clock().equals(Deadlines.ROUTE)
            || given.stream()
                .filter(answer -> answer.question().equals(deadline.clock()))
                .anyMatch(answer -> answer.answeredAt().equals(deadline.verdict().endedAt()));
    if (answered && deadline.verdict().endedAt() != null) {
      return DeadlineEvent.ANSWERED_LATE;
    }
    return hasNext ? DeadlineEvent.PASSED_ON : DeadlineEvent.ENDED;
  }

  private static @Nullable Instant end(Deadline deadline) {
    return deadline.verdict().endedAt() == null
        ? deadline.verdict().voidedAt()
        : deadline.verdict().endedAt();
  }
}
