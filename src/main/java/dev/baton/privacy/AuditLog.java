package dev.baton.privacy;

import dev.baton.sql.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of what people changed, in the table {@code audit_entry}; only ever added to. */
@Component
public class AuditLog {
  static final int PAGE = 100;

  private final JdbcClient db;

  AuditLog(JdbcClient db) {
    this.db = db;
  }

  /** In the transaction of what it tells. */
  public void add(AuditEntry entry) {
    db.sql(
            """
            insert into audit_entry (recorded_at, person, action, subject, value_before, value_after)
            values (:at, :by, :what, :on, :before, :after)
            """)
        .param("at", Sql.timestamp(entry.at()))
        .param("by", entry.by())
        .param("what", entry.what())
        .param("on", entry.on())
        .param("before", entry.before())
        .param("after", entry.after())
        .update();
  }

  /** The newest first; one more than a page. */
  List<AuditEntry> page(@Nullable String who, @Nullable String what, int page) {
    return db.sql(
            """
            select * from audit_entry
            where (cast(:who as varchar) is null or person = :who)
              and (cast(:what as varchar) is null or action = :what)
            order by id desc offset :offset rows fetch next :limit rows only
            """)
        .param("who", who)
        .param("what", what)
        .param("offset", page * PAGE)
        .param("limit", PAGE + 1)
        .query(
            (rs, row) ->
                new AuditEntry(
                    Sql.instant(rs, "recorded_at"),
                    rs.getString("person"),
                    rs.getString("action"),
                    rs.getString("subject"),
                    rs.getString("value_before"),
                    rs.getString("value_after")))
        .list();
  }
}
