package dev.baton.web.lead;

import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.DueChanges;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.web.lead.LeadView.Happening;
import dev.baton.web.lead.TimelineFormat.Turn;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  Stream<Happening> of(Handoff handoff, TimelineFormat format) {
    Happening opened =
        new Happening(handoff.frozen().mqlAt(), "handoff", "rule", format.opened(handoff));
    Stream<Happening> answered =
        answers.of(handoff.id()).stream()
            .map(
                answer ->
                    new Happening(
                        answer.answeredAt(),
                        WHAT.getOrDefault(answer.question(), "handoff"),
                        answer.answeredBy(),
                        format.answer(answer)));
    List<Touches.Touch> attempts = touches.of(handoff.id());
    Stream<Happening> touched =
        IntStream.range(0, attempts.size())
            .mapToObj(nth -> touch(attempts.get(nth), format.touch(attempts.get(nth), nth + 1)));
    Stream<Happening> clocks =
        deadlines.of(handoff.id()).stream().flatMap(deadline -> clock(deadline, format));
    Stream<Happening> moved =
        changes.of(handoff.id()).stream()
            .map(
                change ->
                    new Happening(
                        change.why().at(), "deadline", change.why().by(), format.moved(change)));
    return Stream.of(Stream.of(opened), answered, touched, clocks, moved).flatMap(s -> s);
  }

  private static Happening touch(Touches.Touch touch, String detail) {
    return new Happening(touch.recordedAt(), "touch", touch.by(), detail);
  }

  private static Stream<Happening> clock(Deadline deadline, TimelineFormat format) {
    return Arrays.stream(Turn.values())
        .filter(turn -> at(deadline, turn) != null)
        .map(
            turn ->
                new Happening(at(deadline, turn), "deadline", null, format.clock(deadline, turn)));
  }

  private static Instant at(Deadline deadline, Turn turn) {
    return switch (turn) {
      case STARTED -> deadline.start().startedAt();
      case MET -> deadline.verdict().metAt();
      case MISSED -> deadline.missedAt();
      case ENDED -> deadline.verdict().endedAt();
      case VOID -> deadline.verdict().voidedAt();
    };
  }
}
