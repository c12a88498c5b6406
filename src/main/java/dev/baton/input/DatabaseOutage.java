package dev.baton.input;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionSystemException;

/**
 * The database can't be reached, or was lost on the way: whoever asks again in a moment gets an
 * answer. What was sent with an id counts once, however often it is sent.
 */
public final class DatabaseOutage extends ApiProblem {
  public static final String AGAIN_AFTER_SECONDS = "5";

  /** The server is stopped, starts, or has no connection left. */
  private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

  private DatabaseOutage() {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The database can't be reached at the moment; please send it again in a few seconds");
  }

  /** Whether that is behind a failure. */
  public static Optional<ApiProblem> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isOutage(cause) || isHidden(cause)) {
        return Optional.of(new DatabaseOutage());
      }
    }
    return Optional.empty();
  }

  private static boolean isOutage(Throwable cause) {
    return cause instanceof SQLNonTransientConnectionException
        || cause instanceof SQLTransientConnectionException
        || cause instanceof SQLRecoverableException
        || (cause instanceof SQLException sql
            && (isAway(sql) || sql.getCause() instanceof SocketTimeoutException));
  }

  /** A rollback on a lost connection fails too, and takes the place of what happened before. */
  private static boolean isHidden(Throwable cause) {
    return cause instanceof TransactionSystemException rollback
        && rollback.getApplicationException() != null
        && of(rollback.getApplicationException()).isPresent();
  }

  private static boolean isAway(SQLException sql) {
    String state = sql.getSQLState();
    return state != null && (state.startsWith("08") || AWAY.contains(state));
  }

  @Override
  public HttpHeaders getHeaders() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
    return headers;
  }
}
