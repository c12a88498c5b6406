package dev.baton.web.home;

import dev.baton.web.CurrentUser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is owed, by when and by whom, over the rooms' tables; reads only. */
@Component
public class NextActions {
  private final JdbcClient db;

  NextActions(JdbcClient db) {
    this.db = db;
  }

  /** An answer that is owed. */
  public record Owed(
      String handoffId, String leadId, String clock, Instant dueAt, String owner, String team) {}

  /**
   * Somebody to be tried again.
   *
   * @param tries how often somebody has tried
   */
  record Again(String leadId, Instant nextAt, int tries) {}

  /** A handoff that nobody owns. */
  record Unowned(String handoffId, String leadId, String team, Instant mqlAt) {}

  /** How much a team is late with. */
  record Late(String team, long answers, Instant oldest) {}

  /** The last word of a handoff that got a no. */
  record No(
      String leadId, String result, String reason, String note, String by, Instant closedAt) {}

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
      Map<String, Object> params = new HashMap<>();
      params.put("rep", rep);
      params.put("team", team);
      return params;
    }
  }

  private static final String VISIBLE =
      """
      (cast(:rep as varchar) is null or h.owner = :rep
        or h.team = 'default' or h.team = cast(:team as varchar))
      """;

  /** The soonest first, so what is overdue leads; how long routing takes is nobody's homework. */
  List<Owed> owed(Whose whose, int most) {
    return db.sql(
            """
            select d.handoff_id, h.lead_id, d.clock, d.due_at, d.owner, h.team
            from deadline d join handoff h on h.id = d.handoff_id
            where d.met_at is null and d.ended_at is null and d.voided_at is null
              and h.open_one = true and h.owner is not null and d.clock <> 'route' and %s
            order by d.due_at, d.id fetch first :most rows only
            """
                .formatted(VISIBLE))
        .params(whose.params())
        .param("most", most)
        .query(Owed.class)
        .list();
  }

  /** What this person owes, the soonest first. */
  List<Owed> owedBy(String owner, int most) {
    return db.sql(
            """
            select d.handoff_id, h.lead_id, d.clock, d.due_at, d.owner, h.team
            from deadline d join handoff h on h.id = d.handoff_id
            where d.met_at is null and d.ended_at is null and d.voided_at is null
              and h.open_one = true and h.owner = :owner and d.clock <> 'route'
            order by d.due_at, d.id fetch first :most rows only
            """)
        .param("owner", owner)
        .param("most", most)
        .query(Owed.class)
        .list();
  }

  /** Whom this person planned to try again, the soonest first; a later touch has another plan. */
  List<Again> again(String owner, int most) {
    return db.sql(
            """
            select h.lead_id, t.next_at,
              (select count(*) from touch a where a.handoff_id = h.id) as tries
            from touch t join handoff h on h.id = t.handoff_id
            where h.owner = :owner and h.open_one = true and h.state <> 'CLOSED'
              and t.next_at is not null
              and t.id = (select max(l.id) from touch l where l.handoff_id = h.id)
            order by t.next_at, t.id fetch first :most rows only
            """)
        .param("owner", owner)
        .param("most", most)
        .query(Again.class)
        .list();
  }

  /** Open handoffs without an owner, the longest waiting first. */
  List<Unowned> unowned(Whose whose, int most) {
    return db.sql(
            """
            select h.id as handoff_id, h.lead_id, h.team, h.mql_at from handoff h
            where h.open_one = true and h.owner is null and h.state <> 'CLOSED' and %s
            order by h.mql_at, h.id fetch first :most rows only
            """
                .formatted(VISIBLE))
        .params(whose.params())
        .param("most", most)
        .query(Unowned.class)
        .list();
  }

  /** The teams that are late with answers, the worst first. */
  List<Late> late(Instant now) {
    return db.sql(
            """
            select coalesce(h.team, '(none)') as team, count(*) as answers,
              min(d.due_at) as oldest
            from deadline d join handoff h on h.id = d.handoff_id
            where d.met_at is null and d.ended_at is null and d.voided_at is null
              and h.open_one = true and d.clock <> 'route' and d.due_at < :now
            group by coalesce(h.team, '(none)') order by answers desc, team
            """)
        .param("now", java.sql.Timestamp.from(now))
        .query(Late.class)
        .list();
  }

  /** The latest noes, with what the rep said. */
  List<No> noes(int most) {
    return db.sql(
            """
            select h.lead_id, h.result, h.reason, a.note, a.answered_by as "by", h.closed_at
            from handoff h left join answer a
              on a.id = (select max(x.id) from answer x where x.handoff_id = h.id)
            where h.result in ('rejected', 'disqualified', 'lost')
            order by h.closed_at desc, h.id fetch first :most rows only
            """)
        .param("most", most)
        .query(No.class)
        .list();
  }
}
