package dev.baton.agent.proposal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undecided proposals whose reason is gone, each with the sentence that says why; reads only. */
@Component
class OutlivedProposals {
  /** Proposals about a lead that is with nobody, and those about a handoff at work. */
  private static final String GONE =
      """
      select id, gone from (
        select p.id, case
          when %s
            then 'Nobody is to contact them any more'
          when p.agent in ('revive-lead', 'ready-to-talk') then case
            when %s
              then 'They unsubscribed'
            when exists (select 1 from handoff h
              where h.lead_id = p.lead_id and h.is_open = true)
              then 'They are with sales now'
            when not exists (select 1 from stage_entry s
              where s.lead_id = p.lead_id and s.is_current = true and (s.stage = 'RECYCLED'
                or p.agent = 'ready-to-talk' and s.stage in ('LEAD', 'MQL')))
              then 'They are at another stage by now'
            end
          when not exists (select 1 from handoff h
            where h.id = p.handoff_id and h.is_open = true and h.state <> 'CLOSED')
            then 'Their handoff has ended'
          end as gone
        from proposal p
        where p.state in ('OPENED', 'DRAFTING', 'WAITING')
          and (cast(:id as varchar) is null or p.id = :id)
      ) o
      where gone is not null
      order by id
      """
          .formatted(
              LeadConditions.suppressed("p.lead_id"), LeadConditions.unsubscribed("p.lead_id"));

  private final JdbcClient db;

  OutlivedProposals(JdbcClient db) {
    this.db = db;
  }

  /** One of them, and why nobody need decide on it. */
  record Outlived(String proposalId, String why) {}

  List<Outlived> all() {
    return of(null);
  }

  Optional<String> why(String proposalId) {
    return of(proposalId).stream().map(Outlived::why).findFirst();
  }

  private List<Outlived> of(@Nullable String id) {
    return db.sql(GONE)
        .param("id", id)
        .query((rs, row) -> new Outlived(rs.getString("id"), rs.getString("gone")))
        .list();
  }
}
