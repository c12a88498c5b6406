package dev.baton.web.lead;

import dev.baton.alert.Outbox;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.DueChanges;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.score.Scores;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalScreening;
import dev.baton.signal.Signals;
import dev.baton.stage.Stages;
import dev.baton.web.lead.LeadView.Happening;
import dev.baton.web.lead.TimelineFormat.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that happened to a lead, newest first. */
@Component
public class Timeline {
  private static final int MOST = 500;
  private static final Map<String, String> WHAT = Map.of("outcome", "outcome", "merge", "merge");

  private final Signals signals;
  private final Scores scores;
  private final Stages stages;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final DueChanges changes;
  private final AnswerLog answers;
  private final Touches touches;
  private final Outbox alerts;
  private final LeadRecordMerge leadRecordMerge;

  Timeline(
      Signals signals,
      Scores scores,
      Stages stages,
      Handoffs handoffs,
      Deadlines deadlines,
      DueChanges changes,
      AnswerLog answers,
      Touches touches,
      Outbox alerts,
      LeadRecordMerge leadRecordMerge) {
    this.signals = signals;
    this.scores = scores;
    this.stages = stages;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.changes = changes;
    this.answers = answers;
    this.touches = touches;
    this.alerts = alerts;
    this.leadRecordMerge = leadRecordMerge;
  }

  public List<Happening> of(String leadId, TimelineFormat format) {
    Stream<Happening> ofLead =
        Stream.of(
                signals(leadId, format),
                scores(leadId, format),
                stages(leadId, format),
                alerts(leadId, format),
                merges(leadId, format))
            .flatMap(s -> s);
    Stream<Happening> ofHandoffs =
        handoffs.ofLead(leadId).stream().flatMap(handoff -> handoff(handoff, format));
    List<Happening> all =
        Stream.concat(ofLead, ofHandoffs)
            .sorted(Comparator.comparing(Happening::at))
            .collect(Collectors.toCollection(ArrayList::new));
    // Turned round as a whole, so that what happened at one instant is the newest first too.
    Collections.reverse(all);
    return all.stream().limit(MOST).toList();
  }

  /** Flagged signals are shown, with the reason why they score nothing (rule R16). */
  private Stream<Happening> signals(String leadId, TimelineFormat format) {
    List<Signal> all = signals.of(leadId, Instant.EPOCH);
    Map<String, String> flags = SignalScreening.flags(all);
    return all.stream()
        .map(
            signal ->
                new Happening(
                    signal.occurredAt(),
                    "signal",
                    null,
                    format.signal(signal, flags.get(signal.id()))));
  }

  private Stream<Happening> scores(String leadId, TimelineFormat format) {
    return scores.log(leadId).stream()
        .map(entry -> new Happening(entry.recordedAt(), "scored", "rule", format.score(entry)));
  }

  private Stream<Happening> stages(String leadId, TimelineFormat format) {
    return stages.episodes(leadId).stream()
        .map(
            episode ->
                new Happening(episode.enteredAt(), "stage", episode.by(), format.stage(episode)));
  }

  private Stream<Happening> alerts(String leadId, TimelineFormat format) {
    return alerts.ofLead(leadId).stream()
        .map(alert -> new Happening(alert.happenedAt(), "alert", null, format.alert(alert)));
  }

  private Stream<Happening> merges(String leadId, TimelineFormat format) {
    return leadRecordMerge.into(leadId).stream()
        .map(merge -> new Happening(merge.at(), "merge", merge.by(), format.merged(merge)));
  }

  private Stream<Happening> handoff(Handoff handoff, TimelineFormat format) {
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
      case STARTED -> deadline.startedAt();
      case MET -> deadline.metAt();
      case MISSED -> deadline.missedAt();
      case ENDED -> deadline.endedAt();
      case VOID -> deadline.voidedAt();
    };
  }
}
