package dev.baton.handoff;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.MigratedDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database behind scenarios: H2 in memory, or with {@code -Dscenarios.on=postgresql} an
 * embedded PostgreSQL, so that the same stories prove the SQL on both.
 */
public final class ScenarioDatabase {
  private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("scenarios.on"));
  private static final Set<String> KEPT =
      Set.of(
          "app_schema_history",
          "alert_channel",
          "mail_template",
          "roll_up_lock",
          "reason_kind",
          "team",
          "business_calendar",
          "closing_day");

  private ScenarioDatabase() {}

  static HikariDataSource open() {
    HikariDataSource database = new HikariDataSource();
    database.setMaximumPoolSize(40);
    database.setDataSource(POSTGRESQL ? MigratedDatabase.postgresql() : MigratedDatabase.h2());
    return database;
  }

  /** Without any table. */
  public static HikariDataSource bare(String name) {
    HikariDataSource database = new HikariDataSource();
    database.setMaximumPoolSize(40);
    if (POSTGRESQL) {
      database.setDataSource(postgresql());
    } else {
      database.setJdbcUrl(
          "jdbc:h2:mem:scenario-"
              + name
              + ";MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1;"
              + "INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT");
    }
    return database;
  }

  private static javax.sql.DataSource postgresql() {
    try {
      return EmbeddedPostgres.start().getPostgresDatabase();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empties our own tables and leaves the engine's alone. */
  static void empty(JdbcClient db) {
    db.sql("delete from closing_day").update();
    db.sql("delete from business_calendar where name <> 'standard'").update();
    db.sql("delete from team where id <> 'default'").update();
    db.sql("update team set calendar = null, pool = false").update();
    List<String> tables =
        db
            .sql("select table_name from information_schema.tables where table_schema = :schema")
            .param("schema", POSTGRESQL ? "public" : "PUBLIC")
            .query(String.class)
            .list()
            .stream()
            .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("act_"))
            .filter(name -> !KEPT.contains(name.toLowerCase(Locale.ROOT)))
            .toList();
    if (POSTGRESQL) {
      db.sql("truncate table " + tables.stream().collect(Collectors.joining(",")) + " cascade")
          .update();
      return;
    }
    db.sql("set referential_integrity false").update();
    tables.forEach(table -> db.sql("truncate table " + table).update());
    db.sql("set referential_integrity true").update();
  }
}
