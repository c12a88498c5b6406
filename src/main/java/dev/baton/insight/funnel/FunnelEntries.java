package dev.baton.insight.funnel;

import dev.baton.handoff.record.DealRecorded;
import dev.baton.handoff.record.HandoffAdvanced;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.HandoffOpened;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.insight.rollup.ChangeLog;
import dev.baton.signal.SignalTypes;
import dev.baton.sql.Sql;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Entries of the funnel for handoffs: which stage was reached when, heard in the transaction that
 * states it (rule R9).
 */
@Component
public class FunnelEntries {
  /** Ends that are no stage of their own. */
  private static final Set<String> NO_ENTRY = Set.of("won", "merged", "erased");

  private final JdbcClient db;
  private final SignalTypes types;
  private final ChangeLog changes;

  FunnelEntries(JdbcClient db, SignalTypes types, ChangeLog changes) {
    this.db = db;
    this.types = types;
    this.changes = changes;
  }

  @EventListener
  void on(HandoffOpened fact) {
    Set<String> known = types.known();
    int added =
        db.sql(
                """
            insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at,
              source, campaign, segment, band, channel, model, models_hash, signals)
            values (:handoff, 'MQL', :lead, :at, :at,
              :source, :campaign, :segment, :band, :channel, :model, :modelsHash,
              (select string_agg(distinct s.type, ',' order by s.type)
                from signal s
                where s.type in (:types) and s.lead_id = :lead and s.recorded_at <= :at))
            on conflict do nothing
            """)
            .param("types", known.isEmpty() ? Set.of("") : known)
            .param("handoff", fact.handoffId())
            .param("lead", fact.leadId())
            .param("at", Sql.timestamp(fact.at()))
            .param("source", fact.origin().source())
            .param("campaign", fact.origin().campaign())
            .param("segment", fact.frozen().segment())
            .param("band", fact.frozen().band())
            .param("channel", fact.origin().channel())
            .param("model", fact.frozen().model())
            .param("modelsHash", fact.frozen().modelsHash())
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
        Map.of("unit", fact.handoffId(), "at", Sql.timestamp(fact.at())));
    if (NO_ENTRY.contains(fact.result())) {
      return;
    }
    String stage = fact.result().equals("lost") ? "LOST" : "REJECTED";
    enter(fact.handoffId(), stage, fact.owner(), fact.at(), false, fact.stage(), fact.reason());
  }

  /** Every later entry carries what was frozen at the MQL. */
  private void enter(
      String handoff,
      String stage,
      @Nullable String owner,
      Instant at,
      boolean byRule,
      @Nullable String question,
      @Nullable String reason) {
    int added =
        db.sql(
                """
            insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at,
              source, campaign, segment, band, channel, model, models_hash, amount, currency,
              closed_at, signals, owner, by_rule, question, reason)
            select unit_id, cast(:stage as varchar), lead_id, cohort_at,
              cast(:at as timestamp with time zone),
              source, campaign, segment, band, channel, model, models_hash, amount, currency,
              closed_at, signals, cast(:owner as varchar), :byRule, cast(:question as varchar),
              cast(:reason as varchar)
            from funnel_entry where unit_id = :handoff and stage = 'MQL'
            on conflict do nothing
            """)
            .param("handoff", handoff)
            .param("stage", stage)
            .param("at", Sql.timestamp(at))
            .param("owner", owner)
            .param("byRule", byRule)
            .param("question", question)
            .param("reason", reason)
            .update();
    count(added, handoff, stage);
  }

  /** What was just added waits to be folded into the roll-up. */
  private void count(int added, String unit, String stage) {
    if (added > 0) {
      changes.add(
          FunnelFacts.TABLE,
          "unit_id = :unit and stage = :stage",
          Map.of("unit", unit, "stage", stage));
    }
  }

  /**
   * Changes entries of a unit, and with them what was counted.
   *
   * @param counts which of the changed entries count differently now
   */
  private void amend(
      Map<String, String> assignments, String which, String counts, Map<String, Object> values) {
    String ofUnit = "unit_id = :unit and (%s)".formatted(which);
    changes.amend(FunnelFacts.TABLE, assignments, ofUnit, counts, values);
  }
}
