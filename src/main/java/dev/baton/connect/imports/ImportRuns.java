package dev.baton.connect.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.connect.mapping.ImportColumn;
import dev.baton.connect.mapping.ImportKind;
import dev.baton.connect.mapping.ImportPlan;
import dev.baton.sql.JsonColumn;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of imports; whoever works on one has it for two minutes, and again. */
@Component
class ImportRuns {
  private static final String COLUMNS =
      "id, file_name, plan, imported_by, began_at, state, taken_to, ended_at, failure";
  private static final int REMEMBERED = 20;

  private final JdbcClient db;
  private final ObjectMapper json;

  ImportRuns(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  void add(ImportRun run) {
    db.sql(
            """
            insert into import_run (id, kind, file_name, plan, imported_by, began_at, state,
              taken_to)
            values (:id, :kind, :fileName, :plan, :by, :at, :state, 0)
            """)
        .param("id", run.id())
        .param("kind", run.plan().kind().word())
        .param("fileName", run.fileName())
        .param("plan", JsonColumn.write(json, run.plan()))
        .param("by", run.by())
        .param("at", Sql.timestamp(run.beganAt()))
        .param("state", run.state().name())
        .update();
  }

  Optional<ImportRun> find(String id) {
    return db.sql("select %s from import_run where id = :id".formatted(COLUMNS))
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** The newest first. */
  List<ImportRun> latest(int most) {
    return db.sql(
            """
            select %s from import_run order by began_at desc, id fetch first :most rows only
            """
                .formatted(COLUMNS))
        .param("most", most)
        .query(this::read)
        .list();
  }

  /** When imports stopped by themselves from an instant on, the earliest first. */
  List<Instant> failures(Instant from) {
    return db.sql(
            """
            select coalesce(ended_at, began_at) as failed_at from import_run
            where state = 'FAILED' and coalesce(ended_at, began_at) > :from order by failed_at
            """)
        .param("from", Sql.timestamp(from))
        .query((rs, row) -> Sql.instant(rs, "failed_at"))
        .list();
  }

  /** What somebody said of the columns of the last file that had the same ones, by column. */
  Map<String, String> lastMapping(ImportKind kind, List<String> header) {
    List<ImportPlan> plans =
        db.sql(
                """
                select plan from import_run where kind = :kind
                order by began_at desc, id fetch first :most rows only
                """)
            .param("kind", kind.word())
            .param("most", REMEMBERED)
            .query((rs, row) -> plan(rs.getString("plan")))
            .list();
    Map<String, String> mapping = new HashMap<>();
    plans.stream()
        .filter(plan -> plan.columns().stream().map(ImportColumn::column).toList().equals(header))
        .findFirst()
        .ifPresent(
            plan ->
                plan.columns().stream()
                    .filter(column -> !column.by().equals("name") && !column.by().equals("nothing"))
                    .forEach(
                        column ->
                            mapping.put(
                                column.column(), Objects.requireNonNullElse(column.field(), ""))));
    return mapping;
  }

  /** Takes an import that nobody works on, in this transaction. */
  Optional<ImportRun> claim() {
    Optional<ImportRun> next =
        db.sql(
                """
                select %s from import_run
                where state in ('RUNNING', 'UNDOING')
                  and (lease_until is null or lease_until < current_timestamp)
                order by began_at limit 1 for update skip locked
                """
                    .formatted(COLUMNS))
            .query(this::read)
            .optional();
    next.ifPresent(run -> keep(run.id()));
    return next;
  }

  /** Goes on having it; null once it is gone. */
  @Nullable ImportState keep(String id) {
    db.sql(
            """
            update import_run set lease_until = current_timestamp + interval '120' second
            where id = :id
            """)
        .param("id", id)
        .update();
    return db.sql("select state from import_run where id = :id")
        .param("id", id)
        .query((rs, row) -> ImportState.valueOf(rs.getString("state")))
        .optional()
        .orElse(null);
  }

  void giveBack(String id) {
    db.sql("update import_run set lease_until = null where id = :id").param("id", id).update();
  }

  /** Rows up to this line are begun. */
  void begin(String id, int line) {
    db.sql("update import_run set taken_to = :line where id = :id and taken_to < :line")
        .param("line", line)
        .param("id", id)
        .update();
  }

  /** Moves on from a state; false when it isn't in it any more. */
  boolean move(String id, ImportState from, ImportState to, @Nullable Instant endedAt) {
    return db.sql(
                """
                update import_run set state = :to, lease_until = null,
                  ended_at = coalesce(cast(:at as timestamp with time zone), ended_at)
                where id = :id and state = :from
                """)
            .param("to", to.name())
            .param("at", Sql.timestampOrNull(endedAt))
            .param("id", id)
            .param("from", from.name())
            .update()
        == 1;
  }

  void failed(String id, String why) {
    db.sql("update import_run set failure = :why where id = :id")
        .param("why", why)
        .param("id", id)
        .update();
  }

  void undoneBy(String id, String person) {
    db.sql("update import_run set undone_by = :person where id = :id")
        .param("person", person)
        .param("id", id)
        .update();
  }

  private ImportRun read(ResultSet rs, int row) throws SQLException {
    return new ImportRun(
        rs.getString("id"),
        rs.getString("file_name"),
        plan(rs.getString("plan")),
        rs.getString("imported_by"),
        Sql.instant(rs, "began_at"),
        ImportState.valueOf(rs.getString("state")),
        rs.getInt("taken_to"),
        Sql.instantOrNull(rs, "ended_at"),
        rs.getString("failure"));
  }

  private ImportPlan plan(String text) {
    return JsonColumn.read(json, text, ImportPlan.class);
  }
}
