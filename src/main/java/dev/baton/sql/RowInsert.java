package dev.baton.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Insert of several rows by one statement, in their order; those that are there already stay. */
public final class RowInsert {
  private final String table;
  private final List<String> columns;
  private final List<@Nullable Object> values = new ArrayList<>();
  private int rows;

  public RowInsert(String table, String... columns) {
    this.table = table;
    this.columns = List.of(columns);
  }

  /** Adds a row, a value for each column. */
  public RowInsert row(@Nullable Object... ofColumns) {
    if (ofColumns.length != columns.size()) {
      throw new IllegalArgumentException("%s has %s".formatted(table, columns));
    }
    values.addAll(Arrays.asList(ofColumns));
    rows++;
    return this;
  }

  public int rows() {
    return rows;
  }

  /** Runs it, if there are any rows; how many are new. */
  public int run(JdbcClient db) {
    if (rows == 0) {
      return 0;
    }
    JdbcClient.StatementSpec statement = db.sql(sql());
    for (Object value : values) {
      statement = statement.param(value);
    }
    return statement.update();
  }

  /**
   * Runs it where none of the rows may be there already.
   *
   * @param conflict what it means that one is
   */
  public void runNew(JdbcClient db, String conflict) {
    if (run(db) < rows) {
      throw new ConcurrencyFailureException(conflict);
    }
  }

  private String sql() {
    String row =
        Collections.nCopies(columns.size(), "?").stream()
            .collect(Collectors.joining(", ", "(", ")"));
    return "insert into %s (%s) values %s on conflict do nothing"
        .formatted(
            table, String.join(", ", columns), String.join(", ", Collections.nCopies(rows, row)));
  }
}
