package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine that tests run on: its programs, run to their end, and which of them it has. */
public final class Machine {
  private Machine() {}

  /**
   * Skips the test where a program isn't installed; never in CI, where {@code .ci/run} installs it.
   */
  public static void needs(String... programs) {
    for (String program : programs) {
      needs(
          Stream.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(":"))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
          "There is no %s on this machine: install it to run this test".formatted(program));
    }
  }

  /** Skips the test where something else doesn't hold; never in CI. */
  public static void needs(boolean holds, String missing) {
    if (!holds && System.getenv("CI") != null) {
      throw new AssertionError(missing);
    }
    if (!holds) {
      abort(missing);
    }
  }

  /** Whether the tests may do what only the administrator of a machine may. */
  public static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** What a command says that must succeed. */
  public static String run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Ended ended = end(folder, environment, command);
    assertThat(ended.status()).as("%s: %s", List.of(command), ended.said()).isZero();
    return ended.said();
  }

  /** How a command ends, and what it says. */
  public static Ended end(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    File said = Files.createTempFile("said", ".txt").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(said).start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends: %s", List.of(command)).isTrue();
      return new Ended(
          process.exitValue(), Files.readString(said.toPath(), StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
      Files.delete(said.toPath());
    }
  }

  /** A command that has ended. */
  public record Ended(int status, String said) {}
}
