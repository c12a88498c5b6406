package dev.baton.connect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import dev.baton.Baton;
import dev.baton.HttpCaller;
import dev.baton.TestStaff;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * How long files of leads take, and what of the heap is in use after full collections meanwhile: a
 * tenth of the rows first, then all; on a file of H2, or with {@code -Dscenarios.on=postgresql} on
 * PostgreSQL.
 */
public final class ImportBenchmark {
  private static final int MANY = Integer.getInteger("rows", 100_000);
  private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("scenarios.on"));

  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private static long heap;

  private ImportBenchmark() {}

  /** Prints a line for each file, and one for taking the greater one back. */
  public static void main(String[] none) throws IOException {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Path folder = Files.createTempDirectory("baton-benchmark");
    List<String> settings = new ArrayList<>(database(folder));
    settings.add("--server.port=0");
    settings.add("--BATON_ADMIN_PASSWORD=" + TestStaff.PASSWORD);
    var running =
        (ServletWebServerApplicationContext)
            SpringApplication.run(Baton.class, settings.toArray(String[]::new));
    HttpCaller admin = HttpCaller.at(running.getWebServer().getPort()).as("admin");
    imported(admin, "tenth", MANY / 10);
    String id = imported(admin, "all", MANY);
    measured(
        "%,d rows taken back".formatted(MANY),
        MANY,
        () -> {
          admin.send("POST", "/api/imports/%s/undo".formatted(id), null, "").is(200);
          ended(admin, id, MANY);
        });
    running.close();
    FileSystemUtils.deleteRecursively(folder);
    System.exit(0);
  }

  private static List<String> database(Path folder) throws IOException {
    if (POSTGRESQL) {
      String url = EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres");
      return List.of(
          "--spring.datasource.url=" + url + "&reWriteBatchedInserts=true",
          "--spring.datasource.username=postgres",
          "--spring.datasource.password=postgres");
    }
    return List.of(
        "--spring.datasource.url=jdbc:h2:file:%s/baton;MODE=PostgreSQL;WRITE_DELAY=0;"
                .formatted(folder)
            + "LOCK_TIMEOUT=10000;COMPRESS=TRUE;"
            + "INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT");
  }

  private static String imported(HttpCaller admin, String name, int rows) throws IOException {
    byte[] file = file(name, rows);
    String[] id = new String[1];
    measured(
        "%,d rows, %,d KB".formatted(rows, file.length / 1024),
        rows,
        () -> {
          id[0] =
              admin
                  .send(
                      HttpRequest.newBuilder(admin.root().resolve("/api/imports?as=leads"))
                          .header("Content-Type", "text/csv")
                          .POST(BodyPublishers.ofByteArray(file)))
                  .is(202)
                  .at("/id")
                  .asText();
          JsonNode end = ended(admin, id[0], rows);
          if (end.at("/rows/made").asInt() != rows) {
            throw new IllegalStateException(end.toString());
          }
        });
    return id[0];
  }

  /** People of companies of ten, whose names begin differently, each with all of a profile. */
  private static byte[] file(String name, int rows) {
    StringBuilder text =
        new StringBuilder(
            "Email;First name;Last name;Job title;Phone;Company;Website;Employees;Industry;"
                + "Country;Source;Campaign;Created at\n");
    for (int row = 0; row < rows; row++) {
      String company = company(row / 10);
      String domain = "%s-%s-%d.example".formatted(company, name, row / 10);
      text.append("p%d@%s;Ada;Person %d;VP Sales;".formatted(row, domain, row))
          .append("+49 30 %06d;%s %d AG;https://www.%s;".formatted(row, company, row, domain))
          .append("%d;Software;Germany;fair;fair-%d;".formatted(1 + row % 900, row % 20))
          .append("2024-%02d-%02d 09:30\n".formatted(1 + row % 12, 1 + row % 28));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One of 10,000 words. */
  private static String company(int number) {
    StringBuilder word = new StringBuilder();
    for (int left = number % 10_000, part = 0; part < 4; part++, left /= 10) {
      word.append("bdfgklmnrt".charAt(left % 10)).append("aeiou".charAt((left + part) % 5));
    }
    return word.toString();
  }

  /**
   * Collects whenever a tenth more is done: by time it would be most of what a busy machine does.
   */
  private static JsonNode ended(HttpCaller admin, String id, int rows) {
    int tenths = 0;
    while (true) {
      JsonNode run = admin.get("/api/imports/" + id).is(200).json();
      if (!run.at("/state").asText().matches("running|undoing")) {
        return run;
      }
      String left = run.at("/state").asText().equals("running") ? "waiting" : "made";
      int done = 10 - 10 * run.at("/rows/" + left).asInt() / rows;
      if (done > tenths) {
        collect();
        tenths = done;
      }
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void collect() {
    System.gc();
    heap = Math.max(heap, MEMORY.getHeapMemoryUsage().getUsed());
  }

  private static void measured(String what, int rows, Runnable act) {
    heap = 0;
    collect();
    long before = heap;
    long begun = System.nanoTime();
    long worked = MACHINE.getProcessCpuTime();
    act.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%s: %.1f s, %.0f a second, %.2f ms of processor time each, heap in use after a full collection"
            + " %d MB before, at most %d MB since; load %.1f%n",
        what,
        seconds,
        rows / seconds,
        (MACHINE.getProcessCpuTime() - worked) / 1e6 / rows,
        before / 1024 / 1024,
        heap / 1024 / 1024,
        MACHINE.getSystemLoadAverage());
  }
}
