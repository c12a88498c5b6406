package dev.baton.agent;

import dev.baton.agent.proposal.LeadConditions;
import dev.baton.agent.proposal.Subject;
import dev.baton.agent.rule.Agent;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Occasions for proposals, found in facts of the last weeks; reads only. Leads that are left alone
 * and those that are part of another record give none.
 */
@Component
class Occasions {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);

  static final String THERE =
      """
      l.merged_into is null and l.erased_at is null and not %s
      """
          .formatted(LeadConditions.suppressed("l.id"));

  /** The rest is over, or what the lead did since says that it is back; not without its consent. */
  private static final String RESTED =
      """
      select o.lead_id, o.handoff_id, o.occasion from (
        select s.lead_id, cast(s.id as varchar) as occasion, s.entered_at, s.cooling_until,
          (select h.id from handoff h where h.lead_id = s.lead_id
            order by h.cycle desc fetch first 1 rows only) as handoff_id
        from stage_entry s join lead l on l.id = s.lead_id
        where s.stage = 'RECYCLED' and s.is_current = true and %s
      ) o
      where o.handoff_id is not null
        and ((o.cooling_until <= :now and o.cooling_until > :since)
          or 2 <= (select count(*) from signal g
            where g.lead_id = o.lead_id and g.occurred_at > :since
              and g.recorded_at > o.entered_at and g.type not in (:silent)))
        and not %s
      """
          .formatted(THERE, LeadConditions.unsubscribed("o.lead_id"));

  private static final String HOT =
      """
      select o.lead_id, o.id as handoff_id, o.id as occasion
      from handoff o join lead l on l.id = o.lead_id
      where o.is_open = true and o.state <> 'CLOSED' and o.band = 'hot' and o.owner is not null
        and o.mql_at > :since and %s
      """
          .formatted(THERE);

  private static final String MET =
      """
      select o.lead_id, o.handoff_id, o.occasion from (
        select h.lead_id, h.id as handoff_id, concat('signal:', g.id) as occasion
        from handoff h join signal g on g.lead_id = h.lead_id
        where h.is_open = true and h.state <> 'CLOSED' and h.owner is not null
          and g.type = 'meeting_held' and g.occurred_at > :since
        union all
        select h.lead_id, h.id as handoff_id, concat('touch:', t.id) as occasion
        from handoff h join touch t on t.handoff_id = h.id
        where h.is_open = true and h.state <> 'CLOSED' and h.owner is not null
          and t.kind = 'meeting' and t.counts_as = 'contact' and t.recorded_at > :since
      ) o join lead l on l.id = o.lead_id
      where %s
      """
          .formatted(THERE);

  private static final String NEW =
      """
      and not exists (select 1 from proposal p
        where p.agent = :agent and p.occasion = o.occasion)
      order by o.occasion fetch first :most rows only
      """;

  private static final List<String> SILENT =
      List.of(
          "page_view",
          "email_opened",
          "email_bounced",
          "unsubscribed",
          "funding_event",
          "hiring_event",
          "rep_engaged");

  private final JdbcClient db;
  private final TalkOccasions talks;

  Occasions(JdbcClient db, TalkOccasions talks) {
    this.db = db;
    this.talks = talks;
  }

  /** Those of an agent for which there is no proposal yet. */
  List<Subject> of(Agent agent, Instant now, int most) {
    return agent == Agent.READY_TO_TALK ? talks.of(now, most) : found(agent, now, most);
  }

  private List<Subject> found(Agent agent, Instant now, int most) {
    Duration back = agent == Agent.REVIVE_LEAD ? MONTH : WEEK;
    return db.sql(sql(agent) + NEW.replace("o.occasion", column(agent)))
        .param("now", Sql.timestamp(now))
        .param("since", Sql.timestamp(now.minus(back)))
        .param("silent", SILENT)
        .param("agent", agent.word())
        .param("most", most)
        .query(RecordRows.of(Subject.class))
        .list();
  }

  private static String sql(Agent agent) {
    return switch (agent) {
      case REVIVE_LEAD -> RESTED;
      case RESEARCH_ACCOUNT -> HOT;
      case PLAN_NEXT_STEP -> MET;
      case READY_TO_TALK -> throw new IllegalArgumentException("Found in signals, not in rows");
    };
  }

  private static String column(Agent agent) {
    return agent == Agent.RESEARCH_ACCOUNT ? "o.id" : "o.occasion";
  }
}
