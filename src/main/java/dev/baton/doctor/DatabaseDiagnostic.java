package dev.baton.doctor;

import dev.baton.sql.DatabaseCheck;
import dev.baton.sql.UnusableDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Properties;
import org.springframework.core.env.ConfigurableEnvironment;

/** Diagnostic of the database: reachable, new enough, written to, and of one time with us. */
final class DatabaseDiagnostic {
  private static final String WHAT = "database";
  private static final int OLDEST_POSTGRESQL = 14;
  private static final Duration APART = Duration.ofSeconds(5);

  private DatabaseDiagnostic() {}

  static List<Finding> at(ConfigurableEnvironment settings) {
    try {
      DatabaseCheck.demandUsable(settings);
    } catch (UnusableDatabase e) {
      return List.of(Finding.wrong(WHAT, e.getMessage() + " " + e.place(), e.remedy()));
    }
    String url = settings.getProperty("spring.datasource.url", "");
    Properties login = DatabaseCheck.login(settings);
    try (Connection connection = DriverManager.getConnection(url, login)) {
      return List.of(version(connection), clock(connection));
    } catch (SQLException e) {
      return List.of(
          Finding.wrong(
              WHAT,
              "It doesn't answer: %s".formatted(e.getMessage()),
              "Correct spring.datasource.url, username and password."));
    }
  }

  private static Finding version(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    String version = connection.getMetaData().getDatabaseProductVersion();
    String says = "%s %s answers and may be written.".formatted(product, version);
    if (product.equals("H2")) {
      return Finding.note(
          WHAT, says, "H2 is for one machine and a first quarter; use PostgreSQL beyond that.");
    }
    return connection.getMetaData().getDatabaseMajorVersion() < OLDEST_POSTGRESQL
        ? Finding.wrong(
            WHAT, says, "Baton wants PostgreSQL %d or newer.".formatted(OLDEST_POSTGRESQL))
        : Finding.ok(WHAT, says);
  }

  private static Finding clock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_timestamp")) {
      row.next();
      Instant theirs = row.getObject(1, OffsetDateTime.class).toInstant();
      Duration apart = Duration.between(theirs, InstantSource.system().instant()).abs();
      return apart.compareTo(APART) > 0
          ? Finding.wrong(
              "time",
              "The clocks here and of the database are %d s apart.".formatted(apart.toSeconds()),
              "Let both machines follow a time server.")
          : Finding.ok("time", "The clocks here and of the database agree.");
    }
  }
}
