package dev.baton.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.context.request.ServletWebRequest;

class DatabaseOutageTest {

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03", "53300"})
  void a_server_that_is_away_is_an_outage(String state) {
    SQLException away = new SQLException("away", state);

    assertThat(DatabaseOutage.of(new DataAccessResourceFailureException("lost", away))).isPresent();
  }

  @Test
  void a_pool_without_a_connection_and_an_answer_that_never_came_are_outages() {
    SQLException none = new SQLTransientConnectionException("not available, timed out");
    assertThat(DatabaseOutage.of(new CannotCreateTransactionException("no", none))).isPresent();
    SQLException silent = new SQLException("I/O error", "08006", new SocketTimeoutException());
    assertThat(DatabaseOutage.of(new IllegalStateException(silent))).isPresent();
  }

  @Test
  void a_database_that_was_closed_is_an_outage() throws SQLException {
    SQLException closed = null;
    try (Connection one = DriverManager.getConnection("jdbc:h2:mem:closes");
        Connection other = DriverManager.getConnection("jdbc:h2:mem:closes")) {
      other.createStatement().execute("shutdown");
      one.createStatement().execute("select 1");
    } catch (SQLException e) {
      closed = e;
    }
    assertThat(DatabaseOutage.of(new IllegalStateException(closed))).isPresent();
  }

  @Test
  void an_outage_is_one_also_where_the_rollback_fails_after_it() {
    assertThat(DatabaseOutage.of(rollbackAfter(outage()))).isPresent();
    assertThat(DatabaseOutage.of(rollbackAfter(new IllegalStateException("a bug")))).isEmpty();
  }

  private static RuntimeException rollbackAfter(RuntimeException failure) {
    // as the pool says it of a connection that it has given up
    SQLException closed = new SQLException("Connection is closed");
    TransactionSystemException rollback =
        new TransactionSystemException("Could not roll back JDBC transaction", closed);
    rollback.initApplicationException(failure);
    return rollback;
  }

  @Test
  void a_statement_that_is_wrong_is_none() {
    SQLException wrong = new SQLException("no such column", "42703");

    assertThat(DatabaseOutage.of(new BadSqlGrammarException("q", "select", wrong))).isEmpty();
    assertThat(DatabaseOutage.of(new IllegalStateException("08006"))).isEmpty();
  }

  @Test
  void whoever_asks_meanwhile_hears_503_and_when_to_ask_again() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new DatabaseOutageFilter()
        .doFilter(
            new MockHttpServletRequest("GET", "/api/leads"),
            response,
            new MockFilterChain(
                new jakarta.servlet.http.HttpServlet() {
                  @Override
                  protected void doGet(
                      jakarta.servlet.http.HttpServletRequest request,
                      jakarta.servlet.http.HttpServletResponse answer) {
                    throw new IllegalStateException(new SQLException("away", "57P01"));
                  }
                }));

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    assertThat(response.getErrorMessage()).startsWith("The database can't be reached");
    assertThat(
            new ApiExceptionHandler()
                .unforeseen(outage(), new ServletWebRequest(new MockHttpServletRequest()))
                .getHeaders())
        .containsKey("Retry-After");
  }

  private static RuntimeException outage() {
    return new IllegalStateException(new SQLException("away", "57P01"));
  }
}
