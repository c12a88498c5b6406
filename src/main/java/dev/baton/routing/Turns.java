package dev.baton.routing;

import dev.baton.people.Person;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose turn it is: the candidate whose last turn in this team is longest ago. */
@Component
public class Turns {
  private static final int LONGEST_NOTE = 4000;

  private final JdbcClient db;
  private final Queues queues = new Queues();

  Turns(JdbcClient db) {
    this.db = db;
  }

  /**
   * Takes the next turn for a handoff and writes it to the ledger; the team is locked until the
   * transaction ends, so that no turn is taken twice.
   *
   * @return empty when there is no candidate
   */
  public Optional<Person> take(String team, String handoffId, List<Person> candidates, Instant at) {
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    queues.enter(team);
    long turn = lockCounter(team) + 1;
    Map<String, Long> lastTurns = lastTurns(team, candidates);
    Person next =
        candidates.stream()
            .min(
                Comparator.comparingLong((Person rep) -> lastTurns.getOrDefault(rep.id(), 0L))
                    .thenComparing(Person::id))
            .orElseThrow();
    write(team, turn, handoffId, next, candidates, at);
    return Optional.of(next);
  }

  private long lockCounter(String team) {
    db.sql("insert into turn_counter (team, last_turn) values (:team, 0) on conflict do nothing")
        .param("team", team)
        .update();
    return db.sql("select last_turn from turn_counter where team = :team for update")
        .param("team", team)
        .query(Long.class)
        .single();
  }

  private Map<String, Long> lastTurns(String team, List<Person> candidates) {
    return db
        .sql(
            """
            select owner, max(turn) as last_turn from routing_entry
            where team = :team and owner in (:owners) group by owner
            """)
        .param("team", team)
        .param("owners", candidates.stream().map(Person::id).toList())
        .query((rs, row) -> Map.entry(rs.getString("owner"), rs.getLong("last_turn")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A note for whoever asks why; a crowd that doesn't fit must not stop the turn. */
  private static String names(List<Person> candidates) {
    String names = candidates.stream().map(Person::id).collect(Collectors.joining(","));
    return names.length() <= LONGEST_NOTE ? names : names.substring(0, LONGEST_NOTE - 1) + "…";
  }

  private void write(
      String team, long turn, String handoffId, Person owner, List<Person> candidates, Instant at) {
    db.sql("update turn_counter set last_turn = :turn where team = :team")
        .param("turn", turn)
        .param("team", team)
        .update();
    db.sql(
            """
            insert into routing_entry (handoff_id, team, turn, owner, candidates, routed_at)
            values (:handoffId, :team, :turn, :owner, :candidates, :at)
            """)
        .param("handoffId", handoffId)
        .param("team", team)
        .param("turn", turn)
        .param("owner", owner.id())
        .param("candidates", names(candidates))
        .param("at", Timestamp.from(at))
        .update();
  }
}
