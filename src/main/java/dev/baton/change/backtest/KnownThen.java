package dev.baton.change.backtest;

import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import dev.baton.lead.history.RecordedProfileValue;
import dev.baton.score.ScoreFacts;
import dev.baton.signal.RecordedSignal;
import dev.baton.signal.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a person when one signal was judged: what had been recorded for that lead, and
 * nothing that came later (rule R2).
 */
final class KnownThen {
  private final PersonHistory person;
  private final RecordedSignal cause;
  private final Instant at;
  private final String record;
  private final List<RecordedSignal> signals;

  /**
   * Known at the judgement of a signal.
   *
   * @param counts which signals count at all
   */
  KnownThen(PersonHistory person, RecordedSignal cause, Predicate<RecordedSignal> counts) {
    this.person = person;
    this.cause = cause;
    this.at = cause.judgedAt();
    this.record = person.owner(cause.recordedFor(), at);
    this.signals = person.signals().stream().filter(this::isKnown).filter(counts).toList();
  }

  /** The record that the signal was judged for. */
  String record() {
    return record;
  }

  Instant at() {
    return at;
  }

  /**
   * What a score is computed from.
   *
   * @param horizon signals that occurred before it have faded
   */
  ScoreFacts facts(Instant horizon) {
    return new ScoreFacts(
        Profile.of(profileLog(), at),
        signals.stream()
            .map(each -> each.row() == cause.row() ? each.cause() : each.signal())
            .filter(each -> each.occurredAt().isAfter(horizon))
            .filter(each -> !each.occurredAt().isAfter(at))
            .sorted(Comparator.comparing(Signal::occurredAt))
            .toList());
  }

  /** The company's domain that was told last, whenever it was true. */
  @Nullable String domain() {
    return Profile.of(profileLog(), Instant.MAX).get("domain").orElse(null);
  }

  private boolean isKnown(RecordedSignal each) {
    Instant recorded = each.firstKnownAt();
    return person.owner(each.recordedFor(), at).equals(record)
        && (recorded.isBefore(at) || (recorded.equals(at) && each.row() <= cause.row()));
  }

  private List<ProfileValue> profileLog() {
    Set<String> told = new HashSet<>();
    signals.forEach(each -> told.add(each.signal().id()));
    return person.profile().stream()
        .filter(each -> isKnown(each, told))
        .map(RecordedProfileValue::value)
        .toList();
  }

  private boolean isKnown(RecordedProfileValue each, Set<String> told) {
    Instant recorded = each.value().recordedAt();
    return person.owner(each.recordedFor(), at).equals(record)
        && (recorded.isBefore(at)
            || (recorded.equals(at)
                && (each.signalId() == null || told.contains(each.signalId()))));
  }
}
