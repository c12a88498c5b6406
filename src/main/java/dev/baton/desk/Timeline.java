package dev.baton.desk;

import dev.baton.alert.Outbox;
import dev.baton.desk.LeadView.Happening;
import dev.baton.handoff.AnswerLog;
import dev.baton.handoff.Deadline;
import dev.baton.handoff.Deadlines;
import dev.baton.handoff.Handoff;
import dev.baton.handoff.Handoffs;
import dev.baton.handoff.Touches;
import dev.baton.score.Scores;
import dev.baton.signal.Screening;
import dev.baton.signal.Signal;
import dev.baton.signal.Signals;
import dev.baton.stage.Episode;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that happened to a lead, newest first. */
@Component
class Timeline {
  private static final int MOST = 500;

  private final Signals signals;
  private final Scores scores;
  private final Stages stages;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final AnswerLog answers;
  private final Touches touches;
  private final Outbox alerts;

  Timeline(
      Signals signals,
      Scores scores,
      Stages stages,
      Handoffs handoffs,
      Deadlines deadlines,
      AnswerLog answers,
      Touches touches,
      Outbox alerts) {
    this.signals = signals;
    this.scores = scores;
    this.stages = stages;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.answers = answers;
    this.touches = touches;
    this.alerts = alerts;
  }

  List<Happening> of(String leadId) {
    Stream<Happening> ofLead =
        Stream.of(signals(leadId), scores(leadId), stages(leadId), alerts(leadId)).flatMap(s -> s);
    Stream<Happening> ofHandoffs = handoffs.ofLead(leadId).stream().flatMap(this::handoff);
    List<Happening> all =
        Stream.concat(ofLead, ofHandoffs)
            .sorted(Comparator.comparing(Happening::at))
            .collect(Collectors.toCollection(ArrayList::new));
    // Turned round as a whole, so that what happened at one instant is the newest first too.
    Collections.reverse(all);
    return all.stream().limit(MOST).toList();
  }

  /** Flagged signals are shown, with the reason why they score nothing (rule R16). */
  private Stream<Happening> signals(String leadId) {
    List<Signal> all = signals.of(leadId, Instant.EPOCH);
    Map<String, String> flags = Screening.flags(all);
    return all.stream()
        .map(
            signal ->
                new Happening(
                    signal.occurredAt(),
                    "signal",
                    null,
                    signal.type()
                        + Optional.ofNullable(flags.get(signal.id()))
                            .map(why -> " (not counted, %s)".formatted(why))
                            .orElse("")));
  }

  private Stream<Happening> scores(String leadId) {
    return scores.log(leadId).stream()
        .map(
            entry ->
                new Happening(
                    entry.recordedAt(),
                    "scored",
                    "rule",
                    "%d (fit %d, behaviour %d)"
                        .formatted(entry.total(), entry.fit(), entry.behaviour())));
  }

  private Stream<Happening> stages(String leadId) {
    return stages.episodes(leadId).stream().map(Timeline::stage);
  }

  private static Happening stage(Episode episode) {
    String why = episode.reason() == null ? "" : ": " + episode.reason();
    return new Happening(episode.enteredAt(), "stage", episode.by(), episode.stage().name() + why);
  }

  private Stream<Happening> alerts(String leadId) {
    return alerts.ofLead(leadId).stream()
        .map(
            alert ->
                new Happening(
                    alert.at(),
                    "alert",
                    null,
                    "%s to %s by %s, %s"
                        .formatted(alert.kind(), alert.to(), alert.channel(), alert.state())));
  }

  private Stream<Happening> handoff(Handoff handoff) {
    Happening opened =
        new Happening(
            handoff.mqlAt(), "handoff", "rule", "handoff %d began".formatted(handoff.cycle()));
    Stream<Happening> answered =
        answers.of(handoff.id()).stream()
            .map(
                answer ->
                    new Happening(
                        answer.answeredAt(),
                        answer.question().equals("outcome") ? "outcome" : "handoff",
                        answer.answeredBy(),
                        answer.question()
                            + ": "
                            + answer.decision()
                            + (answer.reason() == null ? "" : ", " + answer.reason())));
    Stream<Happening> touched =
        touches.of(handoff.id()).stream()
            .map(
                touch ->
                    new Happening(
                        touch.recordedAt(),
                        "touch",
                        touch.by(),
                        touch.kind() + (touch.outcome() == null ? "" : ", " + touch.outcome())));
    Stream<Happening> clocks = deadlines.of(handoff.id()).stream().flatMap(Timeline::clock);
    return Stream.of(Stream.of(opened), answered, touched, clocks).flatMap(s -> s);
  }

  private static Stream<Happening> clock(Deadline deadline) {
    String name = "%s, round %d".formatted(deadline.clock(), deadline.round());
    return Stream.of(
            happening(deadline.startedAt(), name + ": due " + deadline.dueAt()),
            happening(deadline.metAt(), name + ": met"),
            happening(deadline.missedAt(), name + ": missed"),
            happening(deadline.endedAt(), name + ": answered late"),
            happening(deadline.voidedAt(), name + ": void"))
        .flatMap(Optional::stream);
  }

  private static Optional<Happening> happening(Instant at, String detail) {
    return Optional.ofNullable(at).map(i -> new Happening(i, "deadline", null, detail));
  }
}
