package dev.baton.know.scorecard;

import dev.baton.sql.Sql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest leads at the instants at which they were judged last; reads only. */
@Component
class JudgedLeads {
  private static final int MOST = 2_000;

  private final JdbcClient db;

  JudgedLeads(JdbcClient db) {
    this.db = db;
  }

  List<PastCase> newest() {
    return db.sql(
            """
            select l.id, max(s.recorded_at) as judged_at
            from lead l join signal s on s.lead_id = l.id
            where l.identified = true and l.merged_into is null
            group by l.id, l.created_at
            order by l.created_at desc, l.id fetch first :most rows only
            """)
        .param("most", MOST)
        .query(
            (row, number) ->
                new PastCase(
                    row.getString("id"),
                    row.getString("id"),
                    row.getString("id"),
                    Sql.instant(row, "judged_at"),
                    false,
                    false))
        .list();
  }
}
