package dev.baton.web.account;

import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.people.Person;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads of an account; reads only. */
@Component
class AccountLeads {
  static final int MOST = 50;

  private final JdbcClient db;

  AccountLeads(JdbcClient db) {
    this.db = db;
  }

  /** The ids of its leads, the newest first; a rep sees what is theirs or their team's. */
  List<String> seenBy(Person reader, String accountId) {
    return db.sql(
            """
            select l.id from lead l
            join stage_entry s on s.lead_id = l.id and s.is_current = true
            left join handoff h on h.lead_id = l.id
              and h.cycle = (select max(x.cycle) from handoff x where x.lead_id = l.id)
            where l.account_id = :account and l.merged_into is null and s.stage <> 'VISITOR'
              and %s
            order by l.created_at desc, l.id fetch first :most rows only
            """
                .formatted(HandoffPermissions.VISIBLE))
        .param("account", accountId)
        .params(HandoffPermissions.params(reader))
        .param("most", MOST + 1)
        .query(String.class)
        .list();
  }

  /** Of some accounts those that this rep looks after, or whose people they see. */
  Set<String> accountsSeenBy(Person rep, Collection<String> accountIds) {
    if (accountIds.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        db.sql(
                """
                select a.id from account a where a.id in (:accounts) and (a.owner = :reader
                  or a.owner is null and exists (select 1 from account p
                    where p.id = a.parent_id and p.owner = :reader)
                  or exists (select 1 from lead l
                    join stage_entry s on s.lead_id = l.id and s.is_current = true
                    left join handoff h on h.lead_id = l.id
                      and h.cycle = (select max(x.cycle) from handoff x where x.lead_id = l.id)
                    where l.account_id = a.id and l.merged_into is null and s.stage <> 'VISITOR'
                      and %s))
                """
                    .formatted(HandoffPermissions.VISIBLE))
            .param("accounts", accountIds)
            .param("reader", rep.id())
            .params(HandoffPermissions.params(rep))
            .query(String.class)
            .list());
  }
}
