package dev.baton;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Database with all our tables and nothing of a test in it: migrated once, copied for each. */
public final class MigratedDatabase {
  private static final String HISTORY = "app_schema_history";

  private MigratedDatabase() {}

  /** Copy in memory that lives as long as the tests. */
  public static DataSource h2() {
    DriverManagerDataSource copy = new DriverManagerDataSource(h2(UUID.randomUUID().toString()));
    try (Connection connection = copy.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : H2.SCRIPT) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return copy;
  }

  private static String h2(String name) {
    return "jdbc:h2:mem:%s;MODE=PostgreSQL;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000".formatted(name);
  }

  /** Copy on a server that all tests share; connections are kept, since each costs a process. */
  public static DataSource postgresql() {
    String name = "copy_" + UUID.randomUUID().toString().replace('-', '_');
    JdbcClient.create(Postgresql.SERVER.getPostgresDatabase())
        .sql("create database " + name)
        .update();
    HikariDataSource copy = new HikariDataSource();
    copy.setDataSource(Postgresql.SERVER.getDatabase("postgres", name));
    copy.setMinimumIdle(1);
    copy.setMaximumPoolSize(40);
    return copy;
  }

  private static void migrate(DataSource source, String vendor) {
    Flyway.configure()
        .dataSource(source)
        .table(HISTORY)
        .locations("classpath:db/migration", "classpath:db/" + vendor)
        .load()
        .migrate();
  }

  private static final class H2 {
    static final List<String> SCRIPT = script();

    private static List<String> script() {
      DataSource template =
          new DriverManagerDataSource(
              h2("template") + ";INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT");
      migrate(template, "h2");
      return JdbcClient.create(template).sql("script").query(String.class).list().stream()
          .filter(Predicate.not(statement -> statement.startsWith("CREATE USER")))
          .toList();
    }
  }

  private static final class Postgresql {
    static final EmbeddedPostgres SERVER = start();

    /** What is in the template is in each database that is created from then on. */
    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                // nothing here outlives a power cut
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "200")
                .start();
        migrate(server.getTemplateDatabase(), "postgresql");
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
