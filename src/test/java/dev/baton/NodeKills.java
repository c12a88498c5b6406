package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes of the packaged application behind a proxy, on one PostgreSQL, with the shipped settings:
 * random nodes are killed again and again under load, and in the middle the database is restarted.
 * By hand, since it takes its time: {@code -Dit.test=NodeKills}, with {@code -Dbaton.kills}, {@code
 * -Dbaton.leads} and {@code -Dbaton.nodes}.
 */
class NodeKills {
  private static final int KILLS = Integer.getInteger("baton.kills", 50);
  private static final int LEADS = Integer.getInteger("baton.leads", 10_000);
  private static final int NODES = Integer.getInteger("baton.nodes", 3);

  /** Within it everything that a killed node had begun goes on elsewhere. */
  private static final Duration GOING_ON = Duration.ofSeconds(75);

  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final Semaphore maySend = new Semaphore(0);
  private final Random random = new Random(20261129);
  private final ExecutorService senders = Executors.newFixedThreadPool(4);
  private final List<RunningJar> jars = new ArrayList<>();
  private RoundRobinProxy proxy;
  private NodesDatabase database;

  @AfterEach
  void stop() throws IOException {
    senders.shutdownNow();
    jars.forEach(RunningJar::close);
    if (proxy != null) {
      proxy.close();
    }
    if (database != null) {
      database.close();
    }
  }

  @Test
  void nothing_acknowledged_is_lost_or_doubled_whichever_node_dies(@TempDir Path folder)
      throws Exception {
    database = new NodesDatabase(folder.resolve("postgresql"));
    proxy = new RoundRobinProxy(NODES);
    HttpCaller admin = null;
    for (int node = 0; node < NODES; node++) {
      jars.add(
          new RunningJar(
              Files.createDirectory(folder.resolve("node" + node)), database.settings()));
      admin = start(node);
    }
    jars.get(0).hire(3);
    HttpCaller all =
        new HttpCaller(URI.create("http://localhost:" + proxy.port()), admin.authorization(), null);
    IntStream.range(0, 4).forEach(sender -> senders.execute(() -> send(all)));

    List<Duration> goingOn = new ArrayList<>();
    int share = LEADS / (KILLS + 1);
    for (int kill = 0; kill < KILLS; kill++) {
      int before = acknowledged.get();
      maySend.release(share);
      await().atMost(Duration.ofMinutes(5)).until(() -> acknowledged.get() > before + share / 2);
      int node = random.nextInt(NODES);
      jars.get(node).kill();
      Instant killed = Instant.now();
      goingOn.add(untilAllGoOn(killed));
      start(node);
      if (kill == KILLS / 2) {
        database.close();
        database.start();
      }
    }
    maySend.release(LEADS);
    await().atMost(Duration.ofMinutes(10)).until(() -> acknowledged.get() == LEADS);
    await()
        .atMost(Duration.ofMinutes(10))
        .untilAsserted(() -> assertThat(waiting(Instant.now())).isZero());
    System.out.printf(
        "%d nodes, %d leads, %d kills; going on after %s%n",
        NODES, LEADS, KILLS, goingOn.stream().map(Duration::toSeconds).sorted().toList());
    assertThat(goingOn).hasSize(KILLS).allMatch(took -> took.compareTo(GOING_ON) < 0);
    everythingIsThereOnce();
  }

  private HttpCaller start(int node) throws Exception {
    HttpCaller admin = jars.get(node).start();
    proxy.set(node, admin.root().getPort());
    return admin;
  }

  /** What fails is sent again, as its sender would. */
  private void send(HttpCaller all) {
    try {
      int lead;
      while ((lead = nextLead()) < LEADS) {
        String row =
            HttpCaller.json(
                Map.of(
                    "id",
                    "signal-" + lead,
                    "type",
                    "contact_sales",
                    "lead",
                    Map.of("email", "lead@company%d.example".formatted(lead))));
        await().atMost(Duration.ofMinutes(10)).until(() -> isAnswered(all, row));
        acknowledged.incrementAndGet();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private int nextLead() throws InterruptedException {
    maySend.acquire();
    return next.getAndIncrement();
  }

  private static boolean isAnswered(HttpCaller all, String row) {
    try {
      return all.post("/api/signals", row).status() == 200;
    } catch (UncheckedIOException cut) {
      return false;
    }
  }

  /** How long until each handoff from before the kill has its question and its clock. */
  private Duration untilAllGoOn(Instant killed) {
    await().atMost(GOING_ON.multipliedBy(4)).until(() -> waiting(killed) == 0);
    return Duration.between(killed, Instant.now());
  }

  private int waiting(Instant before) {
    return database
        .rows()
        .sql(
            """
            select count(*) as n from handoff where mql_at <= ? and not exists (
              select 1 from deadline where handoff_id = handoff.id and clock = 'review')
            """)
        .param(Timestamp.from(before))
        .query(Integer.class)
        .single();
  }

  private void everythingIsThereOnce() {
    database.mustHoldOnce(LEADS);
    assertThat(database.count("deadline where clock = 'review'")).isEqualTo(LEADS);
    assertThat(database.count("ACT_RU_TASK where TASK_DEF_KEY_ = 'reviewLead'")).isEqualTo(LEADS);
    assertThat(database.count("(select distinct turn from routing_entry where turn is not null) t"))
        .isEqualTo(LEADS);
  }
}
