package dev.baton.handoff.notice;

import dev.baton.score.ScoreFacts;
import dev.baton.signal.Signal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Signals of a lead, the latest first. */
record RecentSignals(List<Signal> latest) {
  private static final int MOST_TOPICS = 5;

  static RecentSignals of(ScoreFacts facts) {
    return new RecentSignals(
        facts.signals().stream()
            .sorted(Comparator.comparing(Signal::occurredAt).reversed())
            .toList());
  }

  Stream<String> types() {
    return latest.stream().map(Signal::type);
  }

  /** What the lead wrote. */
  Optional<String> message() {
    return latest.stream()
        .flatMap(signal -> Stream.ofNullable(signal.property("message")))
        .findFirst();
  }

  /** What the things it took were about. */
  List<String> topics() {
    return latest.stream()
        .flatMap(signal -> Stream.of("topic", "title").map(signal::property))
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST_TOPICS)
        .toList();
  }
}
