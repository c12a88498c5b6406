package dev.baton.insight.funnel;

import dev.baton.insight.rollup.ChangeLog;
import dev.baton.lead.LeadBatch;
import dev.baton.lead.LeadIdentified;
import dev.baton.lead.LeadReads;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsIdentified;
import dev.baton.lead.LeadsMerged;
import dev.baton.lead.LeadsRemoved;
import dev.baton.lead.VisitorJoined;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalOrigin;
import dev.baton.signal.SignalRecorded;
import dev.baton.sql.RecordRows;
import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of the funnel for persons: who became a lead, and what named them first (rule R9). */
@Component
public class LeadEntries {
  private static final String LEAD = Stage.LEAD.name();

  private final JdbcClient db;
  private final ChangeLog changes;
  private final Leads leads;
  private final LeadReads<Unnamed> unnamed = new LeadReads<>(this::unnamed);

  LeadEntries(JdbcClient db, ChangeLog changes, Leads leads) {
    this.db = db;
    this.changes = changes;
    this.leads = leads;
  }

  @EventListener
  void on(LeadsIdentified fact) {
    Map<Boolean, List<LeadIdentified>> leads =
        fact.leads().stream()
            .filter(LeadIdentified::identified)
            .collect(Collectors.partitioningBy(LeadIdentified::isNew));
    enter(Objects.requireNonNull(leads.get(true)));
    // a visitor's record may have been entered before
    Objects.requireNonNull(leads.get(false)).forEach(lead -> enter(List.of(lead)));
  }

  private void enter(List<LeadIdentified> leads) {
    RowInsert rows =
        new RowInsert(
            "funnel_entry",
            "unit_id",
            "stage",
            "lead_id",
            "cohort_at",
            "entered_at",
            "source",
            "campaign");
    for (LeadIdentified lead : leads) {
      OffsetDateTime at = Sql.timestamp(lead.at());
      rows.row(
          lead.leadId(), LEAD, lead.leadId(), at, at, lead.lead().source(), lead.lead().campaign());
    }
    if (rows.run(db) > 0) {
      changes.add(
          FunnelFacts.TABLE,
          "unit_id in (:leads) and stage = 'LEAD'",
          Map.of("leads", leads.stream().map(LeadIdentified::leadId).toList()));
    }
  }

  /** A lead is entered before the signal that made it is, and may be named by a later one. */
  @EventListener
  void on(SignalRecorded fact) {
    Signal signal = fact.signal();
    SignalOrigin origin = signal.origin();
    boolean tells = origin.source() != null || origin.campaign() != null;
    if (tells
        && unnamed.of(fact.batch(), signal.leadId()).filter(e -> e.lacks(origin)).isPresent()) {
      name(signal.leadId(), origin.source(), origin.campaign());
      unnamed.forget(fact.batch(), signal.leadId());
    }
  }

  /** Entry that no source or no campaign was named for yet. */
  private record Unnamed(String unitId, @Nullable String source, @Nullable String campaign) {
    boolean lacks(SignalOrigin origin) {
      return (source == null && origin.source() != null)
          || (campaign == null && origin.campaign() != null);
    }
  }

  private Map<String, Unnamed> unnamed(LeadBatch batch) {
    return db
        .sql(
            """
            select unit_id, source, campaign from funnel_entry
            where unit_id in (:leads) and stage = 'LEAD' and (source is null or campaign is null)
            """)
        .param("leads", batch.leadIds())
        .query(RecordRows.of(Unnamed.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Unnamed::unitId, Function.identity()));
  }

  /** What named the visitor named the lead, if nothing had before. */
  @EventListener
  void on(VisitorJoined fact) {
    leads.find(fact.leadId()).ifPresent(lead -> name(lead.id(), lead.source(), lead.campaign()));
  }

  /** One person became a lead once: the earlier instant stays. */
  @EventListener
  void on(LeadsMerged fact) {
    changes.takeBack(
        FunnelFacts.TABLE, "unit_id = :from and stage = 'LEAD'", Map.of("from", fact.leadId()));
    db.sql("delete from funnel_entry where unit_id = :from and stage = 'LEAD'")
        .param("from", fact.leadId())
        .update();
    db.sql("update funnel_entry set lead_id = :into where lead_id = :from")
        .param("into", fact.into())
        .param("from", fact.leadId())
        .update();
    leads.find(fact.into()).ifPresent(lead -> name(lead.id(), lead.source(), lead.campaign()));
  }

  /** Who is taken back with an import never became a lead. */
  @EventListener
  void on(LeadsRemoved fact) {
    Map<String, Object> leads = Map.of("leads", fact.leadIds());
    changes.takeBack(FunnelFacts.TABLE, "unit_id in (:leads) and stage = 'LEAD'", leads);
    db.sql("delete from funnel_entry where unit_id in (:leads) and stage = 'LEAD'")
        .params(leads)
        .update();
  }

  private void name(String lead, @Nullable String source, @Nullable String campaign) {
    if (source == null && campaign == null) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    values.put("unit", lead);
    values.put("source", source);
    values.put("campaign", campaign);
    changes.amend(
        FunnelFacts.TABLE,
        Map.of(
            "source", "coalesce(source, cast(:source as varchar))",
            "campaign", "coalesce(campaign, cast(:campaign as varchar))"),
        """
        unit_id = :unit and stage = 'LEAD' and ((source is null and cast(:source as varchar) is not null)
          or (campaign is null and cast(:campaign as varchar) is not null))
        """,
        "true",
        values);
  }
}
