package dev.baton.desk;

import dev.baton.alert.Outbox;
import dev.baton.desk.LeadView.Happening;
import dev.baton.desk.Telling.Turn;
import dev.baton.handoff.AnswerLog;
import dev.baton.handoff.Deadline;
import dev.baton.handoff.Deadlines;
import dev.baton.handoff.DueChanges;
import dev.baton.handoff.Handoff;
import dev.baton.handoff.Handoffs;
import dev.baton.handoff.Touches;
import dev.baton.lead.Merges;
import dev.baton.score.Scores;
import dev.baton.signal.Screening;
import dev.baton.signal.Signal;
import dev.baton.signal.Signals;
import dev.baton.stage.Stages;
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
class Timeline {
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
  private final Merges merges;

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
      Merges merges) {
    this.signals = signals;
    this.scores = scores;
    this.stages = stages;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.changes = changes;
    this.answers = answers;
    this.touches = touches;
    this.alerts = alerts;
    this.merges = merges;
  }

  List<Happening> of(String leadId, Telling telling) {
    Stream<Happening> ofLead =
        Stream.of(
                signals(leadId, telling),
                scores(leadId, telling),
                stages(leadId, telling),
                alerts(leadId, telling),
                merges(leadId, telling))
            .flatMap(s -> s);
    Stream<Happening> ofHandoffs =
        handoffs.ofLead(leadId).stream().flatMap(handoff -> handoff(handoff, telling));
    List<Happening> all =
        Stream.concat(ofLead, ofHandoffs)
            .sorted(Comparator.comparing(Happening::at))
            .collect(Collectors.toCollection(ArrayList::new));
    // Turned round as a whole, so that what happened at one instant is the newest first too.
    Collections.reverse(all);
    return all.stream().limit(MOST).toList();
  }

  /** Flagged signals are shown, with the reason why they score nothing (rule R16). */
  private Stream<Happening> signals(String leadId, Telling telling) {
    List<Signal> all = signals.of(leadId, Instant.EPOCH);
    Map<String, String> flags = Screening.flags(all);
    return all.stream()
        .map(
            signal ->
                new Happening(
                    signal.occurredAt(),
                    "signal",
                    null,
                    telling.signal(signal, flags.get(signal.id()))));
  }

  private Stream<Happening> scores(String leadId, Telling telling) {
    return scores.log(leadId).stream()
        .map(entry -> new Happening(entry.recordedAt(), "scored", "rule", telling.score(entry)));
  }

  private Stream<Happening> stages(String leadId, Telling telling) {
    return stages.episodes(leadId).stream()
        .map(
            episode ->
                new Happening(episode.enteredAt(), "stage", episode.by(), telling.stage(episode)));
  }

  private Stream<Happening> alerts(String leadId, Telling telling) {
    return alerts.ofLead(leadId).stream()
        .map(alert -> new Happening(alert.happenedAt(), "alert", null, telling.alert(alert)));
  }

  private Stream<Happening> merges(String leadId, Telling telling) {
    return merges.into(leadId).stream()
        .map(merge -> new Happening(merge.at(), "merge", merge.by(), telling.merged(merge)));
  }

  private Stream<Happening> handoff(Handoff handoff, Telling telling) {
    Happening opened = new Happening(handoff.mqlAt(), "handoff", "rule", telling.opened(handoff));
    Stream<Happening> answered =
        answers.of(handoff.id()).stream()
            .map(
                answer ->
                    new Happening(
                        answer.answeredAt(),
                        WHAT.getOrDefault(answer.question(), "handoff"),
                        answer.answeredBy(),
                        telling.answer(answer)));
    List<Touches.Touch> attempts = touches.of(handoff.id());
    Stream<Happening> touched =
        IntStream.range(0, attempts.size())
            .mapToObj(nth -> touch(attempts.get(nth), telling.touch(attempts.get(nth), nth + 1)));
    Stream<Happening> clocks =
        deadlines.of(handoff.id()).stream().flatMap(deadline -> clock(deadline, telling));
    Stream<Happening> moved =
        changes.of(handoff.id()).stream()
            .map(
                change ->
                    new Happening(
                        change.why().at(), "deadline", change.why().by(), telling.moved(change)));
    return Stream.of(Stream.of(opened), answered, touched, clocks, moved).flatMap(s -> s);
  }

  private static Happening touch(Touches.Touch touch, String detail) {
    return new Happening(touch.recordedAt(), "touch", touch.by(), detail);
  }

  private static Stream<Happening> clock(Deadline deadline, Telling telling) {
    return Arrays.stream(Turn.values())
        .filter(turn -> at(deadline, turn) != null)
        .map(
            turn ->
                new Happening(at(deadline, turn), "deadline", null, telling.clock(deadline, turn)));
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
