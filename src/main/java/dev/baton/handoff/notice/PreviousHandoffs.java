package dev.baton.handoff.notice;

import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.Sentences;
import dev.baton.people.Language;
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
  Optional<String> before(Handoff handoff, Wording wording) {
    if (handoff.cycle() == 1) {
      return Optional.empty();
    }
    return handoffs.ofLead(handoff.leadId()).stream()
        .filter(
            earlier -> earlier.cycle() < handoff.cycle() && earlier.closing().closedAt() != null)
        .filter(earlier -> !"merged".equals(earlier.closing().result()))
        .reduce((older, newer) -> newer)
        .map(earlier -> wording.say(sentence(earlier, wording.language())));
  }

  private Text sentence(Handoff earlier, Language language) {
    Instant now = clock.instant();
    return Text.of(
        "previous_handoff",
        Map.of(
            "ending",
            ending.of(earlier, now, language),
            "since",
            since(earlier.leadId(), earlier.closedAt(), now, language)));
  }

  private Text since(String leadId, Instant no, Instant now, Language language) {
    List<Signal> acts =
        scores.facts(leadId, now).signals().stream()
            .filter(signal -> signal.occurredAt().isAfter(no))
            .sorted(Comparator.comparing(Signal::occurredAt).reversed())
            .toList();
    if (acts.isEmpty()) {
      return Text.of("since_nothing");
    }
    Map<String, Long> counts =
        acts.stream()
            .collect(
                Collectors.groupingBy(Signal::type, LinkedHashMap::new, Collectors.counting()));
    List<Text> did =
        counts.entrySet().stream()
            .limit(MOST_ACTS)
            .map(
                act ->
                    times(types.label(act.getKey()).orElse(act.getKey()), act.getValue(), language))
            .toList();
    String topics =
        acts.stream()
            .flatMap(signal -> Stream.of("topic", "title", "asset").map(signal::property))
            .filter(Objects::nonNull)
            .map(topic -> topic.replace('_', ' '))
            .distinct()
            .limit(MOST_ACTS)
            .collect(Collectors.joining(", "));
    return topics.isEmpty()
        ? Text.of("since_acts", Map.of("acts", did))
        : Text.of("since_acts_about", Map.of("acts", did, "topics", topics));
  }

  private static Text times(String label, long n, Language language) {
    Map<String, Object> act = Map.of("act", small(label, language), "n", n);
    return n == 1
        ? Text.literal(small(label, language))
        : n == 2 ? Text.of("act_twice", act) : Text.of("act_times", act);
  }

  /** What a table says, within a sentence of a language; German nouns stay as they are. */
  static String small(String words, Language language) {
    return words.isEmpty() || language != Language.EN
        ? Sentences.in(language.locale(), words)
        : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
