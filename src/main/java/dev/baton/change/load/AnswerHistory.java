package dev.baton.change.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long answers took in the past, and after which of them there was another question; a team's
 * own where it has enough of them, of leads that asked for sales and others apart, else
 * everybody's.
 */
final class AnswerHistory {
  /** Below that many a team's own say little. */
  static final int ENOUGH = 20;

  /**
   * A clock of the past.
   *
   * @param handRaise whether its lead asked for sales, which makes people faster
   */
  record Answered(String handoffId, String clock, String team, boolean handRaise, Duration took) {}

  /** Whose answers: null is anybody's. */
  private record Key(String clock, @Nullable String team, @Nullable Boolean handRaise) {}

  private final Map<Key, List<Duration>> took = new HashMap<>();
  private final Map<Key, Set<String>> asked = new HashMap<>();

  AnswerHistory(List<Answered> answers) {
    for (Answered answer : answers) {
      keys(answer.clock(), answer.team(), answer.handRaise())
          .forEach(
              key -> {
                took.computeIfAbsent(key, any -> new ArrayList<>()).add(answer.took());
                asked.computeIfAbsent(key, any -> new HashSet<>()).add(answer.handoffId());
              });
    }
  }

  /** The narrowest first. */
  private static Stream<Key> keys(String clock, String team, boolean handRaise) {
    return Stream.of(
        new Key(clock, team, handRaise), new Key(clock, team, null), new Key(clock, null, null));
  }

  /** How many answers of a clock there are. */
  int size(String clock) {
    return took.getOrDefault(new Key(clock, null, null), List.of()).size();
  }

  Duration draw(String clock, String team, boolean handRaise, SplittableRandom random) {
    List<Duration> known = took.getOrDefault(key(clock, team, handRaise), List.of());
    return known.get(random.nextInt(known.size()));
  }

  /** Part of the handoffs with an answer to a clock that were asked the next one. */
  double goesOn(String clock, String next, String team, boolean handRaise) {
    Key key = key(clock, team, handRaise);
    Set<String> before = asked.getOrDefault(key, Set.of());
    Set<String> after = asked.getOrDefault(new Key(next, key.team(), key.handRaise()), Set.of());
    return before.isEmpty()
        ? 0
        : (double) before.stream().filter(after::contains).count() / before.size();
  }

  private Key key(String clock, String team, boolean handRaise) {
    return keys(clock, team, handRaise)
        .filter(key -> took.getOrDefault(key, List.of()).size() >= ENOUGH)
        .findFirst()
        .orElseGet(() -> new Key(clock, null, null));
  }
}
