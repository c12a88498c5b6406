package dev.baton.handoff.notice;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.score.Scores;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalTypes;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells a rep how the last handoff of a lead ended, and what the lead has done since (R17). */
@Component
class PreviousHandoffs {
  private static final int MOST_ACTS = 4;

  private final Handoffs handoffs;
  private final HandoffEnding ending;
  private final Scores scores;
  private final SignalTypes types;
  private final Clock clock;

  PreviousHandoffs(
      Handoffs handoffs, HandoffEnding ending, Scores scores, SignalTypes types, Clock clock) {
    this.handoffs = handoffs;
    this.ending = ending;
    this.scores = scores;
    this.types = types;
    this.clock = clock;
  }

  /** One sentence, or nothing in a lead's first handoff. */
  Optional<String> before(Handoff handoff) {
    if (handoff.cycle() == 1) {
      return Optional.empty();
    }
    return handoffs.ofLead(handoff.leadId()).stream()
        .filter(
            earlier -> earlier.cycle() < handoff.cycle() && earlier.closing().closedAt() != null)
        .filter(earlier -> !"merged".equals(earlier.closing().result()))
        .reduce((older, newer) -> newer)
        .map(this::sentence);
  }

  private String sentence(Handoff earlier) {
    Instant now = clock.instant();
    return "%s; %s"
        .formatted(ending.of(earlier, now), since(earlier.leadId(), earlier.closedAt(), now));
  }

  private String since(String leadId, Instant no, Instant now) {
    List<Signal> acts =
        scores.facts(leadId, now).signals().stream()
            .filter(signal -> signal.occurredAt().isAfter(no))
            .sorted(Comparator.comparing(Signal::occurredAt).reversed())
            .toList();
    if (acts.isEmpty()) {
      return "nothing since then";
    }
    Map<String, Long> counts =
        acts.stream()
            .collect(
                Collectors.groupingBy(Signal::type, LinkedHashMap::new, Collectors.counting()));
    String did =
        counts.entrySet().stream()
            .limit(MOST_ACTS)
            .map(
                act ->
                    small(types.label(act.getKey()).orElse(act.getKey())) + times(act.getValue()))
            .collect(Collectors.joining(", "));
    String topics =
        acts.stream()
            .flatMap(signal -> Stream.of("topic", "title", "asset").map(signal::property))
            .filter(Objects::nonNull)
            .map(topic -> topic.replace('_', ' '))
            .distinct()
            .limit(MOST_ACTS)
            .collect(Collectors.joining(", "));
    return "since then: %s%s".formatted(did, topics.isEmpty() ? "" : " (about " + topics + ")");
  }

  private static String times(long n) {
    return n == 1 ? "" : n == 2 ? " twice" : " %d times".formatted(n);
  }

  static String small(String words) {
    return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
