package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same journeys on both databases, so that the SQL subset is true. */
class HttpJourneyTest {
  @Nested
  @OnH2
  class OnEmbeddedH2 extends HttpJourney {}

  @Nested
  @OnPostgres
  class OnPostgreSql extends HttpJourney {
    @Autowired DataSource database;

    @Test
    void this_is_postgresql_and_nothing_else() throws SQLException {
      try (Connection connection = database.getConnection()) {
        assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
      }
    }
  }
}
