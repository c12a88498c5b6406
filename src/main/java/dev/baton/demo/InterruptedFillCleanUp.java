package dev.baton.demo;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Throws away a database whose fill was interrupted, tables and all, before anything reads it: half
 * a story can't be told on, because the processes in it have lived through other days.
 */
@Component
@Profile("demo")
class InterruptedFillCleanUp implements FlywayMigrationStrategy {
  private static final Logger LOG = LoggerFactory.getLogger(InterruptedFillCleanUp.class);

  private final DataSourceProperties database;

  InterruptedFillCleanUp(DataSourceProperties database) {
    this.database = database;
  }

  @Override
  public void migrate(Flyway flyway) {
    if (isHalfFilled(JdbcClient.create(flyway.getConfiguration().getDataSource()))) {
      LOG.info("The sample data is incomplete, the last start was interrupted: starting afresh");
      Flyway.configure()
          .configuration(flyway.getConfiguration())
          .cleanDisabled(false)
          .load()
          .clean();
      connectAnew();
    }
    flyway.migrate();
  }

  /** What the URL sets up at each connect went too; the pool's connections don't do it again. */
  private void connectAnew() {
    try {
      DriverManager.getConnection(
              database.determineUrl(), database.determineUsername(), database.determinePassword())
          .close();
    } catch (SQLException e) {
      throw new IllegalStateException("The cleaned database doesn't answer", e);
    }
  }

  private static boolean isHalfFilled(JdbcClient db) {
    // demo_mark: as an earlier version called it, whose database is not migrated yet
    List<String> tables =
        db.sql(
                """
                select table_name from information_schema.tables
                where lower(table_name) in ('demo_state', 'demo_mark')
                """)
            .query(String.class)
            .list();
    return !tables.isEmpty()
        && db.sql("select content from %s where name = :name".formatted(tables.get(0)))
            .param("name", DemoState.FILL)
            .query(String.class)
            .optional()
            .filter(DemoState.BEGUN::equals)
            .isPresent();
  }
}
