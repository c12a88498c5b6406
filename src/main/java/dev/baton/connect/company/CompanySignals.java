package dev.baton.connect.company;

import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of company signals, and of who was told which. */
@Component
public class CompanySignals {
  private final JdbcClient db;
  private final Leads leads;

  CompanySignals(JdbcClient db, Leads leads) {
    this.db = db;
    this.leads = leads;
  }

  /** One that a lead is to be told. */
  record Untold(long id, String content, String leadId) {}

  /** False where its sender has said it before. */
  boolean add(CompanySignal signal, Instant at) {
    return db.sql(
                """
                insert into company_signal
                  (sender, signal_id, domain, type, occurred_at, recorded_at, content)
                values (:sender, :signalId, :domain, :type, :occurredAt, :at, :content)
                on conflict do nothing
                """)
            .param("sender", signal.sender())
            .param("signalId", signal.signalId())
            .param("domain", signal.domain())
            .param("type", signal.type())
            .param("occurredAt", Sql.timestamp(signal.occurredAt()))
            .param("at", Sql.timestamp(at))
            .param("content", signal.content())
            .update()
        == 1;
  }

  /** What happened since and a lead of the company hasn't been told, the oldest first. */
  List<Untold> untold(Instant since, int most) {
    return db.sql(
            """
            select c.id, c.content, l.id as lead_id
            from company_signal c
            join account a on a.registrable = c.domain
            join lead l on l.account_id = a.id and l.identified
              and l.merged_into is null and l.erased_at is null
            left join company_signal_lead t on t.company_signal_id = c.id and t.lead_id = l.id
            where t.lead_id is null and c.occurred_at > :since
            order by c.occurred_at, c.id, l.id
            fetch first :most rows only
            """)
        .param("since", Sql.timestamp(since))
        .param("most", most)
        .query(RecordRows.of(Untold.class))
        .list();
  }

  /** What is known of an account since an instant, the latest first. */
  public List<CompanySignal> of(String accountId, Instant since) {
    return db.sql(
            """
            select c.sender, c.signal_id, c.domain, c.type, c.occurred_at, c.content
            from company_signal c join account a on c.domain = a.registrable
            where a.id = :account and c.occurred_at > :since
            order by c.occurred_at desc, c.id desc fetch first 50 rows only
            """)
        .param("account", accountId)
        .param("since", Sql.timestamp(since))
        .query(RecordRows.of(CompanySignal.class))
        .list();
  }

  /** False where the lead was told it already. */
  boolean tell(Untold untold) {
    return db.sql(
                """
                insert into company_signal_lead (company_signal_id, lead_id) values (:id, :lead)
                on conflict do nothing
                """)
            .param("id", untold.id())
            .param("lead", untold.leadId())
            .update()
        == 1;
  }

  Optional<Lead> lead(Untold untold) {
    return leads.find(untold.leadId());
  }
}
