package dev.baton.change.backtest;

import dev.baton.signal.RecordedSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An instant at which a record was judged (rule R3), by signals that share it; without signals
 * where only the record says so.
 */
record JudgedOccasion(String record, Instant at, List<RecordedSignal> signals) {
  private record Key(String record, Instant at) {}

  /** Those of a person from an instant (inclusive) to another, in their order. */
  static List<JudgedOccasion> of(PersonHistory person, Instant from, Instant to) {
    Map<Key, JudgedOccasion> found = new LinkedHashMap<>();
    for (RecordedSignal signal : person.signals()) {
      // one that has moved before its first owner was kept was judged for a record nobody knows
      if (!signal.firstKnownAt().isAfter(signal.judgedAt())) {
        String record = person.owner(signal.recordedFor(), signal.judgedAt());
        put(found, record, signal.judgedAt()).signals().add(signal);
      }
    }
    person.episodes().stream()
        .filter(PersonHistory::isMql)
        .forEach(mql -> put(found, mql.recordedFor(), mql.episode().enteredAt()));
    return found.values().stream()
        .filter(occasion -> !occasion.at().isBefore(from) && occasion.at().isBefore(to))
        .sorted(Comparator.comparing(JudgedOccasion::at).thenComparing(JudgedOccasion::firstRow))
        .toList();
  }

  private static JudgedOccasion put(Map<Key, JudgedOccasion> found, String record, Instant at) {
    return found.computeIfAbsent(
        new Key(record, at), key -> new JudgedOccasion(record, at, new ArrayList<>()));
  }

  private long firstRow() {
    return signals.isEmpty() ? 0 : signals.get(0).row();
  }
}
