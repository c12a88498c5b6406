package dev.baton.connect.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.sql.JsonColumn;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the named sources. */
@Component
public class Sources {
  private final JdbcClient db;
  private final ObjectMapper json;

  Sources(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  List<SignalSource> all() {
    return db.sql("select * from signal_source order by name").query(this::read).list();
  }

  /** Those of a kind, by its word. */
  public List<SignalSource> ofKind(String word) {
    return all().stream().filter(source -> source.kind().word().equals(word)).toList();
  }

  public Optional<SignalSource> find(String name) {
    return db.sql("select * from signal_source where name = :name")
        .param("name", name)
        .query(this::read)
        .optional();
  }

  void save(SignalSource source) {
    db.sql(
            """
            merge into signal_source s using (values (cast(:name as varchar), cast(:kind as varchar),
              cast(:secret as varchar), cast(:mapping as text), cast(:by as varchar),
              cast(:hosts as varchar), cast(:at as timestamp with time zone)))
              v(name, kind, secret, mapping, changed_by, return_hosts, changed_at)
            on s.name = v.name
            when matched then update set kind = v.kind, secret = v.secret, mapping = v.mapping,
              changed_by = v.changed_by, return_hosts = v.return_hosts, changed_at = v.changed_at
            when not matched then
              insert (name, kind, secret, mapping, changed_by, return_hosts, changed_at)
              values (v.name, v.kind, v.secret, v.mapping, v.changed_by, v.return_hosts, v.changed_at)
            """)
        .param("name", source.name())
        .param("kind", source.kind().name())
        .param("secret", source.secret())
        .param("mapping", JsonColumn.write(json, source.mapping()))
        .param("by", source.changedBy())
        .param("hosts", String.join(",", source.returnHosts()))
        .param("at", Sql.timestamp(source.changedAt()))
        .update();
  }

  boolean remove(String name) {
    return db.sql("delete from signal_source where name = :name").param("name", name).update() == 1;
  }

  private SignalSource read(ResultSet rs, int row) throws SQLException {
    return new SignalSource(
        rs.getString("name"),
        SourceKind.valueOf(rs.getString("kind")),
        rs.getString("secret"),
        JsonColumn.read(json, rs.getString("mapping"), SourceMapping.class),
        hosts(rs.getString("return_hosts")),
        rs.getString("changed_by"),
        Sql.instant(rs, "changed_at"));
  }

  private static List<String> hosts(@Nullable String joined) {
    return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
  }
}
