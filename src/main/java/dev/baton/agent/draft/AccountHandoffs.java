package dev.baton.agent.draft;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How earlier handoffs of a company ended; reads only. */
@Component
class AccountHandoffs {
  private final JdbcClient db;

  AccountHandoffs(JdbcClient db) {
    this.db = db;
  }

  /** One line for each way in which others than this one ended, the commonest first. */
  List<String> before(String accountId, String handoffId) {
    return db.sql(
            """
            select h.result, h.reason, count(*) as times
            from handoff h join lead l on l.id = h.lead_id
            where l.account_id = :account and h.id <> :handoff and h.result is not null
            group by h.result, h.reason
            order by times desc, h.result, h.reason fetch first 3 rows only
            """)
        .param("account", accountId)
        .param("handoff", handoffId)
        .query(
            (rs, row) ->
                "Before: %s%s, %d times"
                    .formatted(
                        rs.getString("result"),
                        rs.getString("reason") == null
                            ? ""
                            : " (%s)".formatted(rs.getString("reason").replace('_', ' ')),
                        rs.getLong("times")))
        .list();
  }
}
