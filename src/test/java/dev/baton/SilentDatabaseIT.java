package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL that falls silent, as behind a broken network: it takes connections and says
 * nothing.
 */
@Tag("nightly")
class SilentDatabaseIT {
  private static final Duration SILENCE = Duration.ofSeconds(70);

  /** A statement waits 30 s, a connection 10 s before that; the rest is for a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(50);

  private static final int CALLERS = 20;
  private static final int AT_WORK = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final AtomicInteger leads = new AtomicInteger();

  /** What a caller heard, and after how long. */
  private record Told(String call, int status, boolean saysWhen, Duration after) {}

  @Test
  void a_silent_database_is_told_in_time_and_costs_neither_a_signal_nor_an_attempt(
      @TempDir Path folder) throws Exception {
    Path data = folder.resolve("postgresql");
    try (EmbeddedPostgres database = EmbeddedPostgres.builder().setDataDirectory(data).start();
        RunningJar jar =
            new RunningJar(
                folder,
                "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres")) {
      HttpCaller baton = jar.start();
      jar.hire(2);
      JdbcClient db = JdbcClient.create(database.getPostgresDatabase());

      String atWork =
          IntStream.range(0, AT_WORK).mapToObj(i -> row()).collect(Collectors.joining("\n"));
      baton.send("POST", "/api/signals", HttpCaller.LINES, atWork).is(200);
      int attempts = db.sql("select max(RETRIES_) from ACT_RU_JOB").query(Integer.class).single();
      silence(data, baton);

      assertThat(told).hasSizeGreaterThan(2 * CALLERS);
      assertThat(told).isNotEmpty().allSatisfy(SilentDatabaseIT::isInTime);
      await()
          .atMost(Duration.ofMinutes(3))
          .untilAsserted(
              () -> {
                assertThat(count(db, "ACT_RU_JOB where RETRIES_ < " + attempts)).isZero();
                assertThat(count(db, "ACT_RU_TASK where TASK_DEF_KEY_ = 'reviewLead'"))
                    .isEqualTo(leads.get());
              });
      assertThat(count(db, "ACT_RU_INCIDENT")).isZero();
      assertThat(count(db, "signal")).isEqualTo(leads.get());
      assertThat(count(db, "(select distinct lead_id from handoff) h")).isEqualTo(leads.get());
      assertThat(count(db, "notice where kind = 'assigned'")).isEqualTo(leads.get());
      System.out.println(summary());
    }
  }

  private static void isInTime(Told told) {
    assertThat(told.after()).as("%s", told).isLessThan(PATIENCE);
    assertThat(told.status()).as("%s", told).isIn(200, 503);
    assertThat(told.saysWhen()).as("%s", told).isEqualTo(told.status() == 503);
  }

  /** Half of the callers read, half of them send a signal until it is taken. */
  private void silence(Path data, HttpCaller baton) throws Exception {
    long server = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
    Instant end = Instant.now().plus(SILENCE);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    signal("STOP", server);
    try {
      for (int caller = 0; caller < CALLERS; caller++) {
        String signal = caller % 2 == 0 ? row() : "";
        callers.execute(() -> ask(signal, end, baton));
      }
      sleep(SILENCE);
    } finally {
      signal("CONT", server);
    }
    callers.shutdown();
    assertThat(callers.awaitTermination(2, TimeUnit.MINUTES)).as("each is answered").isTrue();
  }

  /** Stops the processes of the server, each where it is, or lets them go on. */
  private static void signal(String name, long server) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    ProcessHandle postmaster = ProcessHandle.of(server).orElseThrow();
    Stream.concat(Stream.of(postmaster), postmaster.descendants())
        .forEach(process -> command.add(String.valueOf(process.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private void ask(String signal, Instant end, HttpCaller baton) {
    boolean taken = false;
    while (Instant.now().isBefore(end) || !taken) {
      String call = signal.isEmpty() ? "GET /api/leads" : "POST /api/signals";
      Told answer = send(call, signal, baton);
      told.add(answer);
      taken = answer.status() == 200;
      sleep(Duration.ofMillis(500));
    }
  }

  private Told send(String call, String body, HttpCaller baton) {
    String[] parts = call.split(" ");
    HttpRequest request =
        HttpRequest.newBuilder(baton.root().resolve(URI.create(parts[1])))
            .header("Authorization", baton.authorization())
            .header("Content-Type", HttpCaller.OBJECT)
            .timeout(Duration.ofMinutes(2))
            .method(parts[0], BodyPublishers.ofString(body))
            .build();
    Instant asked = Instant.now();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Told(
          call,
          response.statusCode(),
          response.headers().firstValue("Retry-After").isPresent(),
          Duration.between(asked, Instant.now()));
    } catch (IOException e) {
      return new Told(call, 0, false, Duration.between(asked, Instant.now()));
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private String row() {
    int lead = leads.incrementAndGet();
    return HttpCaller.json(
        Map.of(
            "id",
            "signal-" + lead,
            "type",
            "contact_sales",
            "lead",
            Map.of("email", "lead@company%d.example".formatted(lead))));
  }

  private String summary() {
    return "A silence of %d s: %d answers, %d of them 503, the slowest after %d ms"
        .formatted(
            SILENCE.toSeconds(),
            told.size(),
            told.stream().filter(each -> each.status() == 503).count(),
            told.stream().mapToLong(each -> each.after().toMillis()).max().orElse(0));
  }

  private static int count(JdbcClient db, String rows) {
    return db.sql("select count(*) as n from " + rows).query(Integer.class).single();
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}
