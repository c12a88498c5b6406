package dev.baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose turn it is. */
class TurnsTest {
  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  @Test
  void five_hundred_turns_are_spread_evenly_at_every_moment() {
    List<Person> reps = reps("a", "b", "c", "d", "e", "f", "g");
    List<String> taken = new ArrayList<>();

    for (int i = 0; i < 500; i++) {
      taken.add(take("emea", reps));
      assertThat(spread(taken, reps)).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void a_tie_goes_by_name_and_the_order_of_the_candidates_makes_no_difference() {
    List<Person> reps = new ArrayList<>(reps("a", "b", "c", "d"));
    Random shuffle = new Random(7);
    List<String> taken = new ArrayList<>();

    for (int i = 0; i < 12; i++) {
      Collections.shuffle(reps, shuffle);
      taken.add(take("emea", reps));
    }

    assertThat(taken).containsExactly("a", "b", "c", "d", "a", "b", "c", "d", "a", "b", "c", "d");
  }

  @Test
  void a_rep_who_leaves_in_the_middle_gets_none_and_the_others_share_alike() {
    List<Person> all = reps("a", "b", "c");
    IntStream.range(0, 4).forEach(i -> take("emea", all));
    List<Person> rest = reps("a", "c");

    List<String> taken = Stream.generate(() -> take("emea", rest)).limit(100).toList();

    assertThat(taken).doesNotContain("b");
    assertThat(spread(taken, rest)).isZero();
  }

  @Test
  void a_rep_who_comes_back_takes_one_turn_and_not_all_that_were_missed() {
    List<Person> all = reps("a", "b", "c");
    IntStream.range(0, 3).forEach(i -> take("emea", all));
    IntStream.range(0, 50).forEach(i -> take("emea", reps("a", "c")));

    List<String> taken = Stream.generate(() -> take("emea", all)).limit(6).toList();

    assertThat(taken).containsExactly("b", "a", "c", "b", "a", "c");
  }

  @Test
  void a_second_batch_goes_on_where_the_first_one_ended() {
    List<Person> reps = reps("a", "b", "c");

    List<String> batches = new ArrayList<>();
    for (int batch = 0; batch < 50; batch++) {
      batches.add(take("emea", reps));
      batches.add(take("emea", reps));
    }

    assertThat(batches).startsWith("a", "b", "c", "a", "b", "c");
    assertThat(spread(batches, reps)).isLessThanOrEqualTo(1);
  }

  @Test
  void teams_take_turns_of_their_own() {
    assertThat(take("emea", reps("a", "b"))).isEqualTo("a");
    assertThat(take("apac", reps("a", "b"))).isEqualTo("a");
    assertThat(take("emea", reps("a", "b"))).isEqualTo("b");
  }

  @Test
  void without_candidates_no_turn_is_used_up() {
    assertThat(take("emea", List.of())).isNull();
    assertThat(take("emea", reps("a"))).isEqualTo("a");
    assertThat(ledger("emea")).containsExactly(1L);
  }

  @Test
  void a_turn_that_is_rolled_back_was_never_taken() {
    List<Person> reps = reps("a", "b");
    transaction()
        .executeWithoutResult(
            status -> {
              house.bean(Turns.class).take("emea", "undone", reps, house.now());
              status.setRollbackOnly();
            });

    assertThat(take("emea", reps)).isEqualTo("a");
    assertThat(ledger("emea")).containsExactly(1L);
  }

  @Test
  void fifty_at_once_take_each_turn_once() throws Exception {
    List<Person> reps = reps("a", "b", "c", "d", "e");
    Callable<String> one = () -> take("emea", reps);
    List<String> taken = new ArrayList<>();
    var threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<String> turn : threads.invokeAll(Collections.nCopies(50, one))) {
        taken.add(turn.get());
      }
    } finally {
      threads.shutdown();
    }

    assertThat(spread(taken, reps)).isZero();
    assertThat(ledger("emea"))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(Long::valueOf).toList());
  }

  @Test
  void a_crowd_of_candidates_does_not_stop_the_turn() {
    List<Person> crowd =
        reps(IntStream.range(0, 300).mapToObj("rep-%020d"::formatted).toArray(String[]::new));

    assertThat(take("emea", crowd)).isEqualTo("rep-%020d".formatted(0));
  }

  private String take(String team, List<Person> reps) {
    return transaction()
        .execute(
            status ->
                house
                    .bean(Turns.class)
                    .take(team, UUID.randomUUID().toString(), reps, house.now())
                    .map(Person::id)
                    .orElse(null));
  }

  private TransactionTemplate transaction() {
    return new TransactionTemplate(house.bean(PlatformTransactionManager.class));
  }

  private List<Long> ledger(String team) {
    return house
        .db()
        .sql("select turn from routing_entry where team = :team order by turn")
        .param("team", team)
        .query(Long.class)
        .list();
  }

  private static long spread(List<String> taken, List<Person> reps) {
    Map<String, Long> counts =
        taken.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    var shares =
        reps.stream().mapToLong(rep -> counts.getOrDefault(rep.id(), 0L)).summaryStatistics();
    return shares.getMax() - shares.getMin();
  }

  private static List<Person> reps(String... ids) {
    return Arrays.stream(ids)
        .map(id -> new Person(id, id, id + "@x", Role.SALES, "emea", ZoneOffset.UTC, true))
        .toList();
  }
}
