package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.HttpCaller.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2's file and the disk that it lies on. */
@Tag("nightly")
class DiskIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long MEGABYTE = 1024 * 1024;

  @Test
  void a_disk_that_was_full_is_told_by_health_and_costs_no_restart(@TempDir Path folder)
      throws Exception {
    RunningJar jar = new RunningJar(folder);
    HttpCaller baton = jar.start();
    try (jar) {
      baton.post("/api/signals", signal("before")).is(200);
      jar.limitFiles(String.valueOf(jar.databaseSize()));

      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                baton.send("POST", "/api/signals", HttpCaller.LINES, rows());
                return baton.get("/actuator/health").status() == 503;
              });
      Answer during = baton.post("/api/signals", signal("during"));
      assertThat(during.status() == 200 || !during.at("/detail").asText().isBlank())
          .as("it found room meanwhile, or says why not: %s", during.status())
          .isTrue();

      jar.limitFiles("unlimited");
      await().atMost(PATIENCE).until(() -> isTaken(baton, signal("after")));
      await().atMost(PATIENCE).until(() -> baton.get("/actuator/health").status() == 200);
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(baton.get("/api/leads?email=before@disk.example").is(200).at("/items"))
                      .hasSize(1));
    }
  }

  @Test
  void the_file_shrinks_to_what_is_in_it(@TempDir Path folder) throws Exception {
    RunningJar jar = new RunningJar(folder);
    HttpCaller baton = jar.start();
    try (jar) {
      for (int i = 0; i < 10; i++) {
        baton.send("POST", "/api/signals", HttpCaller.LINES, rows()).is(200);
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(jar.databaseSize()).isLessThan(120 * MEGABYTE));
      assertThat(folder.resolve("data/baton.trace.db")).doesNotExist();
    }
  }

  /** Of five megabytes. */
  private static String rows() {
    return IntStream.range(0, 500)
        .mapToObj(i -> HttpCaller.json(signal("of-" + i % 20)))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isTaken(HttpCaller baton, Map<String, Object> signal) {
    Answer answer = baton.post("/api/signals", signal);
    return answer.status() == 200;
  }

  private static Map<String, Object> signal(String who) {
    return Map.of(
        "type",
        "page_view",
        "lead",
        Map.of("email", who + "@disk.example"),
        "properties",
        Map.of("pages", List.of("x".repeat(10_000))));
  }
}
