package dev.baton.rehearsal;

import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Copy of the open handoffs and of what decides on how they go on, for a rehearsal: ids, states,
 * instants and who owns them; no name, address, note or signal of a lead.
 */
@Component
class HandoffRows {
  /** For so long it counts against somebody that a lead was taken from them, and a day's cap. */
  private static final Duration MEMORY = Duration.ofDays(14);

  private static final String OPEN = "(select id from handoff where is_open = true)";
  private static final String LEADS = "(select lead_id from handoff where is_open = true)";

  /** By table; turns that are further back than so many of a team's decide on nobody any more. */
  private static final Map<String, String> ROWS = new LinkedHashMap<>();

  static {
    ROWS.put(
        "absence",
        """
        select id, person, from_at, to_at, created_by, created_at, hands_over, stand_in,
          handed_over_at
        from absence where to_at is null or to_at > :now
        """);
    ROWS.put(
        "handoff",
        """
        select * from handoff where is_open = true
          or id in (select handoff_id from answer where question = 'decline')
        """);
    ROWS.put(
        "deadline",
        "select * from deadline where reassigned_at >= :since or handoff_id in " + OPEN);
    ROWS.put(
        "lead",
        "select id, identified, account_id, created_at, account_decided from lead where id in "
            + LEADS);
    ROWS.put(
        "stage_entry",
        """
        select id, lead_id, stage, entered_at, is_current, entered_by from stage_entry
        where is_current = true and lead_id in\s"""
            + LEADS);
    ROWS.put(
        "profile_value",
        """
        select id, lead_id, field, content, occurred_at, recorded_at from profile_value
        where field in ('country', 'companySize', 'industry', 'product') and lead_id in
          (select lead_id from handoff where is_open = true and team is null)
        """);
    ROWS.put(
        "answer",
        """
        select id, handoff_id, question, decision, answered_by, answered_at from answer
        where question = 'decline' or answered_at >= :since or handoff_id in\s"""
            + OPEN);
    ROWS.put(
        "touch",
        """
        select id, handoff_id, kind, outcome, happened_at, next_at, made_by, recorded_at,
          reminded_at, counts_as
        from touch where recorded_at >= :since or handoff_id in\s"""
            + OPEN);
    ROWS.put(
        "routing_entry",
        """
        select r.id, r.handoff_id, r.team, r.turn, r.owner, '' as candidates, r.routed_at, r.rule,
          r.assigned_by, r.skill, r.tag, r.base,
          case when r.owner is null then r.considered end as considered
        from routing_entry r left join turn_counter c on c.team = r.team
        where r.turn > c.last_turn - 500 or r.routed_at >= :since or r.handoff_id in\s"""
            + OPEN);
    ROWS.put("turn_counter", "select * from turn_counter");
    ROWS.put("handed_over_lead", "select * from handed_over_lead where is_open = true");
  }

  private final JdbcClient db;

  HandoffRows(JdbcClient db) {
    this.db = db;
  }

  /** Rows by table. */
  Map<String, List<Map<String, Object>>> open(Instant now) {
    Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    ROWS.forEach(
        (table, sql) ->
            rows.put(
                table,
                db.sql(sql)
                    .param("now", Sql.timestamp(now))
                    .param("since", Sql.timestamp(now.minus(MEMORY)))
                    .query(CopiedRow::read)
                    .list()));
    return rows;
  }

  /**
   * Open handoffs to which something happens by an instant, what is due first first: their clock
   * runs out, nobody owns them, or their owner is away by then.
   */
  List<String> due(Instant until) {
    return db.sql(
            """
            select h.id from handoff h left join deadline d on d.handoff_id = h.id and d.is_running
            where h.is_open = true
            group by h.id, h.owner, h.mql_at
            having min(coalesce(d.warn_at, d.due_at)) <= :until or min(d.due_at) <= :until
              or h.owner is null or h.owner in
                (select person from absence where from_at <= :until)
              or h.id in (select handoff_id from handed_over_lead where is_open = true)
              or h.owner in (select id from person where active = false or role <> 'SALES')
            order by min(d.due_at), h.mql_at, h.id
            """)
        .param("until", Sql.timestamp(until))
        .query(String.class)
        .list();
  }
}
