package dev.baton.connect.crm;

import dev.baton.alert.message.SafeText;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a CRM says something else than we do of what is ours to say: shown, not guessed. */
@Component
public class CrmConflicts {
  /** The field of which nothing is said there. */
  static final String OWNER = "owner";

  private static final int MOST = 200;

  private final JdbcClient db;

  CrmConflicts(JdbcClient db) {
    this.db = db;
  }

  /** A field of a lead of which the two sides say something else. */
  public record CrmConflict(
      String connection,
      String leadId,
      String field,
      @Nullable String ours,
      @Nullable String theirs,
      Instant noticedAt) {}

  /** Addresses of reps whom a CRM doesn't know, so that their leads have no owner there. */
  public List<String> unknownOwners() {
    return db.sql(
            "select distinct ours from connection_conflict where field = :owner order by ours")
        .param("owner", OWNER)
        .query(String.class)
        .list();
  }

  /** The latest of all connections, but for owners whom nobody there knows. */
  public List<CrmConflict> latest() {
    return db.sql(
            """
            select connection, lead_id, field, ours, theirs, noticed_at from connection_conflict
            where field <> '%s' order by noticed_at desc, lead_id, field fetch first %d rows only
            """
                .formatted(OWNER, MOST))
        .query(RecordRows.of(CrmConflict.class))
        .list();
  }

  @Transactional
  public void add(CrmConflict conflict) {
    end(conflict.connection(), conflict.leadId(), conflict.field());
    db.sql(
            """
            insert into connection_conflict (connection, lead_id, field, ours, theirs, noticed_at)
            values (:connection, :lead, :field, :ours, :theirs, :at) on conflict do nothing
            """)
        .param("connection", conflict.connection())
        .param("lead", conflict.leadId())
        .param("field", conflict.field())
        .param("ours", SafeText.lineOrNull(conflict.ours(), 1000))
        .param("theirs", SafeText.lineOrNull(conflict.theirs(), 1000))
        .param("at", Sql.timestamp(conflict.noticedAt()))
        .update();
  }

  /** Both say the same again. */
  void end(String connection, String leadId, String field) {
    db.sql(
            """
            delete from connection_conflict
            where connection = :connection and lead_id = :lead and field = :field
            """)
        .param("connection", connection)
        .param("lead", leadId)
        .param("field", field)
        .update();
  }
}
