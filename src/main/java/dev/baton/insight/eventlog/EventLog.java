package dev.baton.insight.eventlog;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of what happened to handoffs: how they began and ended, answers, and what was missed. */
@Component
public class EventLog {
  /** Whose decision says what came of it; of other entries it names a person. */
  private static final Set<String> DECIDED =
      Set.of("review", "qualification", "first_touch", "opportunity", "outcome");

  private final JdbcClient db;

  EventLog(JdbcClient db) {
    this.db = db;
  }

  /** The events of handoffs whose MQL instant lies in the range, case by case in their order. */
  public List<ProcessEvent> of(InstantRange range, int most) {
    return db.sql(
            """
            select e.kind, e.word, e.at, e.resource,
              h.id, h.lead_id, h.source, h.segment, h.band, h.team
            from handoff h join (
              select id as handoff_id, 0 as place, cast(0 as bigint) as nr, 'mql' as kind,
                '' as word, mql_at as at, cast(null as varchar) as resource from handoff
              union all
              select handoff_id, 2, id, question, decision, answered_at, answered_by from answer
              union all
              select handoff_id, 1, id, 'missed', clock, missed_at, owner from deadline
                where missed_at is not null
              union all
              select id, 3, 0, 'closed', result, closed_at, cast(null as varchar) from handoff
                where closed_at is not null
            ) e on e.handoff_id = h.id
            where h.mql_at >= :from and h.mql_at < :to
            order by h.mql_at, h.id, e.at, e.place, e.nr
            fetch first :most rows only
            """)
        .param("from", Sql.timestamp(range.from()))
        .param("to", Sql.timestamp(range.to()))
        .param("most", most)
        .query(EventLog::read)
        .list();
  }

  private static ProcessEvent read(ResultSet rs, int row) throws SQLException {
    return new ProcessEvent(
        rs.getString("id"),
        activity(rs.getString("kind"), rs.getString("word")),
        Sql.instant(rs, "at"),
        rs.getString("resource"),
        rs.getString("lead_id"),
        rs.getString("source"),
        rs.getString("segment"),
        rs.getString("band"),
        rs.getString("team"));
  }

  private static String activity(String kind, String word) {
    if (kind.equals("mql")) {
      return "Became MQL";
    }
    boolean saysMore = DECIDED.contains(kind) || kind.equals("missed") || kind.equals("closed");
    String name = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    return (saysMore ? name + ": " + word : name).replace('_', ' ');
  }
}
