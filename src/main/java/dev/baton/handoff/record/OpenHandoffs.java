package dev.baton.handoff.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open handoffs by who has them: a person, or a team in which nobody owns them yet. */
@Component
public class OpenHandoffs {
  private final JdbcClient db;

  OpenHandoffs(JdbcClient db) {
    this.db = db;
  }

  /** Open handoffs of a team that nobody owns, oldest first. */
  public List<Handoff> unowned(String team, int most) {
    return db.sql(
            """
            select * from handoff
            where owner is null and is_open = true and state <> 'CLOSED' and team = :team
            order by mql_at, id fetch first %d rows only
            """
                .formatted(most))
        .param("team", team)
        .query(HandoffRowMapper::read)
        .list();
  }

  /** The ids of what these people have open, the oldest first. */
  public List<String> idsOf(Collection<String> owners) {
    if (owners.isEmpty()) {
      return List.of();
    }
    return db.sql(
            """
            select id from handoff
            where owner in (:owners) and is_open = true and state <> 'CLOSED'
            order by mql_at, id
            """)
        .param("owners", owners)
        .query(String.class)
        .list();
  }

  /** The ids of what people have open who are no active reps any more, the oldest first. */
  public List<String> idsOfDeparted() {
    return db.sql(
            """
            select h.id from person p join handoff h on h.owner = p.id
            where (p.active = false or p.role <> 'SALES')
              and h.is_open = true and h.state <> 'CLOSED'
            order by h.mql_at, h.id
            """)
        .query(String.class)
        .list();
  }

  /** How many open handoffs each of these people has; who has none isn't named. */
  public Map<String, Integer> count(Collection<String> owners) {
    return db
        .sql(
            """
            select owner, count(*) as handoffs from handoff
            where owner in (:owners) and is_open = true and state <> 'CLOSED'
            group by owner
            """)
        .param("owners", owners)
        .query((rs, row) -> Map.entry(rs.getString("owner"), rs.getInt("handoffs")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
