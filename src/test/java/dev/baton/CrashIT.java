package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller.Answer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was acknowledged is kept, whenever the process dies. */
class CrashIT {
  private static final int BATCH = 30;
  private static final int KILLS = 3;

  /** Each third one raises its hand. */
  private static final List<String> TYPES = List.of("page_view", "email_opened", "contact_sales");

  private final Queue<String> sent = new ConcurrentLinkedQueue<>();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();

  @Test
  @Tag("nightly")
  void nothing_acknowledged_is_lost_when_it_is_killed_again_and_again(@TempDir Path folder)
      throws Exception {
    // The jobs of a dead process are taken over when their lock ends, in the shipped settings after
    // a minute: nobody has to wait for that here.
    RunningJar jar =
        new RunningJar(folder, "--camunda.bpm.job-execution.lock-time-in-millis=15000");
    HttpCaller baton = jar.start();
    jar.hire(2);
    for (int kill = 0; kill < KILLS; kill++) {
      killUnderIntake(baton, jar);
      baton = jar.start();
    }
    try (jar) {
      Answer again = send(baton, acknowledged);
      assertThat(again.at("/rejected")).isEmpty();
      assertThat(again.at("/warnings")).isEmpty();
      assertThat(again.at("/accepted").asInt()).as("acknowledged and lost").isZero();
      assertThat(again.at("/duplicates").asInt()).isEqualTo(acknowledged.size());

      // What was cut off is sent again, as its sender would.
      assertThat(send(baton, sent).at("/rejected")).isEmpty();
      everyMqlIsAtReview(baton);
    }
    everythingIsThereOnce(jar.database());
  }

  /** Singles and batches side by side until it is killed in the middle of both. */
  private void killUnderIntake(HttpCaller baton, RunningJar jar) throws InterruptedException {
    int enough = acknowledged.size() + 4 * BATCH;
    ExecutorService senders = Executors.newFixedThreadPool(3);
    senders.execute(() -> untilCut(() -> single(baton)));
    senders.execute(() -> untilCut(() -> single(baton)));
    senders.execute(() -> untilCut(() -> batch(baton)));
    await().atMost(1, TimeUnit.MINUTES).until(() -> acknowledged.size() >= enough);
    jar.kill();
    senders.shutdown();
    assertThat(senders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  private static void untilCut(Runnable send) {
    try {
      while (true) {
        send.run();
      }
    } catch (UncheckedIOException cut) {
      // the process was killed; what was under way is nobody's promise
    }
  }

  private void single(HttpCaller baton) {
    String row = row();
    baton.post("/api/signals", row).is(200);
    acknowledged.add(row);
  }

  private void batch(HttpCaller baton) {
    List<String> rows = IntStream.range(0, BATCH).mapToObj(i -> row()).toList();
    Answer answer = send(baton, rows);
    assertThat(answer.at("/accepted").asInt()).isEqualTo(BATCH);
    acknowledged.addAll(rows);
  }

  private static Answer send(HttpCaller baton, Collection<String> rows) {
    return baton.send("POST", "/api/signals", HttpCaller.LINES, String.join("\n", rows)).is(200);
  }

  private String row() {
    int number = next.incrementAndGet();
    String row =
        HttpCaller.json(
            Map.of(
                "id", "signal-" + number,
                "type", TYPES.get(number % TYPES.size()),
                "lead",
                    Map.of("email", "lead%d@acme%d.example".formatted(number / 2, number % 7))));
    sent.add(row);
    return row;
  }

  private static void everyMqlIsAtReview(HttpCaller baton) throws InterruptedException {
    int page = 0;
    JsonNode leads;
    do {
      leads =
          baton.await(
              "/api/leads?stage=MQL&page=" + page++,
              found -> found.at("/items").findValues("dueAt").size() == found.at("/items").size());
      assertThat(leads.at("/items")).isNotEmpty();
    } while (leads.has("next"));
  }

  private void everythingIsThereOnce(JdbcClient db) {
    assertThat(count(db, "signal")).isEqualTo(sent.size());
    List<String> ids = new ArrayList<>();
    IntStream.rangeClosed(1, next.get()).forEach(number -> ids.add("signal-" + number));
    assertThat(db.sql("select signal_id from signal").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(ids);

    int mqls = count(db, "stage_entry where stage = 'MQL' and is_current = true");
    assertThat(mqls).isGreaterThan(10);
    assertThat(count(db, "handoff")).isEqualTo(mqls);
    assertThat(
            db.sql("select count(distinct lead_id) as n from handoff")
                .query(Integer.class)
                .single())
        .isEqualTo(mqls);
    assertThat(
            count(db, "ACT_RU_TASK where TASK_DEF_KEY_ = 'reviewLead' and DUE_DATE_ is not null"))
        .isEqualTo(mqls);
    assertThat(
            count(
                db,
                """
                ACT_RU_EXECUTION process
                  join ACT_RE_PROCDEF model on model.ID_ = process.PROC_DEF_ID_
                where process.PARENT_ID_ is null and model.KEY_ = 'lead-handoff'
                """))
        .isEqualTo(mqls);
    assertThat(count(db, "deadline where clock = 'review'")).isEqualTo(mqls);
    assertThat(count(db, "notice where kind = 'assigned'")).isEqualTo(mqls);
  }

  private static int count(JdbcClient db, String rows) {
    return db.sql("select count(*) as n from " + rows).query(Integer.class).single();
  }
}
