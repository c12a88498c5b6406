package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fairness as a property of the pure choice, over random histories. */
class FairChoiceTest {

  /** A team that remembers its tags as the ledger does. */
  private static final class Team {
    private final Map<String, Integer> weights = new LinkedHashMap<>();
    private final Map<String, Long> tags = new HashMap<>();
    private final Map<String, Long> lastTurns = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private long base;
    private long turn;

    Team with(String rep, int weight) {
      weights.put(rep, weight);
      return this;
    }

    /** The turn of those who are neither away nor off shift. */
    String take(List<String> away, List<String> offShift) {
      List<Candidate> reps =
          weights.keySet().stream()
              .map(
                  rep ->
                      new Candidate(
                          rep,
                          weights.get(rep),
                          tags.getOrDefault(rep, 0L),
                          lastTurns.getOrDefault(rep, 0L),
                          !offShift.contains(rep),
                          false,
                          away.contains(rep) ? SkipReason.ABSENT : null,
                          null))
              .toList();
      ChoiceInput input = new ChoiceInput(base, null, null, reps);
      FairChoice choice = FairChoice.of(input);
      assertThat(FairChoice.of(input)).as("replayed").isEqualTo(choice);
      assertThat(choice.base()).as("the scale never runs backwards").isGreaterThanOrEqualTo(base);
      if (choice.owner() != null) {
        base = choice.base();
        tags.put(choice.owner(), choice.tag());
        lastTurns.put(choice.owner(), ++turn);
        taken.merge(choice.owner(), 1, Integer::sum);
      }
      return choice.owner();
    }

    int share(String rep) {
      return taken.getOrDefault(rep, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void who_was_there_throughout_is_never_more_than_one_turn_apart(long seed) {
    Random random = new Random(seed);
    for (int history = 0; history < 30; history++) {
      Team team = new Team();
      int size = 2 + random.nextInt(7);
      int steady = 2 + random.nextInt(size - 1);
      IntStream.range(0, size)
          .forEach(i -> team.with("r" + i, i < steady ? 1 : 1 + random.nextInt(10)));
      for (int lead = 0; lead < 300; lead++) {
        List<String> away = some(random, steady, size);
        team.take(away, some(random, steady, size));
        var shares = IntStream.range(0, steady).map(i -> team.share("r" + i)).summaryStatistics();
        assertThat(shares.getMax() - shares.getMin()).isLessThanOrEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void weights_are_kept_within_one_turn_of_each_colleague(long seed) {
    Random random = new Random(seed);
    for (int history = 0; history < 30; history++) {
      Team team = new Team();
      int size = 2 + random.nextInt(5);
      IntStream.range(0, size).forEach(i -> team.with("r" + i, 1 + random.nextInt(10)));
      for (int lead = 0; lead < 300; lead++) {
        team.take(List.of(), List.of());
        for (String one : team.weights.keySet()) {
          for (String other : team.weights.keySet()) {
            double apart =
                (double) team.share(one) / team.weights.get(one)
                    - (double) team.share(other) / team.weights.get(other);
            double most = 1.0 / team.weights.get(one) + 1.0 / team.weights.get(other);
            assertThat(Math.abs(apart)).isLessThanOrEqualTo(most);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void who_comes_back_makes_up_for_nothing(long seed) {
    Random random = new Random(seed);
    for (int history = 0; history < 50; history++) {
      Team team = new Team().with("a", 1).with("b", 1).with("c", 1).with("back", 1);
      times(random.nextInt(20), () -> team.take(List.of(), List.of()));
      times(1 + random.nextInt(200), () -> team.take(List.of("back"), List.of()));
      Map<String, Integer> before = new HashMap<>(team.taken);
      for (int lead = 1; lead <= 40; lead++) {
        team.take(List.of(), List.of());
        int since = team.share("back") - before.getOrDefault("back", 0);
        assertThat(since).isBetween(lead / 4 - 1, lead / 4 + 1);
      }
    }
  }

  @Test
  void a_new_colleague_begins_level_with_the_others() {
    Team team = new Team().with("a", 1).with("b", 1);
    times(101, () -> team.take(List.of(), List.of()));
    team.with("new", 1);
    times(30, () -> team.take(List.of(), List.of()));

    assertThat(team.share("new")).isBetween(9, 11);
  }

  @Test
  void an_absent_team_gives_nobody_a_turn() {
    Team team = new Team().with("a", 1);

    assertThat(team.take(List.of("a"), List.of())).isNull();
    assertThat(team.take(List.of(), List.of("a"))).isEqualTo("a");
  }

  @Test
  void a_step_is_whole_for_each_weight() {
    assertThat(IntStream.rangeClosed(1, 10)).allMatch(weight -> FairChoice.STEP % weight == 0);
  }

  private static List<String> some(Random random, int from, int to) {
    List<String> some = new ArrayList<>();
    IntStream.range(from, to).filter(i -> random.nextBoolean()).forEach(i -> some.add("r" + i));
    return some;
  }

  private static void times(int count, Runnable work) {
    IntStream.range(0, count).forEach(i -> work.run());
  }
}
