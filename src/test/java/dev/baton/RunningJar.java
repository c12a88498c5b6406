package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The packaged application as a process of its own, with its shipped settings, in a folder. */
public class RunningJar implements AutoCloseable {
  private static final String PASSWORD = "a password for tests";
  private static final Duration START = Duration.ofMinutes(5);

  private final Path folder;
  private final List<String> settings;
  private Process process;
  private HttpCaller admin;

  public RunningJar(Path folder, String... settings) {
    this.folder = folder;
    this.settings = List.of(settings);
  }

  /** Starts it, again too, and waits until it says that it is ready. */
  public HttpCaller start() throws Exception {
    return startAs(System.getProperty("baton.jar"));
  }

  /** The same with another release of it. */
  public HttpCaller startAs(String jar) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("baton.jvm", "").split(" ")));
    command.add("-jar");
    command.add(new File(jar).getAbsolutePath());
    return startBy(command);
  }

  /** The same by a command that takes the settings as its last words. */
  HttpCaller startBy(List<String> starter) throws Exception {
    int port = freePort();
    List<String> command = new ArrayList<>(starter);
    command.add("--server.port=" + port);
    command.addAll(settings);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("BATON_ADMIN_PASSWORD", PASSWORD);
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    admin = HttpCaller.at(port).as("admin", PASSWORD);
    awaitReady();
    return admin;
  }

  private void awaitReady() throws Exception {
    try {
      await().atMost(START).until(this::isReady);
    } catch (ConditionTimeoutException late) {
      throw new AssertionError("Not ready after %s: %s".formatted(START, tail()), late);
    }
  }

  private boolean isReady() throws IOException {
    assertThat(process.isAlive()).as("it runs; its log: %s", tail()).isTrue();
    try {
      return admin.get("/actuator/health").status() == 200
          && admin.get("/api/leads").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Adds reps, so that leads find an owner. */
  public void hire(int reps) {
    for (int rep = 1; rep <= reps; rep++) {
      Map<String, Object> person =
          Map.of(
              "name",
              "Rep " + rep,
              "email",
              "rep%d@baton.example".formatted(rep),
              "role",
              "sales",
              "password",
              "a password for rep " + rep);
      admin
          .send("PUT", "/api/people/rep" + rep, HttpCaller.OBJECT, HttpCaller.json(person))
          .is(200);
    }
  }

  /** The processor time it has used so far, which other work on the machine hardly changes. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** How large its files may become, in bytes or {@code unlimited}: beyond it a disk is full. */
  void limitFiles(String bytes) throws Exception {
    List<String> command =
        List.of(
            "prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + bytes + ":unlimited");
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  /** In bytes. */
  public long databaseSize() throws IOException {
    return Files.size(folder.resolve("data/baton.mv.db"));
  }

  /** Of its process, or of the one that started it. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** {@code kill -9}: nothing is flushed, nothing is said. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The database, once the application has left it. */
  public JdbcClient database() {
    DataSource file =
        new DriverManagerDataSource(
            "jdbc:h2:file:%s;MODE=PostgreSQL".formatted(folder.resolve("data/baton")), "", "");
    return JdbcClient.create(file);
  }

  private Path log() {
    return folder.resolve("baton.log");
  }

  private String tail() throws IOException {
    try (Stream<String> lines = Files.lines(log())) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
