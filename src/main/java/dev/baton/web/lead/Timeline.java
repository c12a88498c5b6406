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
import dev.baton.web.lead.LeadView.TimelineEntry;
import dev.baton.web.lead.TimelineFormat.DeadlineEvent;
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

/** Timeline of a lead, newest first. */
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

  public List<TimelineEntry> of(String leadId, TimelineFormat format) {
    Stream<TimelineEntry> ofLead =
        Stream.of(
                signals(leadId, format),
                scores(leadId, format),
                stages(leadId, format),
                alerts(leadId, format),
                merges(leadId, format))
            .flatMap(s -> s);
    Stream<TimelineEntry> ofHandoffs =
        handoffs.ofLead(leadId).stream().flatMap(handoff -> handoff(handoff, format));
    List<TimelineEntry> all =
        Stream.concat(ofLead, ofHandoffs)
            .sorted(Comparator.comparing(TimelineEntry::at))
            .collect(Collectors.toCollection(ArrayList::new));
    // Turned round as a whole, so that what happened at one instant is the newest first too.
    Collections.reverse(all);
    return all.stream().limit(MOST).toList();
  }

  /** Flagged signals are shown, with the reason why they score nothing (rule R16). */
  private Stream<TimelineEntry> signals(String leadId, TimelineFormat format) {
    List<Signal> all = signals.of(leadId, Instant.EPOCH);
    Map<String, String> flags = SignalScreening.flags(all);
    return all.stream()
        .map(
            signal ->
                new TimelineEntry(
                    signal.occurredAt(),
                    "signal",
                    null,
                    format.signal(signal, flags.get(signal.id()))));
  }

  private Stream<TimelineEntry> scores(String leadId, TimelineFormat format) {
    return scores.log(leadId).stream()
        .map(entry -> new TimelineEntry(entry.recordedAt(), "scored", "rule", format.score(entry)));
  }

  private Stream<TimelineEntry> stages(String leadId, TimelineFormat format) {
    return stages.episodes(leadId).stream()
        .map(
            episode ->
                new TimelineEntry(
                    episode.enteredAt(), "stage", episode.by(), format.stage(episode)));
  }

  private Stream<TimelineEntry> alerts(String leadId, TimelineFormat format) {
    return alerts.ofLead(leadId).stream()
        .map(alert -> new TimelineEntry(alert.happenedAt(), "alert", null, format.alert(alert)));
  }

  private Stream<TimelineEntry> merges(String leadId, TimelineFormat format) {
    return leadRecordMerge.into(leadId).stream()
        .map(merge -> new TimelineEntry(merge.at(), "merge", merge.by(), format.merged(merge)));
  }

  private Stream<TimelineEntry> handoff(Handoff handoff, TimelineFormat format) {
    TimelineEntry opened =
        new TimelineEntry(handoff.mqlAt(), "handoff", "rule", format.opened(handoff));
    Stream<TimelineEntry> answered =
        answers.of(handoff.id()).stream()
            .map(
                answer ->
                    new TimelineEntry(
                        answer.answeredAt(),
                        WHAT.getOrDefault(answer.question(), "handoff"),
                        answer.answeredBy(),
                        format.answer(answer)));
    List<Touches.Touch> attempts = touches.of(handoff.id());
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

  private static TimelineEntry touch(Touches.Touch touch, String detail) {
    return new TimelineEntry(touch.recordedAt(), "touch", touch.by(), detail);
  }

  private static Stream<TimelineEntry> clock(Deadline deadline, TimelineFormat format) {
    return Arrays.stream(DeadlineEvent.values())
        .filter(event -> at(deadline, event) != null)
        .map(
            event ->
                new TimelineEntry(
                    at(deadline, event), "deadline", null, format.clock(deadline, event)));
  }

  private static Instant at(Deadline deadline, DeadlineEvent event) {
    return switch (event) {
      case STARTED -> deadline.startedAt();
      case MET -> deadline.metAt();
      case MISSED -> deadline.missedAt();
      case ENDED -> deadline.endedAt();
      case VOID -> deadline.voidedAt();
    };
  }
}
