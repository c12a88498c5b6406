package dev.baton.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Insert of several rows by one statement, where it takes them all, in their order; those that are
 * there already stay.
 */
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

  /** Runs it, if there are any rows, as often as their values ask for; how many are new. */
  public int run(JdbcClient db) {
    int most = Sql.MOST_VALUES / columns.size();
    int inserted = 0;
    for (int from = 0; from < rows; from += most) {
      inserted += run(db, from, Math.min(rows, from + most));
    }
    return inserted;
  }

  private int run(JdbcClient db, int from, int to) {
    JdbcClient.StatementSpec statement = db.sql(sql(to - from));
    for (Object value : values.subList(from * columns.size(), to * columns.size())) {
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

  private String sql(int count) {
    String row =
        Collections.nCopies(columns.size(), "?").stream()
            .collect(Collectors.joining(", ", "(", ")"));
    return "insert into %s (%s) values %s on conflict do nothing"
        .formatted(
            table, String.join(", ", columns), String.join(", ", Collections.nCopies(count, row)));
  }
}
