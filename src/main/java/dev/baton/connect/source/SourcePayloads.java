package dev.baton.connect.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.connect.source.SourcePayload.PayloadState;
import dev.baton.connect.source.SourceQueries.Waiting;
import dev.baton.input.FieldError;
import dev.baton.sql.JsonColumn;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Repository of what sources sent, as it came. */
@Component
class SourcePayloads {
  static final int PAGE = 50;

  private final JdbcClient db;
  private final ObjectMapper json;

  SourcePayloads(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Before anything is made of it: nothing that was sent is lost. */
  long add(String source, String body, Instant at) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    db.sql(
            """
            insert into source_payload (source, received_at, state, body, signals, tried_at)
            values (:source, :at, 'WAITING', :body, 0, :at)
            """)
        .param("source", source)
        .param("at", Sql.timestamp(at))
        .param("body", body)
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  void tried(long id, PayloadState state, int signals, List<FieldError> issues, Instant at) {
    db.sql(
            """
            update source_payload set state = :state, signals = signals + :signals, issues = :issues,
              tried_at = :at
            where id = :id
            """)
        .param("state", state.name())
        .param("signals", signals)
        .param("issues", issues.isEmpty() ? null : written(issues))
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
  }

  /** False where it doesn't wait any more. */
  boolean leaveOut(long id, List<FieldError> why, Instant at) {
    return db.sql(
                """
                update source_payload set state = 'IGNORED', issues = :issues, tried_at = :at,
                  retry_at = null
                where id = :id and state = 'WAITING'
                """)
            .param("issues", written(why))
            .param("at", Sql.timestamp(at))
            .param("id", id)
            .update()
        == 1;
  }

  /** What it points to is looked up then. */
  void lookUpAt(long id, Instant at) {
    db.sql("update source_payload set retry_at = :at, tries = 0 where id = :id")
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
  }

  /** A payload whose look-up is due; tries: how often it failed. */
  record Due(long id, String source, int tries) {}

  List<Due> due(Instant now, int most) {
    return db.sql(
            """
            select id, source, tries from source_payload where retry_at <= :now
            order by retry_at, id fetch first :most rows only
            """)
        .param("now", Sql.timestamp(now))
        .param("most", most)
        .query(RecordRows.of(Due.class))
        .list();
  }

  /** False where another node has it. */
  boolean lease(Due due, Instant until) {
    return db.sql(
                """
                update source_payload set retry_at = :until, tries = :next
                where id = :id and tries = :tries and retry_at is not null
                """)
            .param("until", Sql.timestamp(until))
            .param("next", due.tries() + 1)
            .param("id", due.id())
            .param("tries", due.tries())
            .update()
        == 1;
  }

  /** When it is tried again; null: no more by itself. */
  void later(Due due, @Nullable Instant at) {
    db.sql("update source_payload set retry_at = :at where id = :id")
        .param("at", Sql.timestampOrNull(at))
        .param("id", due.id())
        .update();
  }

  List<FieldError> issues(long id) {
    return db.sql("select issues from source_payload where id = :id and issues is not null")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(issues -> JsonColumn.read(json, issues, new TypeReference<List<FieldError>>() {}))
        .orElse(List.of());
  }

  /** Whose leads it was about; each is kept once. */
  void toldOf(long id, List<String> leadIds) {
    leadIds.forEach(
        lead ->
            db.sql(
                    """
                    insert into source_payload_lead (payload_id, lead_id) values (:id, :lead)
                    on conflict do nothing
                    """)
                .param("id", id)
                .param("lead", lead)
                .update());
  }

  Optional<SourcePayload> find(String source, long id) {
    return db.sql("select * from source_payload where source = :source and id = :id")
        .param("source", source)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** The newest first, one more than a page. */
  List<SourcePayload> page(String source, @Nullable PayloadState state, int page) {
    return db.sql(
            """
            select * from source_payload where source = :source
              and (cast(:state as varchar) is null or state = :state)
            order by id desc offset :offset rows fetch next :limit rows only
            """)
        .param("source", source)
        .param("state", state == null ? null : state.name())
        .param("offset", page * PAGE)
        .param("limit", PAGE + 1)
        .query(this::read)
        .list();
  }

  /** What wait of a source. */
  Waiting waiting(String source) {
    return db.sql(
            """
            select count(*) as waiting, min(received_at) as waiting_since from source_payload
            where source = :source and state = 'WAITING'
            """)
        .param("source", source)
        .query(RecordRows.of(Waiting.class))
        .single();
  }

  private SourcePayload read(ResultSet rs, int row) throws SQLException {
    String issues = rs.getString("issues");
    return new SourcePayload(
        rs.getLong("id"),
        rs.getString("source"),
        Sql.instant(rs, "received_at"),
        PayloadState.valueOf(rs.getString("state")),
        rs.getInt("signals"),
        issues == null ? List.of() : JsonColumn.read(json, issues, new TypeReference<>() {}),
        rs.getString("body"));
  }

  private String written(List<FieldError> issues) {
    // PostgreSQL holds no zero in a text
    return JsonColumn.write(json, issues).replace("\\u0000", "");
  }
}
