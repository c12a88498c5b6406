package dev.baton.insight;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.insight.rollup.InstantRange;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL with a year and a half of made-up life in it ({@code many-leads.sql}). */
final class ManyLeads implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-01T10:17:23Z");

  private final EmbeddedPostgres server;
  private final HikariDataSource source = new HikariDataSource();

  private ManyLeads(EmbeddedPostgres server) {
    this.server = server;
    source.setJdbcUrl(server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
    source.setMaximumPoolSize(4);
  }

  /** Made up now, and gone when it is closed. */
  static ManyLeads fresh(int leads) {
    return open(EmbeddedPostgres.builder(), leads);
  }

  /** Made up the first time, and kept in a directory for the next. */
  static ManyLeads kept(Path directory, int leads) {
    return open(
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("shared_buffers", "1GB")
            .setPGStartupWait(Duration.ofMinutes(2)),
        leads);
  }

  private static ManyLeads open(EmbeddedPostgres.Builder builder, int leads) {
    try {
      ManyLeads there = new ManyLeads(builder.start());
      Flyway.configure().dataSource(there.source).load().migrate();
      if (there.count("lead") == 0) {
        there.makeUp(leads);
      }
      return there;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeUp(int leads) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : script(leads).split(";\n")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      connection.commit();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("The leads cannot be made up", e);
    }
  }

  private static String script(int leads) throws IOException {
    return new ClassPathResource("insight/many-leads.sql")
        .getContentAsString(StandardCharsets.UTF_8)
        .replace("${leads}", String.valueOf(leads))
        .replace("${now}", NOW.toString());
  }

  JdbcClient db() {
    return JdbcClient.create(source);
  }

  FiguresFromEntries facts() {
    return new FiguresFromEntries(db());
  }

  FigureScenario story(int exact) {
    return new FigureScenario(source, NOW, ZoneOffset.UTC, exact);
  }

  long count(String table) {
    return db().sql("select count(*) as n from " + table).query(Long.class).single();
  }

  long megabytes(String table) {
    return db().sql("select pg_total_relation_size(cast(:table as regclass)) / 1048576 as mb")
        .param("table", table)
        .query(Long.class)
        .single();
  }

  /** What the report is asked for. */
  static Map<String, InstantRange> ranges() {
    Map<String, InstantRange> ranges = new LinkedHashMap<>();
    ranges.put("everything", InstantRange.EVERYTHING);
    ranges.put("a year", before(Duration.ofDays(365)));
    ranges.put("90 days", before(Duration.ofDays(90)));
    ranges.put(
        "mid-day to mid-day",
        new InstantRange(
            Instant.parse("2025-09-10T11:23:45Z"), Instant.parse("2026-08-21T13:37:00Z")));
    return ranges;
  }

  private static InstantRange before(Duration length) {
    Instant midnight = Instant.parse("2026-11-02T00:00:00Z");
    return new InstantRange(midnight.minus(length), midnight);
  }

  static void createParent(Path directory) throws IOException {
    Files.createDirectories(directory);
  }

  @Override
  public void close() {
    source.close();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
