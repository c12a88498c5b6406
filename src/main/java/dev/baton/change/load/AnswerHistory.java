package dev.baton.change.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * How long answers took in the past, and after which of them there was another question; a team's
 * own where it has enough of them, else everybody's.
 */
final class AnswerHistory {
  /** Below that many a team's own say little. */
  static final int ENOUGH = 20;

  private static final String EVERYBODY = "";

  /** A clock of the past. */
  record Answered(String handoffId, String clock, String team, Duration took) {}

  private record Key(String clock, String team) {}

  private final Map<Key, List<Duration>> took = new HashMap<>();
  private final Map<Key, Set<String>> asked = new HashMap<>();

  AnswerHistory(List<Answered> answers) {
    for (Answered answer : answers) {
      for (String team : List.of(answer.team(), EVERYBODY)) {
        Key key = new Key(answer.clock(), team);
        took.computeIfAbsent(key, any -> new ArrayList<>()).add(answer.took());
        asked.computeIfAbsent(key, any -> new HashSet<>()).add(answer.handoffId());
      }
    }
  }

  /** How many answers of a clock there are. */
  int size(String clock) {
    return took.getOrDefault(new Key(clock, EVERYBODY), List.of()).size();
  }

  Duration draw(String clock, String team, SplittableRandom random) {
    List<Duration> known = took.getOrDefault(key(clock, team), List.of());
    return known.get(random.nextInt(known.size()));
  }

  /** Part of the handoffs with an answer to a clock that were asked the next one. */
  double goesOn(String clock, String next, String team) {
    Key key = key(clock, team);
    Set<String> before = asked.getOrDefault(key, Set.of());
    Set<String> after = asked.getOrDefault(new Key(next, key.team()), Set.of());
    return before.isEmpty()
        ? 0
        : (double) before.stream().filter(after::contains).count() / before.size();
  }

  private Key key(String clock, String team) {
    Key own = new Key(clock, team);
    return took.getOrDefault(own, List.of()).size() < ENOUGH ? new Key(clock, EVERYBODY) : own;
  }
}
