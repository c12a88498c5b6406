package dev.baton.insight;

import dev.baton.handoff.DealRecorded;
import dev.baton.handoff.HandoffAdvanced;
import dev.baton.handoff.HandoffClosed;
import dev.baton.handoff.HandoffOpened;
import dev.baton.handoff.OwnerAssigned;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsMerged;
import dev.baton.lead.VisitorJoined;
import dev.baton.signal.SignalRecorded;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEntered;
import dev.baton.stage.Stages;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who reached which stage when, heard in the transaction that states it (rule R9); {@link
 * FunnelFigures} reads it.
 */
@Component
class FunnelEntries {
  private static final List<String> COUNTED =
      List.of(
          "stage",
          "cohort_at",
          "entered_at",
          "source",
          "campaign",
          "segment",
          "band",
          "owner",
          "channel",
          "model",
          "amount",
          "currency",
          "closed_at",
          "question",
          "reason",
          "signals",
          "by_rule");

  private final JdbcClient db;
  private final Leads leads;

  FunnelEntries(JdbcClient db, Leads leads) {
    this.db = db;
    this.leads = leads;
  }

  @EventListener
  void on(StageEntered fact) {
    if (fact.stage() != Stage.LEAD) {
      return;
    }
    Optional<Lead> lead = leads.find(fact.leadId());
    int added =
        db.sql(
                """
                insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at,
                  source, campaign)
                values (:lead, 'LEAD', :lead, :at, :at, :source, :campaign)
                on conflict do nothing
                """)
            .param("lead", fact.leadId())
            .param("at", Timestamp.from(fact.at()))
            .param("source", lead.map(Lead::source).orElse(null))
            .param("campaign", lead.map(Lead::campaign).orElse(null))
            .update();
    count(added, fact.leadId(), "LEAD");
  }

  /** A lead is entered before the signal that made it is, and may be named by a later one. */
  @EventListener
  void on(SignalRecorded fact) {
    name(fact.signal().leadId(), fact.signal().source(), fact.signal().campaign());
  }

  /** What named the visitor named the lead, if nothing had before. */
  @EventListener
  void on(VisitorJoined fact) {
    leads.find(fact.leadId()).ifPresent(lead -> name(lead.id(), lead.source(), lead.campaign()));
  }

  /** One person became a lead once: the earlier instant stays. */
  @EventListener
  void on(LeadsMerged fact) {
    db.sql(
            """
            insert into funnel_change (weight, %1$s)
            select -1, %1$s from funnel_entry where unit_id = :from and stage = 'LEAD'
            """
                .formatted(String.join(", ", COUNTED)))
        .param("from", fact.leadId())
        .update();
    db.sql("delete from funnel_entry where unit_id = :from and stage = 'LEAD'")
        .param("from", fact.leadId())
        .update();
    db.sql("update funnel_entry set lead_id = :into where lead_id = :from")
        .param("into", fact.into())
        .param("from", fact.leadId())
        .update();
    leads.find(fact.into()).ifPresent(lead -> name(lead.id(), lead.source(), lead.campaign()));
  }

  private void name(String lead, String source, String campaign) {
    if (source == null && campaign == null) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    values.put("unit", lead);
    values.put("source", source);
    values.put("campaign", campaign);
    amend(
        Map.of(
            "source", "coalesce(source, cast(:source as varchar))",
            "campaign", "coalesce(campaign, cast(:campaign as varchar))"),
        """
        stage = 'LEAD' and ((source is null and cast(:source as varchar) is not null)
          or (campaign is null and cast(:campaign as varchar) is not null))
        """,
        "true",
        values);
  }

  @EventListener
  void on(HandoffOpened fact) {
    int added =
        db.sql(
                """
            insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at,
              source, campaign, segment, band, channel, model, signals)
            values (:handoff, 'MQL', :lead, :at, :at,
              :source, :campaign, :segment, :band, :channel, :model,
              (select string_agg(distinct s.type, ',' order by s.type)
                from signal s join signal_type t on t.type = s.type where s.lead_id = :lead))
            on conflict do nothing
            """)
            .param("handoff", fact.handoffId())
            .param("lead", fact.leadId())
            .param("at", Timestamp.from(fact.at()))
            .param("source", fact.source())
            .param("campaign", fact.campaign())
            .param("segment", fact.segment())
            .param("band", fact.band())
            .param("channel", fact.channel())
            .param("model", fact.model())
            .update();
    count(added, fact.handoffId(), "MQL");
  }

  /**
   * The owner at a stage is the first one the handoff had in it; a later reassignment rewrites
   * nothing.
   */
  @EventListener
  void on(OwnerAssigned fact) {
    amend(
        Map.of("owner", "cast(:owner as varchar)"),
        "owner is null",
        "true",
        Map.of("unit", fact.handoffId(), "owner", fact.owner()));
  }

  @EventListener
  void on(HandoffAdvanced fact) {
    // what nobody looked at is told apart from what a person judged (rule R10)
    boolean byRule = Stages.RULE.equals(fact.by());
    enter(fact.handoffId(), fact.stage().name(), fact.owner(), fact.at(), byRule, null, null);
  }

  /** The latest value is the deal's, at whichever stage it is counted. */
  @EventListener
  void on(DealRecorded fact) {
    amend(
        Map.of(
            "amount", "cast(:amount as numeric(15, 2))", "currency", "cast(:currency as varchar)"),
        "true",
        "stage in ('OPPORTUNITY', 'CUSTOMER')",
        Map.of("unit", fact.handoffId(), "amount", fact.amount(), "currency", fact.currency()));
  }

  @EventListener
  void on(HandoffClosed fact) {
    amend(
        Map.of("closed_at", "cast(:at as timestamp with time zone)"),
        "true",
        "stage = 'OPPORTUNITY'",
        Map.of("unit", fact.handoffId(), "at", Timestamp.from(fact.at())));
    if (fact.result().equals("won") || fact.result().equals("merged")) {
      return;
    }
    String stage = fact.result().equals("lost") ? "LOST" : "REJECTED";
    enter(fact.handoffId(), stage, fact.owner(), fact.at(), false, fact.stage(), fact.reason());
  }

  /** Every later entry carries what was frozen at the MQL. */
  private void enter(
      String handoff,
      String stage,
      String owner,
      Instant at,
      boolean byRule,
      String question,
      String reason) {
    int added =
        db.sql(
                """
            insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at,
              source, campaign, segment, band, channel, model, amount, currency, closed_at,
              signals, owner, by_rule, question, reason)
            select unit_id, cast(:stage as varchar), lead_id, cohort_at,
              cast(:at as timestamp with time zone),
              source, campaign, segment, band, channel, model, amount, currency, closed_at,
              signals, cast(:owner as varchar), :byRule, cast(:question as varchar),
              cast(:reason as varchar)
            from funnel_entry where unit_id = :handoff and stage = 'MQL'
            on conflict do nothing
            """)
            .param("handoff", handoff)
            .param("stage", stage)
            .param("at", Timestamp.from(at))
            .param("owner", owner)
            .param("byRule", byRule)
            .param("question", question)
            .param("reason", reason)
            .update();
    count(added, handoff, stage);
  }

  /** What was just added waits to be folded into the roll-up. */
  private void count(int added, String unit, String stage) {
    if (added == 0) {
      return;
    }
    db.sql(
            """
            insert into funnel_change (weight, %1$s)
            select 1, %1$s from funnel_entry where unit_id = :unit and stage = :stage
            """
                .formatted(String.join(", ", COUNTED)))
        .param("unit", unit)
        .param("stage", stage)
        .update();
  }

  /**
   * Changes entries of a unit, and with them what was counted: the old image is taken back, the new
   * one added. Whoever states the fact holds the unit's row, so nothing comes between.
   *
   * @param counts which of the changed entries count differently now
   */
  private void amend(
      Map<String, String> assignments, String which, String counts, Map<String, Object> values) {
    String where = "unit_id = :unit and (%s)".formatted(which);
    String anew =
        COUNTED.stream()
            .map(column -> assignments.getOrDefault(column, column))
            .collect(Collectors.joining(", "));
    db.sql(
            """
            insert into funnel_change (weight, %1$s)
            select -1, %1$s from funnel_entry where %3$s and %4$s
            union all select 1, %2$s from funnel_entry where %3$s and %4$s
            """
                .formatted(String.join(", ", COUNTED), anew, where, counts))
        .params(values)
        .update();
    String set =
        assignments.entrySet().stream()
            .map(change -> change.getKey() + " = " + change.getValue())
            .collect(Collectors.joining(", "));
    db.sql("update funnel_entry set %s where %s".formatted(set, where)).params(values).update();
  }
}
