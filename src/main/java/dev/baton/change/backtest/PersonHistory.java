package dev.baton.change.backtest;

import dev.baton.lead.Lead;
import dev.baton.lead.history.RecordedLeadFacts.Joining;
import dev.baton.lead.history.RecordedLeadFacts.SuppressedTime;
import dev.baton.lead.history.RecordedProfileValue;
import dev.baton.signal.RecordedSignal;
import dev.baton.stage.RecordedEpisode;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was recorded of one person: a lead and the records that are part of it by now.
 *
 * @param signals in the order of recording
 * @param episodes oldest first
 * @param joinings which record became part of which other one, by its id
 * @param suppressed when the records were left alone, by their ids
 */
record PersonHistory(
    Lead lead,
    List<RecordedSignal> signals,
    List<RecordedProfileValue> profile,
    List<RecordedEpisode> episodes,
    Map<String, Joining> joinings,
    Map<String, List<SuppressedTime>> suppressed,
    List<RecordedHandoff> handoffs) {

  /** The record that a row belonged to at an instant. */
  String owner(String recordedFor, Instant at) {
    String owner = recordedFor;
    Joining next = joinings.get(owner);
    while (next != null && !next.at().isAfter(at)) {
      owner = next.into();
      next = joinings.get(owner);
    }
    return owner;
  }

  boolean isSuppressed(String record, Instant at) {
    return suppressed.getOrDefault(record, List.of()).stream()
        .anyMatch(
            time -> !time.from().isAfter(at) && (time.until() == null || time.until().isAfter(at)));
  }

  /** Whether a record became an MQL by rule at an instant. */
  boolean isMadeMql(String record, Instant at) {
    return episodes.stream().anyMatch(each -> isMql(each, record, at));
  }

  /** The episode that a record was in when signals of an instant were judged, if it was in one. */
  Optional<StageEpisode> before(String record, Instant at) {
    List<RecordedEpisode> own =
        episodes.stream()
            .filter(each -> each.recordedFor().equals(record))
            .filter(each -> !each.episode().enteredAt().isAfter(at))
            .toList();
    for (int i = 1; i < own.size(); i++) {
      if (isMql(own.get(i), record, at)) {
        return Optional.of(own.get(i - 1).episode());
      }
    }
    return own.stream()
        .map(RecordedEpisode::episode)
        .filter(each -> each.enteredAt().isBefore(at))
        .reduce((earlier, later) -> later)
        .filter(each -> each.stage() != Stage.VISITOR)
        .or(() -> own.stream().map(RecordedEpisode::episode).reduce((earlier, later) -> later));
  }

  /** When a record had last been sent back, in an episode or before it. */
  Optional<Instant> lastNo(String record, StageEpisode now, Instant at) {
    return episodes.stream()
        .filter(each -> each.episode().stage() == Stage.RECYCLED)
        .filter(each -> owner(each.recordedFor(), at).equals(record))
        .map(each -> each.episode().enteredAt())
        .filter(entered -> !entered.isAfter(at))
        .filter(entered -> now.stage() == Stage.RECYCLED || entered.isBefore(at))
        .reduce((earlier, later) -> later);
  }

  private static boolean isMql(RecordedEpisode each, String record, Instant at) {
    return isMql(each)
        && each.recordedFor().equals(record)
        && each.episode().enteredAt().equals(at);
  }

  /** By rule: one that a merge takes over was made before. */
  static boolean isMql(RecordedEpisode each) {
    return each.episode().stage() == Stage.MQL && each.episode().by().equals(Stages.RULE);
  }
}
