package dev.baton;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL server of the machine's own packages, which bring {@code pg_dump} of the same
 * version; the embedded one has no programs but the server.
 */
public final class InstalledPostgres implements AutoCloseable {
  private static final Path SERVERS = Path.of("/usr/lib/postgresql");

  private final Path data;
  private final Path programs;
  private final int port;

  /**
   * Starts one.
   *
   * @param options for its {@code postgres} program, such as {@code -c work_mem=8MB}
   */
  public InstalledPostgres(String... options) throws Exception {
    Machine.needs("pg_dump", "pg_restore", "psql");
    Machine.needs(Files.isDirectory(SERVERS), "There is no PostgreSQL server in " + SERVERS);
    try (Stream<Path> versions = Files.list(SERVERS)) {
      programs =
          versions
              .max(Comparator.comparingInt(v -> Integer.parseInt(v.getFileName().toString())))
              .orElseThrow()
              .resolve("bin");
    }
    Machine.needs(
        Files.isExecutable(programs.resolve("initdb")), "There is no initdb in " + programs);
    data = Files.createTempDirectory("postgresql");
    if (Machine.isRoot()) {
      Machine.run(data, Map.of(), "chown", "postgres", data.toString());
    }
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    server("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync", "-D", cluster());
    server(
        "pg_ctl",
        "-D",
        cluster(),
        "-w",
        "-l",
        data.resolve("log").toString(),
        "-o",
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s %s"
            .formatted(port, data, String.join(" ", options)),
        "start");
  }

  private String cluster() {
    return data.resolve("cluster").toString();
  }

  private void server(String program, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (Machine.isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(words));
    Machine.run(data, Map.of(), command.toArray(String[]::new));
  }

  String address(String database) {
    return "postgresql://postgres@127.0.0.1:%d/%s".formatted(port, database);
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true".formatted(port, database);
  }

  /** Its process, whose children are the connections' and its helpers'. */
  public long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(Path.of(cluster(), "postmaster.pid")).get(0).strip());
  }

  public String[] settings(String database) {
    return new String[] {
      "--spring.datasource.url=" + url(database), "--spring.datasource.username=postgres"
    };
  }

  public JdbcClient open(String database) {
    return JdbcClient.create(new DriverManagerDataSource(url(database), "postgres", ""));
  }

  @Override
  public void close() throws IOException {
    try {
      server("pg_ctl", "-D", cluster(), "-w", "-m", "immediate", "stop");
      Machine.run(Path.of("/"), Map.of(), "rm", "-rf", data.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
