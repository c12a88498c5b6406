package dev.baton.know.account;

import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Companies that were heard of lately; reads only. */
@Component
class ActiveAccounts {
  /** So many are scored at most: those of whom the most people did something. */
  private static final int MOST = 200;

  private final JdbcClient db;

  ActiveAccounts(JdbcClient db) {
    this.db = db;
  }

  List<String> since(Instant instant) {
    return db.sql(
            """
            select l.account_id from lead l join signal s on s.lead_id = l.id
            where l.account_id is not null and l.merged_into is null and l.identified = true
              and s.occurred_at > :since
            group by l.account_id
            order by count(distinct l.id) desc, count(*) desc, l.account_id
            fetch first :most rows only
            """)
        .param("since", Sql.timestamp(instant))
        .param("most", MOST)
        .query(String.class)
        .list();
  }
}
