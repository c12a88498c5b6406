package dev.baton.routing;

import static dev.baton.routing.AssignmentTestBed.spread;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.MigratedDatabase;
import dev.baton.people.Absences;
import dev.baton.people.Availability;
import dev.baton.people.Calendars;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.QueueSettings;
import dev.baton.people.RepLeft;
import dev.baton.people.Role;
import dev.baton.people.RoutingTerms;
import dev.baton.people.Teams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several nodes on one PostgreSQL, each with connections of its own. */
class NodesTest {
  private static final String TEAM = "emea";
  private static final String[] REPS = {"a", "b", "c", "d", "e", "f", "g"};
  private static final DataSource SERVER = MigratedDatabase.postgresql();

  private final List<Node> nodes = new ArrayList<>();
  private final ConcurrentLinkedQueue<Object> facts = new ConcurrentLinkedQueue<>();

  /** One process of the application, as far as it gives leads to people. */
  private final class Node {
    final HikariDataSource database = new HikariDataSource();
    final TransactionTemplate transaction;
    final People people;
    final FairAssignment assignment;

    Node() {
      database.setDataSource(SERVER);
      database.setMaximumPoolSize(10);
      JdbcClient db = JdbcClient.create(database);
      transaction = new TransactionTemplate(new JdbcTransactionManager(database));
      people = new People(db, facts::add, Clock.systemUTC());
      Availability availability =
          new Availability(
              new Teams(db, new QueueSettings("unrouted")),
              new Calendars(db, ZoneOffset.UTC),
              new Absences(db));
      AssignmentLedger ledger =
          new AssignmentLedger(db, JsonMapper.builder().findAndAddModules().build());
      assignment =
          new FairAssignment(
              new TurnCounters(db), ledger, new TeamAvailability(people, availability, ledger));
      nodes.add(this);
    }

    LedgerEntry take() {
      return transaction.execute(
          status -> assignment.take(call(), Instant.parse("2026-03-02T09:00:00Z")));
    }

    void save(Person person) {
      transaction.executeWithoutResult(status -> people.save(person));
    }

    List<Long> ledger() {
      return JdbcClient.create(database)
          .sql("select turn from routing_entry order by turn")
          .query(Long.class)
          .list();
    }
  }

  @BeforeEach
  void an_empty_ledger() {
    Node first = new Node();
    JdbcClient db = JdbcClient.create(first.database);
    List.of("routing_entry", "turn_counter", "person")
        .forEach(table -> db.sql("delete from " + table).update());
    for (String rep : REPS) {
      first.save(rep(rep, true));
    }
  }

  @AfterEach
  void shut_down() {
    nodes.forEach(node -> node.database.close());
  }

  @Test
  void nodes_never_take_the_same_turn_and_lose_none_over_a_restart() throws Exception {
    List<String> taken = new ArrayList<>(atOnce(250, nodes.get(0), new Node(), new Node()));
    shut_down();
    taken.addAll(atOnce(250, new Node(), new Node()));

    assertThat(taken).hasSize(500);
    assertThat(spread(taken, REPS)).isLessThanOrEqualTo(1);
    assertThat(new Node().ledger())
        .as("each turn once, and none lost over the restart")
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 500).mapToObj(Long::valueOf).toList());
  }

  @Test
  void who_is_deactivated_while_a_turn_is_chosen_does_not_get_it() throws Exception {
    Node leaving = nodes.get(0);
    Node routing = new Node();
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Void> deactivation =
        CompletableFuture.runAsync(
            () ->
                leaving.transaction.executeWithoutResult(
                    status -> {
                      leaving.people.save(rep("a", false));
                      locked.countDown();
                      await(go);
                    }));
    locked.await(10, TimeUnit.SECONDS);

    CompletableFuture<LedgerEntry> turn = CompletableFuture.supplyAsync(routing::take);
    Awaitility.await("waits for the row")
        .during(Duration.ofMillis(300))
        .until(() -> !turn.isDone());
    go.countDown();
    deactivation.get(10, TimeUnit.SECONDS);

    LedgerEntry entry = turn.get(10, TimeUnit.SECONDS);
    assertThat(entry.owner()).isEqualTo("b");
    assertThat(entry.replay().skipped())
        .contains(new FairChoice.Skipped("a", SkipReason.INACTIVE, "left just now"));
    assertThat(facts).extracting(fact -> ((RepLeft) fact).personId()).containsExactly("a");
  }

  @Test
  void a_hundred_leads_during_a_deactivation_leave_nothing_behind() throws Exception {
    Node one = nodes.get(0);
    Node other = new Node();
    AtomicReference<Long> lastBefore = new AtomicReference<>();
    CompletableFuture<Void> deactivation =
        CompletableFuture.runAsync(
            () ->
                other.transaction.executeWithoutResult(
                    status -> {
                      other.people.save(rep("a", false));
                      lastBefore.set(
                          JdbcClient.create(other.database)
                              .sql(
                                  "select coalesce(max(turn), 0) from routing_entry where owner = 'a'")
                              .query(Long.class)
                              .single());
                    }));
    atOnce(100, one, other);
    deactivation.get(10, TimeUnit.SECONDS);

    Long last =
        JdbcClient.create(one.database)
            .sql("select coalesce(max(turn), 0) from routing_entry where owner = 'a'")
            .query(Long.class)
            .single();
    assertThat(last)
        .as("what was seen when they left is all they ever got")
        .isEqualTo(lastBefore.get());
  }

  private static List<String> atOnce(int leads, Node... nodes) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(24);
    try {
      List<Future<LedgerEntry>> turns =
          IntStream.range(0, leads)
              .mapToObj(i -> threads.submit(() -> nodes[i % nodes.length].take()))
              .toList();
      List<String> taken = new ArrayList<>();
      for (Future<LedgerEntry> turn : turns) {
        taken.add(turn.get(60, TimeUnit.SECONDS).owner());
      }
      return taken;
    } finally {
      threads.shutdown();
    }
  }

  private static RoutingRequest call() {
    return new RoutingRequest(
        UUID.randomUUID().toString(),
        RoutingPreference.turn("pool", TEAM),
        Set.of(),
        Set.of(),
        reps -> Map.of());
  }

  private static Person rep(String id, boolean active) {
    return new Person(id, id, id + "@x", Role.SALES, TEAM, ZoneOffset.UTC, active)
        .with(RoutingTerms.USUAL);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
