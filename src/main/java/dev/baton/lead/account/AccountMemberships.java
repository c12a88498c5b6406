package dev.baton.lead.account;

import dev.baton.lead.Leads;
import dev.baton.lead.LeadsMerged;
import dev.baton.lead.LeadsRemoved;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leads put into accounts, or taken out, otherwise than by their domain, each with its instant and
 * reasons. What a person decides nothing else changes.
 */
@Component
public class AccountMemberships {
  /** Who decides where no person does. */
  public static final String MATCH = "match";

  private final JdbcClient db;
  private final Leads leads;

  AccountMemberships(JdbcClient db, Leads leads) {
    this.db = db;
    this.leads = leads;
  }

  /**
   * One decision.
   *
   * @param account by name; null: it belongs to none
   * @param confidence in per cent; null where a person decided
   */
  public record Membership(
      @Nullable String account,
      @Nullable Integer confidence,
      String reasons,
      String decidedBy,
      Instant decidedAt) {}

  /** Of a lead, the oldest first. */
  public List<Membership> of(String leadId) {
    return db.sql(
            """
            select coalesce(a.name, a.domain, m.account_id) as account, m.confidence, m.reasons,
              m.decided_by, m.decided_at
            from account_membership m left join account a on a.id = m.account_id
            where m.lead_id = :lead order by m.id
            """)
        .param("lead", leadId)
        .query(RecordRows.of(Membership.class))
        .list();
  }

  /** A person says where a lead belongs; null: nowhere. Its row is locked. */
  public void decide(String leadId, @Nullable String accountId, String by, Instant at) {
    leads.forget(leadId);
    db.sql("update lead set account_id = :account, account_decided = true where id = :lead")
        .param("account", accountId)
        .param("lead", leadId)
        .update();
    note(leadId, accountId, new Basis(null, "", by), at);
  }

  /** False where the lead has an account by now, or a person has decided. */
  boolean match(String leadId, String accountId, int confidence, String reasons, Instant at) {
    leads.forget(leadId);
    boolean isPut =
        db.sql(
                    """
                    update lead set account_id = :account where id = :lead and account_id is null
                      and not account_decided and merged_into is null and erased_at is null
                    """)
                .param("account", accountId)
                .param("lead", leadId)
                .update()
            == 1;
    if (isPut) {
      note(leadId, accountId, new Basis(confidence, reasons, MATCH), at);
    }
    return isPut;
  }

  private record Basis(@Nullable Integer confidence, String reasons, String by) {}

  private void note(String leadId, @Nullable String accountId, Basis basis, Instant at) {
    db.sql(
            """
            insert into account_membership
              (lead_id, account_id, confidence, reasons, decided_by, decided_at)
            values (:lead, :account, :confidence, :reasons, :by, :at)
            """)
        .param("lead", leadId)
        .param("account", accountId)
        .param("confidence", basis.confidence())
        .param("reasons", basis.reasons())
        .param("by", basis.by())
        .param("at", Sql.timestamp(at))
        .update();
  }

  /** What a person decided of one record holds for both. */
  @EventListener
  void on(LeadsMerged merged) {
    leads.forget(merged.into());
    db.sql(
            """
            update lead set account_decided = true,
              account_id = (select f.account_id from lead f where f.id = :from)
            where id = :into and not account_decided
              and exists (select 1 from lead f where f.id = :from and f.account_decided)
            """)
        .param("from", merged.leadId())
        .param("into", merged.into())
        .update();
    forget(List.of(merged.leadId()));
  }

  @EventListener
  void on(LeadsRemoved removed) {
    db.sql("delete from account_membership where lead_id in (:leads)")
        .param("leads", removed.leadIds())
        .update();
    forget(removed.leadIds());
  }

  /** What is asked and looked for of leads goes. */
  private void forget(Collection<String> leadIds) {
    for (String table : List.of("account_question", "account_match_due", "lead_company")) {
      db.sql("delete from %s where lead_id in (:leads)".formatted(table))
          .param("leads", leadIds)
          .update();
    }
  }
}
