package dev.baton.insight;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The two databases that must agree; each starts once and is filled by Flyway. */
enum Database {
  H2,
  POSTGRESQL;

  private DataSource source;

  synchronized DataSource source() {
    if (source == null) {
      source = this == H2 ? h2() : postgresql();
      Flyway.configure().dataSource(source).load().migrate();
    }
    return source;
  }

  private static DataSource h2() {
    return new DriverManagerDataSource(
        "jdbc:h2:mem:insight;MODE=PostgreSQL;DB_CLOSE_DELAY=-1;"
            + "INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT");
  }

  private static DataSource postgresql() {
    try {
      return EmbeddedPostgres.start().getPostgresDatabase();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
