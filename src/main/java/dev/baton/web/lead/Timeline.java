package dev.baton.web.lead;

import dev.baton.alert.AlertQueries;
import dev.baton.handoff.record.Handoffs;
import dev.baton.score.Scores;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalScreening;
import dev.baton.signal.Signals;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Timeline of a lead, newest first. */
@Component
public class Timeline {
  private static final int MOST = 500;
  private final Signals signals;
  private final Scores scores;
  private final Stages stages;
  private final Handoffs handoffs;
  private final HandoffTimeline ofHandoff;
  private final AlertQueries alerts;
  private final RecordTimeline ofRecord;

  Timeline(
      Signals signals,
      Scores scores,
      Stages stages,
      Handoffs handoffs,
      HandoffTimeline ofHandoff,
      AlertQueries alerts,
      RecordTimeline ofRecord) {
    this.signals = signals;
    this.scores = scores;
    this.stages = stages;
    this.handoffs = handoffs;
    this.ofHandoff = ofHandoff;
    this.alerts = alerts;
    this.ofRecord = ofRecord;
  }

  public List<TimelineEntry> of(String leadId, TimelineFormat format) {
    Stream<TimelineEntry> ofLead =
        Stream.of(
                signals(leadId, format),
                scores(leadId, format),
                stages(leadId, format),
                alerts(leadId, format),
                ofRecord.of(leadId, format))
            .flatMap(s -> s);
    Stream<TimelineEntry> ofHandoffs =
        handoffs.ofLead(leadId).stream().flatMap(handoff -> ofHandoff.of(handoff, format));
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
}
