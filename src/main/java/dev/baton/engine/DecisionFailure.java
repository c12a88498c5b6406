package dev.baton.engine;

import dev.baton.input.ApiProblem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A decision table in force doesn't answer as it must: an error, no row where one is owed, a value
 * of a wrong type, more steps than it may take. It passes when somebody mends the table, so whoever
 * waits for the answer may ask again.
 */
public final class DecisionFailure extends ApiProblem {
  /** Stands for a table of which nobody can say which it is. */
  private static final String UNKNOWN = "unknown";

  private final String table;
  private final @Nullable String row;
  private final String why;

  DecisionFailure(String table, @Nullable String row, String why) {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The decision table %s %s%s"
            .formatted(table, row == null ? "" : "in its row '" + row + "' ", why));
    this.table = table;
    this.row = row;
    this.why = why;
  }

  /** A table whose answer can be read and still means nothing. */
  public static DecisionFailure of(String table, IllegalStateException why) {
    return new DecisionFailure(table, null, "fails: " + why.getMessage());
  }

  /** What follows from an answer can't be kept, and nobody can say which table gave it. */
  public static DecisionFailure unkept() {
    return new DecisionFailure(
        UNKNOWN, null, "led to something that the database can't keep; the log says what");
  }

  /** The failure that somebody wrapped, if that is what went wrong. */
  public static Optional<DecisionFailure> of(Throwable thrown) {
    return ApiProblem.in(thrown)
        .filter(DecisionFailure.class::isInstance)
        .map(DecisionFailure.class::cast);
  }

  public String table() {
    return table;
  }

  /** The id of the row that is to blame, where one is. */
  public Optional<String> row() {
    return Optional.ofNullable(row);
  }

  /** The end of the sentence, behind the table and the row. */
  String why() {
    return why;
  }

  /** What is wrong, as a sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
