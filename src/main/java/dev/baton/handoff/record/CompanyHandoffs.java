package dev.baton.handoff.record;

import dev.baton.sql.Sql;
import dev.baton.sql.TransactionRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Handoffs by company, which is the account: those that run, and those that were won. Many of one
 * company that are routed together read them once.
 */
@Component
public class CompanyHandoffs {
  private final JdbcClient db;
  private final TransactionRows<Company> read = new TransactionRows<>(Company.class);
  private final TransactionRows<String> accounts = new TransactionRows<>(String.class);

  CompanyHandoffs(JdbcClient db) {
    this.db = db;
  }

  private record Company(List<CompanyHandoff> handoffs) {
    Company owned(OwnerAssigned fact) {
      return new Company(
          handoffs.stream()
              .map(
                  each ->
                      each.handoffId().equals(fact.handoffId())
                          ? each.ownedBy(fact.owner(), fact.team())
                          : each)
              .toList());
    }
  }

  /** Running ones first, of several the latest. */
  public List<CompanyHandoff> of(String accountId) {
    return read.kept(accountId).orElseGet(() -> company(accountId)).handoffs();
  }

  /** Those of colleagues with whom sales is talking now. */
  public List<CompanyHandoff> openOfColleagues(String accountId, String leadId) {
    return of(accountId).stream()
        .filter(each -> each.isOpen() && !each.leadId().equals(leadId))
        .toList();
  }

  private Company company(String accountId) {
    Company company =
        new Company(
            db.sql(
                    """
                    select h.id, h.lead_id, h.owner, h.team, h.state, h.hand_raise, h.mql_at,
                      o.handoff_id is not null as deal
                    from handoff h join lead l on l.id = h.lead_id
                      left join opportunity o on o.handoff_id = h.id
                    where l.account_id = :account and (h.state <> 'CLOSED' or h.result = 'won')
                    order by case when h.state = 'CLOSED' then 1 else 0 end, h.mql_at desc
                    """)
                .param("account", accountId)
                .query(CompanyHandoffs::handoff)
                .list());
    read.keep(accountId, company);
    company.handoffs().forEach(each -> accounts.keep(each.handoffId(), accountId));
    return company;
  }

  private static CompanyHandoff handoff(ResultSet row, int number) throws SQLException {
    return new CompanyHandoff(
        row.getString("id"),
        row.getString("lead_id"),
        row.getString("owner"),
        row.getString("team"),
        HandoffState.valueOf(row.getString("state")),
        row.getBoolean("hand_raise"),
        row.getBoolean("deal"),
        Sql.instant(row, "mql_at"));
  }

  /** A colleague that is routed next knows of it. */
  @EventListener
  void on(OwnerAssigned fact) {
    accounts
        .kept(fact.handoffId())
        .ifPresent(account -> read.change(account, company -> company.owned(fact)));
  }
}
