package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes of the packaged application on one PostgreSQL: signals come to both, answers are given
 * on both, one is killed and comes back as the next release, whose schema has more, the database is
 * away for a while, and the next release is rolled back while the other node works. With {@code
 * -Dbaton.cluster=long} there are more leads and the database is away for 70 seconds; with {@code
 * -Dbaton.cluster.older=<jar>} the killed node ran that release before.
 */
@Tag("nightly")
class ClusterIT {
  private static final boolean LONG = "long".equals(System.getProperty("baton.cluster"));

  /** At least; they come until the last phase is over. */
  private static final int LEADS = LONG ? 900 : 60;

  private static final Duration PACE = Duration.ofMillis(LONG ? 200 : 1000);
  private static final Duration AWAY = Duration.ofSeconds(LONG ? 70 : 8);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofMillis(200);
  private static final int REPS = 3;

  private final List<HttpCaller> nodes = new CopyOnWriteArrayList<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();

  /** How long a signal had to be repeated until a node took it, since this was set to zero. */
  private final AtomicLong longestWait = new AtomicLong();

  private final AtomicBoolean enough = new AtomicBoolean();
  private final AtomicBoolean over = new AtomicBoolean();
  private final ExecutorService people = Executors.newFixedThreadPool(6);
  private NodesDatabase database;

  @AfterEach
  void stop() throws IOException {
    over.set(true);
    people.shutdownNow();
    if (database != null) {
      database.close();
    }
  }

  @Test
  void two_nodes_do_everything_once_whatever_dies(@TempDir Path folder) throws Exception {
    database = new NodesDatabase(folder.resolve("postgresql"));
    String older = System.getProperty("baton.cluster.older", System.getProperty("baton.jar"));
    RunningJar one = new RunningJar(Files.createDirectory(folder.resolve("one")), settings());
    RunningJar two = new RunningJar(Files.createDirectory(folder.resolve("two")), settings());
    try (one;
        two) {
      nodes.add(one.start());
      one.hire(REPS);
      nodes.add(two.startAs(older));
      IntStream.range(0, 4).forEach(sender -> people.execute(() -> sendUntilEnough(sender)));
      IntStream.range(0, 2).forEach(rep -> people.execute(() -> answerUntilOver(rep)));

      await().atMost(Duration.ofMinutes(5)).until(() -> acknowledged.get() > LEADS / 4);
      longestWait.set(0);
      two.kill();
      nodes.set(1, two.startAs(nextRelease(folder)));
      aReleaseCostsNoSignalLongerThanItsSenderRepeats();

      await().atMost(Duration.ofMinutes(5)).until(() -> acknowledged.get() > LEADS / 2);
      database.close();
      Thread.sleep(AWAY.toMillis());
      database.start();

      await().atMost(Duration.ofMinutes(5)).until(() -> acknowledged.get() > LEADS);
      assertThat(database.count("app_schema_history where version = '9999'")).isEqualTo(1);
      longestWait.set(0);
      two.close();
      nodes.set(1, two.start());
      aReleaseCostsNoSignalLongerThanItsSenderRepeats();

      enough.set(true);
      await().atMost(Duration.ofMinutes(10)).until(() -> acknowledged.get() == begun.get());
      int leads = acknowledged.get();
      await().atMost(Duration.ofMinutes(5)).until(() -> accepted.get() > LEADS / 4);
      over.set(true);
      people.shutdown();
      assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
      await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> assertThat(tasks()).hasSize(leads));
      everythingIsThereOnce(leads);
    }
  }

  private void aReleaseCostsNoSignalLongerThanItsSenderRepeats() {
    assertThat(Duration.ofNanos(longestWait.get()))
        .as("until one of the nodes took a signal")
        .isPositive()
        .isLessThan(PATIENCE);
  }

  /** This release and one migration more, which adds and takes nothing away. */
  private static String nextRelease(Path folder) throws IOException {
    Path jar = folder.resolve("next.jar");
    Files.copy(Path.of(System.getProperty("baton.jar")), jar);
    try (FileSystem inside = FileSystems.newFileSystem(jar)) {
      Files.writeString(
          inside.getPath("BOOT-INF/classes/db/migration/V9999__next_release.sql"),
          """
          create table next_release (id bigint primary key);
          alter table lead add column next_release varchar(10);
          """);
    }
    return jar.toString();
  }

  /** What fails is sent again, as its sender would, perhaps to the other node. */
  private void sendUntilEnough(int sender) {
    while (!enough.get() && !over.get()) {
      int lead = begun.getAndIncrement();
      String row =
          HttpCaller.json(
              Map.of(
                  "id",
                  "signal-" + lead,
                  "type",
                  "contact_sales",
                  "lead",
                  Map.of("email", "lead@company%d.example".formatted(lead))));
      long since = System.nanoTime();
      int attempt = 0;
      while (!over.get() && !isAnswered(nodes.get((sender + attempt) % 2), row)) {
        attempt++;
        rest(RETRY);
      }
      longestWait.accumulateAndGet(System.nanoTime() - since, Math::max);
      acknowledged.incrementAndGet();
      rest(PACE);
    }
  }

  private static boolean isAnswered(HttpCaller node, String row) {
    try {
      return node.post("/api/signals", row).status() == 200;
    } catch (UncheckedIOException gone) {
      return false;
    }
  }

  /** On either node in turn; whoever was faster has answered. */
  private void answerUntilOver(int rep) {
    String name = "rep" + (rep + 1);
    int turn = rep;
    while (!over.get()) {
      HttpCaller node = nodes.get(turn++ % 2).as(name, "a password for rep " + (rep + 1));
      try {
        Answer leads = node.get("/api/leads?stage=MQL&page=" + rep);
        List<JsonNode> handoffs =
            leads.status() == 200 ? leads.json().findValues("handoffId") : List.of();
        for (JsonNode handoff : handoffs) {
          Answer answer =
              node.post(
                  "/api/handoffs/%s/review".formatted(handoff.asText()),
                  "{\"decision\":\"accept\"}");
          accepted.addAndGet(answer.status() == 200 ? 1 : 0);
        }
      } catch (UncheckedIOException gone) {
        // it is away just now
      }
      rest(RETRY);
    }
  }

  private void everythingIsThereOnce(int leads) {
    database.mustHoldOnce(leads);
    assertThat(tasks()).doesNotHaveDuplicates();
    assertThat(
            database.count(
                """
                (select handoff_id from notice where kind = 'assigned'
                  group by handoff_id, channel having count(*) > 1) n
                """))
        .isZero();
    JdbcClient db = database.rows();
    String turns = "from routing_entry where turn is not null";
    assertThat(db.sql("select turn %s order by turn".formatted(turns)).query(Integer.class).list())
        .as("each turn once, and none lost")
        .containsExactlyElementsOf(IntStream.rangeClosed(1, leads).boxed().toList());
    List<Integer> shares =
        db.sql(
                "select cast(count(*) as integer) as n %s group by owner order by n"
                    .formatted(turns))
            .query(Integer.class)
            .list();
    assertThat(shares).hasSize(REPS);
    assertThat(shares.get(REPS - 1) - shares.get(0)).as("fair shares: %s", shares).isLessThan(2);
  }

  /** The handoffs that somebody is asked about. */
  private List<String> tasks() {
    return database
        .rows()
        .sql(
            """
            select p.BUSINESS_KEY_ from ACT_RU_TASK t
            join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
            join ACT_RE_PROCDEF k on k.ID_ = p.PROC_DEF_ID_
            where k.KEY_ = 'lead-handoff'
            """)
        .query(String.class)
        .list();
  }

  private String[] settings() {
    return database.settings("--camunda.bpm.job-execution.lock-time-in-millis=15000");
  }

  private static void rest(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
