package dev.baton.insight.sla;

import dev.baton.handoff.record.HandoffAdvanced;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.Fractions;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stalled leads: accepted, no opportunity yet, and who has had them how long. */
@Component
public class StalledLeads {
  private final JdbcClient db;
  private final Clock clock;

  StalledLeads(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The oldest first; a rep sees their own. */
  public List<StalledLeadsRow> rows(FigureViewer viewer) {
    Instant now = clock.instant();
    return db
        .sql(
            """
            select owner, stage, count(*) as n, min(since) as oldest from stalled_lead
            group by owner, stage order by oldest, owner, stage
            """)
        .query(
            (rs, row) -> {
              Instant oldest = Sql.instant(rs, "oldest");
              return new StalledLeadsRow(
                  rs.getString("owner"),
                  rs.getString("stage"),
                  rs.getLong("n"),
                  oldest,
                  Fractions.hours(Duration.between(oldest, now).toMillis() / 3_600_000.0));
            })
        .list()
        .stream()
        .filter(row -> viewer.maySee(row.owner()))
        .toList();
  }

  @EventListener
  void on(HandoffAdvanced fact) {
    if (fact.stage() != Stage.SAL && fact.stage() != Stage.SQL) {
      forget(fact.handoffId());
      return;
    }
    db.sql(
            """
            merge into stalled_lead s using (select cast(:handoff as varchar(36)) as id) given
            on (s.handoff_id = given.id)
            when matched then update set owner = :owner, stage = :stage, since = :since
            when not matched then insert (handoff_id, lead_id, owner, stage, since)
              values (:handoff, :lead, :owner, :stage, :since)
            """)
        .param("handoff", fact.handoffId())
        .param("lead", fact.leadId())
        .param("owner", fact.owner())
        .param("stage", fact.stage().name())
        .param("since", Sql.timestamp(fact.at()))
        .update();
  }

  @EventListener
  void on(OwnerAssigned fact) {
    if (fact.first()) {
      return;
    }
    db.sql("update stalled_lead set owner = :owner where handoff_id = :handoff")
        .param("owner", fact.owner())
        .param("handoff", fact.handoffId())
        .update();
  }

  @EventListener
  void on(HandoffClosed fact) {
    forget(fact.handoffId());
  }

  private void forget(String handoff) {
    db.sql("delete from stalled_lead where handoff_id = :handoff")
        .param("handoff", handoff)
        .update();
  }
}
