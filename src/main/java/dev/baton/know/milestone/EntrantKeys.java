package dev.baton.know.milestone;

import dev.baton.signal.RecordedSignal;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalHistory;
import dev.baton.signal.SignalScreening;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was known of entrants when they reached the start: what came later tells nothing. */
@Component
class EntrantKeys {
  private static final int CHUNK = 500;
  private static final int BLOCK = 4;
  private static final String NONE = "(none)";

  private final SignalHistory signals;
  private final ZoneId zone;

  EntrantKeys(SignalHistory signals, ZoneId zone) {
    this.signals = signals;
    this.zone = zone;
  }

  /** In the order of the entrants. */
  List<Set<String>> of(List<StageEntrant> entrants, MilestoneKey by) {
    if (!by.isOfSignals()) {
      return entrants.stream().map(entrant -> Set.of(key(entrant, by))).toList();
    }
    List<Set<String>> keys = new ArrayList<>();
    for (int from = 0; from < entrants.size(); from += CHUNK) {
      List<StageEntrant> chunk = entrants.subList(from, Math.min(from + CHUNK, entrants.size()));
      Map<String, List<RecordedSignal>> heard =
          signals.of(chunk.stream().map(StageEntrant::leadId).collect(Collectors.toSet()));
      chunk.forEach(
          entrant -> keys.add(known(heard.getOrDefault(entrant.leadId(), List.of()), entrant, by)));
    }
    return keys;
  }

  private String key(StageEntrant entrant, MilestoneKey by) {
    return switch (by) {
      case SOURCE -> Objects.requireNonNullElse(entrant.source(), NONE);
      case REP -> Objects.requireNonNullElse(entrant.rep(), NONE);
      default -> block(entrant.at().atZone(zone).getHour() / BLOCK * BLOCK);
    };
  }

  private static String block(int from) {
    return "%02d–%02d".formatted(from, from + BLOCK);
  }

  /** Without what no person meant (rule R16). */
  private static Set<String> known(
      List<RecordedSignal> heard, StageEntrant entrant, MilestoneKey by) {
    List<Signal> before =
        heard.stream()
            .map(RecordedSignal::signal)
            .filter(signal -> !signal.recordedAt().isAfter(entrant.at()))
            .filter(signal -> !signal.occurredAt().isAfter(entrant.at()))
            .toList();
    Set<String> flagged = new HashSet<>(SignalScreening.flags(before).keySet());
    return before.stream()
        .filter(signal -> !flagged.contains(signal.id()))
        .flatMap(signal -> keys(signal, by))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> keys(Signal signal, MilestoneKey by) {
    return by == MilestoneKey.SIGNAL
        ? Stream.of(signal.type())
        : Stream.of("asset", "title", "topic")
            .map(signal::property)
            .filter(Objects::nonNull)
            .limit(1);
  }
}
