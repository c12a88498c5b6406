package dev.baton.benchmark;

import dev.baton.HttpCaller;
import dev.baton.Machine;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootVersion;

/**
 * From {@code java -jar} to the first answer, beside the engine's web applications and REST alone,
 * in turns; each on an H2 file that the start before has made.
 */
class StartBenchmark {
  private static final int ROUNDS = 5;
  private static final String H2 =
      "--spring.datasource.url=jdbc:h2:file:./vanilla;WRITE_DELAY=0;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT";

  @Test
  void the_first_answer_beside_the_engine_alone(@TempDir Path folder) throws Exception {
    Path project = Path.of("").toAbsolutePath();
    Path target = project.resolve("target/vanilla");
    Machine.run(
        project,
        Map.of(),
        "mvn",
        "-q",
        "-f",
        "src/test/vanilla/pom.xml",
        "package",
        "-Dspring-boot.version=" + SpringBootVersion.getVersion(),
        "-Dcamunda.version=" + ProcessEngine.class.getPackage().getImplementationVersion(),
        "-Dvanilla.target=" + target);
    String vanilla = target.resolve("vanilla.jar").toString();
    double[] ours = new double[ROUNDS];
    double[] plain = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      double one = seconds(folder, System.getProperty("baton.jar"), "/actuator/health");
      double other = seconds(folder, vanilla, "/engine-rest/engine", H2);
      if (round >= 0) {
        ours[round] = one;
        plain[round] = other;
      }
    }
    System.out.println("Baton, seconds: " + Cost.spread(Arrays.stream(ours)));
    System.out.println("Vanilla, seconds: " + Cost.spread(Arrays.stream(plain)));
  }

  private static double seconds(Path folder, String jar, String path, String... more)
      throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", Path.of(jar).toAbsolutePath().toString()));
    command.add("--server.port=" + port);
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("BATON_ADMIN_PASSWORD", "a password for tests");
    long begun = System.nanoTime();
    Process process =
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      HttpCaller caller = HttpCaller.at(port);
      while (!answers(caller, path)) {
        if (!process.isAlive()) {
          throw new IllegalStateException("It ended: " + String.join(" ", command));
        }
        Thread.sleep(50);
      }
      return (System.nanoTime() - begun) / 1e9;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static boolean answers(HttpCaller caller, String path) {
    try {
      return caller.get(path).status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }
}
