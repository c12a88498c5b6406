package dev.baton.agent;

import dev.baton.agent.proposal.LeadConditions;
import dev.baton.agent.proposal.Subject;
import dev.baton.agent.rule.Agent;
import dev.baton.agent.rule.TalkSigns;
import dev.baton.score.ScoreFacts;
import dev.baton.score.Scores;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leads that nobody looks after and that want to talk now; reads only. Each is proposed at most
 * once in 30 days, and not while another agent's proposal for it waits.
 */
@Component
class TalkOccasions {
  private static final Duration REST = Duration.ofDays(30);

  /** So many are looked at in a run, those who did something last first. */
  private static final int MOST = 300;

  private final JdbcClient db;
  private final Scores scores;
  private final TalkSigns signs;

  TalkOccasions(JdbcClient db, Scores scores, TalkSigns signs) {
    this.db = db;
    this.scores = scores;
    this.signs = signs;
  }

  List<Subject> of(Instant now, int most) {
    Map<String, Optional<String>> leads = withNobody(now);
    if (leads.isEmpty()) {
      return List.of();
    }
    Map<String, ScoreFacts> facts = scores.facts(leads.keySet(), now);
    return leads.entrySet().stream()
        .flatMap(
            lead ->
                subject(
                    lead.getKey(),
                    lead.getValue().orElse(null),
                    Objects.requireNonNull(facts.get(lead.getKey())),
                    now)
                    .stream())
        .limit(most)
        .toList();
  }

  private Optional<Subject> subject(
      String leadId, @Nullable String handoffId, ScoreFacts facts, Instant now) {
    return signs
        .in(facts.signals(), now)
        .map(
            found ->
                new Subject(
                    leadId,
                    handoffId,
                    "%s:%d".formatted(leadId, found.signal().recordedAt().toEpochMilli())));
  }

  /** By lead its last handoff, if it had one. */
  private Map<String, Optional<String>> withNobody(Instant now) {
    Map<String, Optional<String>> leads = new LinkedHashMap<>();
    db.sql(
            """
            select l.id, max(g.occurred_at) as latest,
              (select h.id from handoff h where h.lead_id = l.id
                order by h.cycle desc fetch first 1 rows only) as handoff_id
            from signal g join lead l on l.id = g.lead_id
              join stage_entry s on s.lead_id = l.id and s.is_current = true
            where g.occurred_at > :fresh and g.occurred_at <= :now and g.type not in (:silent)
              and s.stage in ('LEAD', 'MQL', 'RECYCLED') and %s
              and not exists (select 1 from handoff o where o.lead_id = l.id and o.is_open = true)
              and not %s
              and not exists (select 1 from proposal p where p.lead_id = l.id
                and (p.agent = :agent and p.created_at > :rested
                  or p.state in ('OPENED', 'DRAFTING', 'WAITING')))
            group by l.id order by latest desc, l.id fetch first :most rows only
            """
                .formatted(Occasions.THERE, LeadConditions.unsubscribed("l.id")))
        .param("fresh", Sql.timestamp(now.minus(TalkSigns.FRESH)))
        .param("now", Sql.timestamp(now))
        .param("silent", TalkSigns.NO_ACTS)
        .param("agent", Agent.READY_TO_TALK.word())
        .param("rested", Sql.timestamp(now.minus(REST)))
        .param("most", MOST)
        .query(
            row -> {
              leads.put(row.getString("id"), Optional.ofNullable(row.getString("handoff_id")));
            });
    return leads;
  }
}
