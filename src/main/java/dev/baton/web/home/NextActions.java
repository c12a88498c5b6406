package dev.baton.web.home;

import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.sql.RecordRows;
import dev.baton.web.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Next actions: who has to answer what by when, over the tables of several rooms; reads only. */
@Component
public class NextActions {
  private final JdbcClient db;

  NextActions(JdbcClient db) {
    this.db = db;
  }

  /**
   * A planned retry of a lead.
   *
   * @param tries how often somebody has tried
   */
  record Retry(String leadId, Instant nextAt, int tries) {}

  /** A handoff without an owner. */
  record Unowned(String handoffId, String leadId, @Nullable String team, Instant mqlAt) {}

  /** A rejected handoff with its last answer. */
  record Rejected(
      String leadId,
      String result,
      @Nullable String reason,
      @Nullable String note,
      @Nullable String by,
      Instant closedAt) {}

  /**
   * Whose: a rep's own and their team's, or everybody's.
   *
   * @param rep null for everybody's
   */
  record Whose(@Nullable String rep, @Nullable String team) {
    static final Whose ALL = new Whose(null, null);

    static Whose of(CurrentUser user) {
      return user.isRep() ? new Whose(user.id(), user.person().team()) : ALL;
    }

    private Map<String, Object> params() {
      return HandoffPermissions.params(rep, team);
    }
  }

  /** The soonest first, so overdue ones lead. */
  List<DueAction> upcoming(Whose whose, int most) {
    return due("h.owner is not null and " + HandoffPermissions.VISIBLE, whose.params(), most);
  }

  /** The actions of this person, the soonest first. */
  List<DueAction> ownedBy(String owner, int most) {
    return due("h.owner = :owner", Map.of("owner", owner), most);
  }

  /** The clock of the assignment is nobody's task. */
  private List<DueAction> due(String which, Map<String, Object> params, int most) {
    return db.sql(
            """
            select d.handoff_id, h.lead_id, d.clock, d.due_at, d.owner, h.team
            from deadline d join handoff h on h.id = d.handoff_id
            where d.is_running = true
              and h.is_open = true and d.clock <> 'route' and %s
            order by d.due_at, d.id fetch first :most rows only
            """
                .formatted(which))
        .params(params)
        .param("most", most)
        .query(RecordRows.of(DueAction.class))
        .list();
  }

  /** Planned retries of this person, the soonest first; a later touch replaces the plan. */
  List<Retry> retries(String owner, int most) {
    return db.sql(
            """
            select h.lead_id, t.next_at,
              (select count(*) from touch a where a.handoff_id = h.id) as tries
            from touch t join handoff h on h.id = t.handoff_id
            where h.owner = :owner and h.is_open = true and h.state <> 'CLOSED'
              and t.next_at is not null
              and t.id = (select max(l.id) from touch l where l.handoff_id = h.id)
              and %s
            order by t.next_at, t.id fetch first :most rows only
            """
                .formatted(Touches.STILL_PLANNED))
        .param("owner", owner)
        .param("most", most)
        .query(RecordRows.of(Retry.class))
        .list();
  }

  /** Open handoffs without an owner, the longest waiting first. */
  List<Unowned> unowned(Whose whose, int most) {
    return db.sql(
            """
            select h.id as handoff_id, h.lead_id, h.team, h.mql_at from handoff h
            where h.is_open = true and h.owner is null and h.state <> 'CLOSED' and %s
            order by h.mql_at, h.id fetch first :most rows only
            """
                .formatted(HandoffPermissions.VISIBLE))
        .params(whose.params())
        .param("most", most)
        .query(RecordRows.of(Unowned.class))
        .list();
  }

  /** The latest rejections, with the rep's note. */
  List<Rejected> latestRejections(int most) {
    return db.sql(
            """
            select h.lead_id, h.result, h.reason, a.note, a.answered_by as "by", h.closed_at
            from handoff h left join answer a
              on a.id = (select max(x.id) from answer x where x.handoff_id = h.id)
            where h.result in ('rejected', 'disqualified', 'lost')
            order by h.closed_at desc, h.id fetch first :most rows only
            """)
        .param("most", most)
        .query(RecordRows.of(Rejected.class))
        .list();
  }
}
