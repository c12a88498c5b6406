package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.HttpCaller.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Backup and restore by the scripts that operations names: the packaged application goes on, in
 * another place, with every row, every handoff that ran and every due instant.
 */
@Tag("nightly")
class BackupIT {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final int LEADS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What must be the same after a restore; each line of it names the row that it tells of. */
  private static final Map<String, String> KEPT =
      Map.of(
          "running handoffs",
          "select id || ' ' || state || ' ' || coalesce(owner, 'nobody') from handoff where is_open = true",
          "due instants",
          "select handoff_id || ' ' || clock || ' ' || cast(due_at as varchar) from deadline",
          "timers",
          """
          select p.BUSINESS_KEY_ || ' ' || cast(j.DUEDATE_ as varchar) from ACT_RU_JOB j
          join ACT_RU_EXECUTION p on p.ID_ = j.PROCESS_INSTANCE_ID_ where j.DUEDATE_ is not null
          """,
          "tasks",
          """
          select p.BUSINESS_KEY_ || ' ' || t.TASK_DEF_KEY_ || ' ' || coalesce(cast(t.DUE_DATE_ as varchar), 'open')
          from ACT_RU_TASK t join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
          """,
          "answers",
          "select handoff_id || ' ' || cast(id as varchar) from answer",
          "messages",
          "select cast(id as varchar) || ' ' || kind from notice");

  @Test
  void a_file_of_h2_is_restored_whole(@TempDir Path folder) throws Exception {
    Path from = Files.createDirectory(folder.resolve("from"));
    Path to = Files.createDirectory(folder.resolve("to"));
    String backup = folder.resolve("baton.backup").toString();
    String file = from.resolve("data/baton.mv.db").toString();
    String restored = to.resolve("data/baton.mv.db").toString();
    RunningJar jar = new RunningJar(from);
    try (jar) {
      live(jar, jar.start());
      Machine.Ended early = Machine.end(PROJECT, Map.of(), "ops/backup.sh", file, backup);
      assertThat(early.status()).isEqualTo(1);
      assertThat(early.said()).contains("Baton has " + file + " open; stop it first.");
      assertThat(Path.of(backup)).doesNotExist();
    }
    Map<String, List<String>> before = rows(jar.database());
    Map<String, Integer> sizes = sizes(jar.database(), before);

    Machine.run(PROJECT, Map.of(), "ops/backup.sh", file, backup);
    Machine.run(PROJECT, Map.of(), "ops/restore.sh", backup, restored);

    RunningJar again = new RunningJar(to);
    assertThat(rows(again.database())).isEqualTo(before);
    assertThat(sizes(again.database(), before)).isEqualTo(sizes);
    try (again) {
      goesOn(again.start());
    }
    assertThat(rows(again.database()).get("answers")).containsAll(before.get("answers"));
  }

  @Test
  void a_database_of_postgresql_is_backed_up_while_leads_come_and_restored_whole(
      @TempDir Path folder) throws Exception {
    try (InstalledPostgres server = new InstalledPostgres()) {
      server.open("postgres").sql("create database live").update();
      server.open("postgres").sql("create database restored").update();
      String backup = folder.resolve("baton.backup").toString();
      Map<String, List<String>> before;
      RunningJar jar = new RunningJar(folder, server.settings("live"));
      try (jar) {
        HttpCaller baton = jar.start();
        live(jar, baton);
        before = rows(server.open("live"));
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger during = new AtomicInteger();
        ExecutorService sender = Executors.newSingleThreadExecutor();
        sender.execute(
            () -> {
              while (!over.get()) {
                raise(baton, "during" + during.incrementAndGet());
              }
            });
        await().atMost(PATIENCE).until(() -> during.get() > 3);
        Machine.run(PROJECT, Map.of(), "ops/backup.sh", server.address("live"), backup);
        over.set(true);
        sender.shutdown();
        assertThat(sender.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        Machine.Ended early =
            Machine.end(PROJECT, Map.of(), "ops/restore.sh", backup, server.address("live"));
        assertThat(early.status()).isEqualTo(1);
        assertThat(early.said()).contains("stop Baton on every node first");
      }
      Machine.run(PROJECT, Map.of(), "ops/restore.sh", backup, server.address("restored"));

      JdbcClient restored = server.open("restored");
      Map<String, List<String>> after = rows(restored);
      before.forEach((what, rows) -> assertThat(after.get(what)).as(what).containsAll(rows));
      assertThat(after.get("running handoffs").size()).isGreaterThan(LEADS);
      RunningJar again = new RunningJar(folder, server.settings("restored"));
      try (again) {
        HttpCaller baton = again.start();
        // what was recorded and not yet gone on with in the backup goes on
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(handoffsInTasks(restored))
                        .containsExactlyInAnyOrderElementsOf(openHandoffs(restored)));
        goesOn(baton);
      }
    }
  }

  /** Leads that wait for a review, and each third one for its qualification. */
  private static void live(RunningJar jar, HttpCaller baton) {
    jar.hire(2);
    for (int lead = 0; lead < LEADS; lead++) {
      raise(baton, "before" + lead);
    }
    List<String> handoffs =
        baton
            .await(
                "/api/leads?stage=MQL&page=0",
                l -> l.at("/items").findValues("dueAt").size() == LEADS)
            .at("/items")
            .findValuesAsText("handoffId");
    for (int lead = 0; lead < LEADS; lead += 3) {
      accept(baton, handoffs.get(lead)).is(200);
    }
    baton.await("/api/leads?stage=SAL&page=0", l -> l.at("/items").size() == LEADS / 3);
  }

  private static void raise(HttpCaller baton, String name) {
    baton
        .post(
            "/api/signals",
            Map.of(
                "id",
                name,
                "type",
                "contact_sales",
                "lead",
                Map.of("email", name + "@" + name + ".example")))
        .is(200);
  }

  /** A repeated signal is known, an open question is answered, and a new lead gets its owner. */
  private static void goesOn(HttpCaller baton) {
    Answer known =
        baton.post(
            "/api/signals",
            Map.of(
                "id", "before0",
                "type", "contact_sales",
                "lead", Map.of("email", "before0@before0.example")));
    assertThat(known.is(200).at("/duplicate").asBoolean()).as(known.text()).isTrue();
    String handoff =
        baton.get("/api/leads?stage=MQL&page=0").at("/items").findValuesAsText("handoffId").get(0);
    accept(baton, handoff).is(200);
    raise(baton, "after");
    baton.await("/api/leads?email=after@after.example", l -> l.at("/items/0/dueAt").isTextual());
  }

  private static Answer accept(HttpCaller baton, String handoff) {
    return baton.post("/api/handoffs/%s/review".formatted(handoff), "{\"decision\":\"accept\"}");
  }

  private static Map<String, List<String>> rows(JdbcClient db) {
    Map<String, List<String>> found = new TreeMap<>();
    KEPT.forEach(
        (what, sql) ->
            found.put(what, db.sql(sql).query(String.class).list().stream().sorted().toList()));
    found.values().forEach(rows -> assertThat(rows).as("%s", found.keySet()).isNotEmpty());
    return found;
  }

  /** Of every table that there is. */
  private static Map<String, Integer> sizes(JdbcClient db, Map<String, List<String>> rows) {
    Map<String, Integer> sizes = new TreeMap<>();
    db.sql("select table_name from information_schema.tables where lower(table_schema) = 'public'")
        .query(String.class)
        .list()
        .forEach(
            table ->
                sizes.put(
                    table,
                    db.sql("select count(*) as n from \"%s\"".formatted(table))
                        .query(Integer.class)
                        .single()));
    assertThat(sizes).hasSizeGreaterThan(rows.size());
    return sizes;
  }

  private static List<String> openHandoffs(JdbcClient db) {
    return db.sql("select id from handoff where is_open = true").query(String.class).list();
  }

  private static List<String> handoffsInTasks(JdbcClient db) {
    return db.sql(
            """
            select p.BUSINESS_KEY_ from ACT_RU_TASK t
            join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
            join ACT_RE_PROCDEF k on k.ID_ = p.PROC_DEF_ID_ where k.KEY_ = 'lead-handoff'
            """)
        .query(String.class)
        .list();
  }
}
