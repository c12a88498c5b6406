package dev.baton.connect.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.connect.mapping.ImportIssue;
import dev.baton.connect.table.TableRow;
import dev.baton.sql.JsonColumn;
import dev.baton.sql.RecordRows;
import dev.baton.sql.RowInsert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the rows of imports. */
@Component
class ImportRows {
  private static final int AT_ONCE = 500;

  private static final String RESULT =
      "(cast(? as integer), cast(? as varchar), cast(? as varchar), cast(? as varchar),"
          + " cast(? as varchar))";

  private final JdbcClient db;
  private final ObjectMapper json;

  ImportRows(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  /** One that was taken in. */
  record Taken(int line, @Nullable String leadId, @Nullable String recordId) {}

  /** One that was refused. */
  record Refused(TableRow row, List<ImportIssue> issues) {}

  /**
   * Keeps rows as they are read.
   *
   * @return how many there were
   */
  int add(String importId, Consumer<Consumer<TableRow>> each) {
    RowInsert[] some = {rows()};
    int[] total = {0};
    each.accept(
        row -> {
          some[0].row(importId, row.line(), RowState.WAITING.name(), written(marked(row)));
          total[0]++;
          if (some[0].rows() == AT_ONCE) {
            some[0].run(db);
            some[0] = rows();
          }
        });
    some[0].run(db);
    return total[0];
  }

  private static RowInsert rows() {
    return new RowInsert("import_row", "import_id", "line", "state", "cells");
  }

  /** The next that wait, in the order of the file. */
  List<TableRow> waiting(String importId, int most) {
    return db.sql(
            """
            select line, cells from import_row where import_id = :id and state = 'WAITING'
            order by import_id, state, line fetch first :most rows only
            """)
        .param("id", importId)
        .param("most", most)
        .query((rs, row) -> row(rs.getInt("line"), rs.getString("cells")))
        .list();
  }

  /** The next that were taken in and can be taken back. */
  List<Taken> taken(String importId, int most) {
    List<Taken> next = taken(importId, RowState.NEW, most);
    return next.isEmpty() ? taken(importId, RowState.JOINED, most) : next;
  }

  /** In the order of the index: H2 would sort all rows of the import for each chunk. */
  private List<Taken> taken(String importId, RowState state, int most) {
    return db.sql(
            """
            select line, lead_id, record_id from import_row
            where import_id = :id and state = :state
            order by import_id, state, line fetch first :most rows only
            """)
        .param("id", importId)
        .param("state", state.name())
        .param("most", most)
        .query(RecordRows.of(Taken.class))
        .list();
  }

  /** All that were refused, in the order of the file. */
  List<Refused> refused(String importId) {
    return db.sql(
            """
            select line, cells, issues from import_row
            where import_id = :id and state = 'REFUSED' order by line
            """)
        .param("id", importId)
        .query(
            (rs, row) ->
                new Refused(
                    row(rs.getInt("line"), rs.getString("cells")), issues(rs.getString("issues"))))
        .list();
  }

  /** What somebody should know of: refused, or taken in with a warning. */
  List<RowResult> remarkable(String importId, int most) {
    return db.sql(
            """
            select line, state, lead_id, record_id, issues from import_row
            where import_id = :id and issues is not null
            order by line fetch first :most rows only
            """)
        .param("id", importId)
        .param("most", most)
        .query(
            (rs, row) ->
                new RowResult(
                    rs.getInt("line"),
                    RowState.valueOf(rs.getString("state")),
                    rs.getString("lead_id"),
                    rs.getString("record_id"),
                    issues(rs.getString("issues"))))
        .list();
  }

  /**
   * By one statement. Whoever was refused keeps its cells, to be corrected; the others' are
   * nobody's business now.
   */
  void mark(String importId, List<RowResult> results) {
    if (results.isEmpty()) {
      return;
    }
    JdbcClient.StatementSpec statement =
        db.sql(
            """
            merge into import_row r using (values %s) as n (line, state, lead, record, issues)
            on (r.import_id = ? and r.line = n.line)
            when matched then update set state = n.state, lead_id = n.lead, record_id = n.record,
              issues = n.issues, cells = case when n.state = 'REFUSED' then r.cells else '[]' end
            """
                .formatted(String.join(", ", Collections.nCopies(results.size(), RESULT))));
    for (RowResult result : results) {
      statement =
          statement
              .param(result.line())
              .param(result.state().name())
              .param(result.leadId())
              .param(result.recordId())
              .param(result.issues().isEmpty() ? null : written(result.issues()));
    }
    statement.param(importId).update();
  }

  /** How many there are in each state. */
  Map<RowState, Integer> counts(String importId) {
    Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
    db.sql("select state, count(*) as n from import_row where import_id = :id group by state")
        .param("id", importId)
        .query(
            rs -> {
              counts.put(RowState.valueOf(rs.getString("state")), rs.getInt("n"));
            });
    return counts;
  }

  private String written(Object value) {
    // PostgreSQL holds no zero in a text
    return JsonColumn.write(json, value).replace("\\u0000", "");
  }

  /** A number stands in a list of its own: as a number of JSON it would lose digits. */
  private static List<Object> marked(TableRow row) {
    List<Object> cells = new ArrayList<>(row.cells());
    row.numbers().forEach(column -> cells.set(column, List.of(row.cells().get(column))));
    return cells;
  }

  private TableRow row(int line, String text) {
    List<String> cells = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (JsonNode cell : JsonColumn.read(json, text, JsonNode.class)) {
      if (cell.isArray()) {
        numbers.add(cells.size());
      }
      cells.add(cell.isArray() ? cell.path(0).asText() : cell.asText());
    }
    return new TableRow(line, cells, numbers);
  }

  private List<ImportIssue> issues(@Nullable String text) {
    return text == null ? List.of() : JsonColumn.read(json, text, new TypeReference<>() {});
  }
}
