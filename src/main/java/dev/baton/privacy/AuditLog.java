package dev.baton.privacy;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Repository of what people changed, in the table {@code audit_entry}; only ever added to. */
@Component
public class AuditLog {
  public static final int PAGE = 100;

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_VALUE = 4000;

  private final JdbcClient db;

  AuditLog(JdbcClient db) {
    this.db = db;
  }

  /** In the transaction of what it tells. */
  public void add(AuditEntry entry) {
    db.sql(
            """
            insert into audit_entry
              (recorded_at, person, action, subject, value_before, value_after, address)
            values (:at, :by, :what, :on, :before, :after, :from)
            """)
        .param("at", Sql.timestamp(entry.at()))
        .param("by", entry.by())
        .param("what", entry.what())
        .param("on", cut(entry.on(), LONGEST_SUBJECT))
        .param("before", entry.before() == null ? null : cut(entry.before(), LONGEST_VALUE))
        .param("after", entry.after() == null ? null : cut(entry.after(), LONGEST_VALUE))
        .param("from", entry.from() == null ? address() : entry.from())
        .update();
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private static @Nullable String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call
        ? call.getRequest().getRemoteAddr()
        : null;
  }

  /** The newest first; one more than a page. */
  public List<AuditEntry> page(@Nullable String who, @Nullable String what, int page) {
    return db.sql(
            """
            select * from audit_entry
            where (cast(:who as varchar) is null or person = :who)
              and (cast(:what as varchar) is null or action = :what)
            order by recorded_at desc, id desc offset :offset rows fetch next :limit rows only
            """)
        .param("who", who)
        .param("what", what)
        .param("offset", (long) page * PAGE)
        .param("limit", PAGE + 1)
        .query(AuditLog::read)
        .list();
  }

  /** The words that entries have, for a choice. */
  public List<String> words() {
    return db.sql("select distinct action from audit_entry order by action")
        .query(String.class)
        .list();
  }

  static AuditEntry read(ResultSet rs, int row) throws SQLException {
    return new AuditEntry(
        Sql.instant(rs, "recorded_at"),
        rs.getString("person"),
        rs.getString("action"),
        rs.getString("subject"),
        rs.getString("value_before"),
        rs.getString("value_after"),
        rs.getString("address"));
  }
}
