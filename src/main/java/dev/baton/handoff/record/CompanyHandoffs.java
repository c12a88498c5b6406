package dev.baton.handoff.record;

import dev.baton.sql.Sql;
import dev.baton.sql.TransactionRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Handoffs by company, which is the account: those that somebody accepted and works on, those that
 * were won, and, of the company's fifty newest leads, those that are in review. Many of one company
 * that are routed together read them once.
 */
@Component
public class CompanyHandoffs {
  /** Running ones first, of several the latest. */
  private static final Comparator<CompanyHandoff> RUNNING_AND_LATEST =
      Comparator.comparing(CompanyHandoff::isOpen).thenComparing(CompanyHandoff::mqlAt).reversed();

  private static final String COLUMNS =
      "h.id, h.lead_id, h.owner, h.team, h.state, h.hand_raise, h.mql_at";

  /**
   * Each part by an index of its own. H2, which knows no statistics, would read all handoffs for
   * the first two together, and all of the company's leads if it weren't asked for both columns by
   * which they are ordered.
   */
  static final String OF_COMPANY =
      """
      select %1$s, o.handoff_id is not null as deal
      from handoff h join lead l on l.id = h.lead_id
        left join opportunity o on o.handoff_id = h.id
      where l.account_id = :account
        and h.state in ('QUALIFICATION', 'FIRST_TOUCH', 'OPPORTUNITY')
      union all
      select %1$s, o.handoff_id is not null as deal
      from handoff h join lead l on l.id = h.lead_id
        left join opportunity o on o.handoff_id = h.id
      where l.account_id = :account and h.result = 'won'
      union all
      select %1$s, false as deal
      from (select id from lead where account_id = :account and created_at > :any
          order by account_id, created_at desc fetch first 50 rows only) l
        join handoff h on h.lead_id = l.id
      where h.state = 'REVIEW'
      """
          .formatted(COLUMNS);

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
            db
                .sql(OF_COMPANY)
                .param("account", accountId)
                .param("any", Sql.timestamp(Instant.EPOCH))
                .query(CompanyHandoffs::handoff)
                .list()
                .stream()
                .sorted(RUNNING_AND_LATEST)
                .toList());
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
