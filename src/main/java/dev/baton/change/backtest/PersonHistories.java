package dev.baton.change.backtest;

import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.history.RecordedLeadFacts;
import dev.baton.lead.history.RecordedLeadFacts.Joining;
import dev.baton.lead.history.RecordedLeadFacts.SuppressedTime;
import dev.baton.lead.history.RecordedProfileValue;
import dev.baton.signal.RecordedSignal;
import dev.baton.signal.SignalHistory;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import dev.baton.stage.RecordedEpisode;
import dev.baton.stage.StageHistory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Bulk reads of what was recorded of many persons, each bulk of one instant. */
@Component
class PersonHistories {
  private final JdbcClient db;
  private final Leads leads;
  private final RecordedLeadFacts history;
  private final SignalHistory signals;
  private final StageHistory stages;
  private final TransactionTemplate reading;

  PersonHistories(
      JdbcClient db,
      Leads leads,
      RecordedLeadFacts history,
      SignalHistory signals,
      StageHistory stages,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.leads = leads;
    this.history = history;
    this.signals = signals;
    this.stages = stages;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * Who did something or changed stage from an instant (inclusive) to another, in id order; of who
   * was erased nothing is left to be judged.
   */
  List<String> ids(Instant from, Instant to) {
    return db.sql(
            """
            select lead_id from (select lead_id from signal
            where coalesce(judged_at, recorded_at) >= :from and recorded_at < :to
            union
            select lead_id from stage_entry where entered_at >= :from and entered_at < :to) seen
            where not exists
              (select 1 from lead l where l.id = seen.lead_id and l.erased_at is not null)
            order by lead_id
            """)
        .param("from", Sql.timestamp(from))
        .param("to", Sql.timestamp(to))
        .query(String.class)
        .list();
  }

  List<PersonHistory> of(List<String> leadIds) {
    return reading.execute(status -> read(leadIds));
  }

  private List<PersonHistory> read(List<String> leadIds) {
    Map<String, Lead> found = leads.all(leadIds);
    Map<String, List<RecordedSignal>> done = signals.of(leadIds);
    Map<String, List<RecordedProfileValue>> known = history.profiles(leadIds);
    Map<String, List<RecordedEpisode>> episodes = stages.of(leadIds);
    Map<String, List<Joining>> joinings = history.joinings(leadIds);
    Map<String, List<SuppressedTime>> suppressed = history.suppressions(leadIds);
    Map<String, List<RecordedHandoff>> handoffs = handoffs(leadIds);
    return leadIds.stream()
        .flatMap(id -> Stream.ofNullable(found.get(id)))
        .map(
            lead ->
                new PersonHistory(
                    lead,
                    done.getOrDefault(lead.id(), List.of()),
                    known.getOrDefault(lead.id(), List.of()),
                    episodes.getOrDefault(lead.id(), List.of()),
                    joinings.getOrDefault(lead.id(), List.of()).stream()
                        .collect(Collectors.toMap(Joining::leadId, Function.identity())),
                    suppressed,
                    handoffs.getOrDefault(lead.id(), List.of())))
        .toList();
  }

  private Map<String, List<RecordedHandoff>> handoffs(Collection<String> leadIds) {
    return Sql.byIds(
            leadIds,
            some ->
                db.sql(
                        """
                        select lead_id, mql_at, band, result, reason, false as imported
                        from handoff where lead_id in (:leadIds)
                        union all
                        select f.lead_id, f.entered_at, cast(null as varchar), lower(e.stage),
                          e.reason, true
                        from funnel_entry f left join funnel_entry e
                          on e.unit_id = f.unit_id and e.stage in ('LOST', 'REJECTED')
                        where f.lead_id in (:leadIds) and f.stage = 'MQL'
                          and f.import_id is not null
                        order by mql_at
                        """)
                    .param("leadIds", some)
                    .query(RecordRows.of(RecordedHandoff.class))
                    .list())
        .stream()
        .collect(Collectors.groupingBy(RecordedHandoff::leadId));
  }
}
