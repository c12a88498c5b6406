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
class InstalledPostgres implements AutoCloseable {
  private static final Path SERVERS = Path.of("/usr/lib/postgresql");

  private final Path data;
  private final Path programs;
  private final int port;

  InstalledPostgres() throws Exception {
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
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s".formatted(port, data),
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

  String[] settings(String database) {
    return new String[] {
      "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
      "--spring.datasource.username=postgres"
    };
  }

  JdbcClient open(String database) {
    return JdbcClient.create(
        new DriverManagerDataSource(
            "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), "postgres", ""));
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
