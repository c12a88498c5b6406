package dev.baton.connect.audience;

import dev.baton.alert.message.SafeText;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repository of the audiences. */
@Component
class Audiences {
  private final JdbcClient db;

  Audiences(JdbcClient db) {
    this.db = db;
  }

  List<Audience> all() {
    return db.sql("select * from audience order by name").query(Audiences::read).list();
  }

  List<Audience> of(String connection) {
    return db.sql("select * from audience where connection = :connection order by name")
        .param("connection", connection)
        .query(Audiences::read)
        .list();
  }

  Optional<Audience> find(String name) {
    return db.sql("select * from audience where name = :name")
        .param("name", name)
        .query(Audiences::read)
        .optional();
  }

  /** Adds one or changes it; all leads are looked at anew. */
  @Transactional
  public void save(Audience audience) {
    db.sql(
            """
            insert into audience (name, stages, segments, changed_by, changed_at)
            values (:name, '', '', :by, :at) on conflict do nothing
            """)
        .param("name", audience.name())
        .param("by", audience.changedBy())
        .param("at", Sql.timestamp(audience.changedAt()))
        .update();
    db.sql(
            """
            update audience set connection = :connection, list_id = :list, stages = :stages,
              segments = :segments, changed_by = :by, changed_at = :at, filled_at = null,
              error = null, failed_at = null
            where name = :name
            """)
        .param("name", audience.name())
        .param("connection", audience.connection())
        .param("list", audience.list())
        .param("stages", String.join(",", audience.stages()))
        .param("segments", String.join(",", audience.segments()))
        .param("by", audience.changedBy())
        .param("at", Sql.timestamp(audience.changedAt()))
        .update();
  }

  /** Unless somebody changed it meanwhile. */
  void filled(Audience audience, Instant at) {
    db.sql("update audience set filled_at = :at where name = :name and changed_at = :changed")
        .param("at", Sql.timestamp(at))
        .param("changed", Sql.timestamp(audience.changedAt()))
        .param("name", audience.name())
        .update();
  }

  /** The other system doesn't take it, or does again. */
  void failed(Audience audience, @Nullable String why, @Nullable Instant at) {
    db.sql("update audience set error = :why, failed_at = :at where name = :name")
        .param("why", SafeText.lineOrNull(why, 1000))
        .param("at", Sql.timestampOrNull(at))
        .param("name", audience.name())
        .update();
  }

  void remove(String name) {
    db.sql("delete from audience where name = :name").param("name", name).update();
  }

  private static Audience read(ResultSet rs, int row) throws SQLException {
    return new Audience(
        rs.getString("name"),
        rs.getString("connection"),
        rs.getString("list_id"),
        words(rs.getString("stages")),
        words(rs.getString("segments")),
        rs.getString("changed_by"),
        Sql.instant(rs, "changed_at"),
        Sql.instantOrNull(rs, "filled_at"),
        failure(rs));
  }

  private static Audience.@Nullable Failure failure(ResultSet rs) throws SQLException {
    String text = rs.getString("error");
    return text == null ? null : new Audience.Failure(text, Sql.instant(rs, "failed_at"));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
  }
}
