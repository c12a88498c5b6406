package dev.baton.benchmark;

import dev.baton.InstalledPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what a process and one database of a server use while something happens. Processor time is
 * read where Linux keeps it.
 */
final class Meter {
  private static final double TICK_MS = 10;

  private final InstalledPostgres server;
  private final String database;
  private final ProcessHandle process;
  private final JdbcClient rows;

  Meter(InstalledPostgres server, String database, ProcessHandle process) {
    this.server = server;
    this.database = database;
    this.process = process;
    this.rows = server.open("postgres");
  }

  /** Something that takes a while. */
  interface Work {
    void run() throws Exception;
  }

  /** What each of so many cost. */
  Cost each(int many, Work work) throws Exception {
    Cost before = now();
    work.run();
    Cost after = now();
    return new Cost(
        (after.seconds() - before.seconds()) / many,
        (after.jvm() - before.jvm()) / many,
        (after.database() - before.database()) / many,
        (after.log() - before.log()) / many,
        (after.statements() - before.statements()) / many);
  }

  private Cost now() throws IOException {
    double database = ms(server.pid(), true);
    List<ProcessHandle> connections =
        ProcessHandle.of(server.pid()).orElseThrow().children().toList();
    for (ProcessHandle connection : connections) {
      if (connection.isAlive()) {
        database += ms(connection.pid(), false);
      }
    }
    return new Cost(
        System.nanoTime() / 1e9, ms(process.pid(), false), database, log() / 1024, statements());
  }

  private double log() {
    return rows.sql("select pg_current_wal_insert_lsn() - '0/0'").query(Double.class).single();
  }

  private double statements() {
    return rows.sql(
            """
            select coalesce(sum(s.calls), 0) from pg_stat_statements s
            join pg_database d on d.oid = s.dbid where s.toplevel and d.datname = ?
            """)
        .param(database)
        .query(Double.class)
        .single();
  }

  /** With that of children that have ended, which only their parent still knows. */
  private static double ms(long process, boolean ended) throws IOException {
    String line = Files.readString(Path.of("/proc", String.valueOf(process), "stat"));
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    if (ended) {
      ticks += Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]);
    }
    return ticks * TICK_MS;
  }

  /** Megabytes. */
  double size() {
    return rows.sql("select pg_database_size(?) / 1e6")
        .param(database)
        .query(Double.class)
        .single();
  }
}
