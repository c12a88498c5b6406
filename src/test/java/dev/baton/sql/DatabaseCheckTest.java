package dev.baton.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Why it doesn't start is told in three lines: what, where, what to do. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseCheckTest {
  @TempDir Path folder;

  @Test
  void a_locked_database_is_told_in_three_lines(CapturedOutput output) throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("baton");
    Files.createFile(folder.resolve("ready"));
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                url)
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("open");
      assertThat(told(output, url))
          .containsExactly(
              "Another process has the database open.",
              folder.resolve("baton.mv.db").toString(),
              "End the other one, or name another file in spring.datasource.url.");
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  /** Has a database open until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] url) throws Exception {
      try (Connection connection = DriverManager.getConnection(url[0])) {
        System.out.println(connection.isClosed() ? "closed" : "open");
        Thread.sleep(600_000);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:./data/x;MODE=PostgreSQL, true",
    "jdbc:h2:./data/x;MODE=PostgreSQL, true",
    "jdbc:h2:~/x, true",
    "jdbc:h2:/srv/x, true",
    "jdbc:h2:C:/data/x, true",
    "jdbc:h2:mem:x, false",
    "jdbc:h2:tcp://db/x, false",
    "jdbc:postgresql://db/x, false"
  })
  void a_file_is_one_however_its_url_is_written(String url, boolean isFile) {
    assertThat(DatabaseCheck.isFile(url)).isEqualTo(isFile);
  }

  @Test
  void a_file_is_looked_at_before_the_start_however_its_url_is_written(CapturedOutput output)
      throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder", StandardCharsets.UTF_8);

    assertThat(told(output, "jdbc:h2:" + file.resolve("baton")))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("The folder of the database can't be made");
  }

  @Test
  void a_damaged_database_is_told_in_three_lines(CapturedOutput output) throws Exception {
    Files.write(folder.resolve("baton.mv.db"), new byte[20_000]);
    List<String> told =
        told(output, "jdbc:h2:file:" + folder.resolve("baton") + ";TRACE_LEVEL_FILE=0");

    assertThat(told).hasSize(3);
    assertThat(told.get(0)).startsWith("The database can't be opened; it seems to be damaged: ");
    assertThat(told.get(1)).isEqualTo(folder.resolve("baton.mv.db").toString());
  }

  @Test
  void a_folder_that_cannot_be_is_told_in_three_lines(CapturedOutput output) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder", StandardCharsets.UTF_8);
    List<String> told = told(output, "jdbc:h2:file:" + file.resolve("baton"));

    assertThat(told)
        .hasSize(3)
        .element(0)
        .asString()
        .startsWith("The folder of the database can't be made");
  }

  @Test
  void a_server_out_of_reach_is_told_in_three_lines_without_its_password(CapturedOutput output) {
    List<String> told =
        told(output, "jdbc:postgresql://localhost:1/baton?password=secret&connectTimeout=1");

    assertThat(told).hasSize(3);
    assertThat(told.get(1)).isEqualTo("jdbc:postgresql://localhost:1/baton");
    assertThat(output.getOut()).doesNotContain("secret").doesNotContain("\tat ");
  }

  /** What stands in the log between the frame that Spring Boot puts around it. */
  private static List<String> told(CapturedOutput output, String url) {
    SpringApplication application = new SpringApplication(DatabaseCheckTest.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.addInitializers(new DatabaseCheck());
    try {
      application.run("--spring.datasource.url=" + url, "--spring.main.banner-mode=off").close();
    } catch (RuntimeException expected) {
      assertThat(expected).hasStackTraceContaining(UnusableDatabase.class.getSimpleName());
    }
    String log = output.getAll();
    int description = log.lastIndexOf("Description:");
    assertThat(description).as(log).isPositive();
    return log.substring(description)
        .lines()
        .filter(line -> !line.isBlank() && !line.matches("(Description|Action):"))
        .toList();
  }
}
