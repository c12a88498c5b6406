package dev.baton.web.lead;

import dev.baton.handoff.answer.Touch;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.DueChanges;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.web.lead.TimelineFormat.DeadlineEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  HandoffTimeline(Deadlines deadlines, DueChanges changes, AnswerLog answers, Touches touches) {
    this.deadlines = deadlines;
    this.changes = changes;
    this.answers = answers;
    this.touches = touches;
  }

  Stream<TimelineEntry> of(Handoff handoff, TimelineFormat format) {
    TimelineEntry opened =
        new TimelineEntry(handoff.frozen().mqlAt(), "handoff", "rule", format.opened(handoff));
    Stream<TimelineEntry> answered =
        answers.of(handoff.id()).stream()
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
    Stream<TimelineEntry> clocks =
        deadlines.of(handoff.id()).stream().flatMap(deadline -> clock(deadline, format));
    Stream<TimelineEntry> moved =
        changes.of(handoff.id()).stream()
            .map(
                change ->
                    new TimelineEntry(
                        change.why().at(), "deadline", change.why().by(), format.moved(change)));
    return Stream.of(Stream.of(opened), answered, touched, clocks, moved).flatMap(s -> s);
  }

  private static TimelineEntry touch(Touch touch, String detail) {
    return new TimelineEntry(touch.recordedAt(), "touch", touch.by(), detail);
  }

  private static Stream<TimelineEntry> clock(Deadline deadline, TimelineFormat format) {
    return Arrays.stream(DeadlineEvent.values())
        .flatMap(
            event ->
                Stream.ofNullable(at(deadline, event))
                    .map(
                        at ->
                            new TimelineEntry(
                                at, "deadline", null, format.clock(deadline, event, at))));
  }

  private static @Nullable Instant at(Deadline deadline, DeadlineEvent event) {
    return switch (event) {
      case STARTED -> deadline.start().startedAt();
      case MET -> deadline.verdict().metAt();
      case MISSED -> deadline.missedAt();
      case ENDED -> deadline.verdict().endedAt();
      case VOID -> deadline.verdict().voidedAt();
    };
  }
}
