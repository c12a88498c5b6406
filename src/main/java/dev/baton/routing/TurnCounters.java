package dev.baton.routing;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counters of the turns that each team has given, in the table {@code turn_counter}. */
@Component
class TurnCounters {
  private final JdbcClient db;
  private final TeamLock lock = new TeamLock();

  TurnCounters(JdbcClient db) {
    this.db = db;
  }

  /** The last turn of a team, whose row stays locked until the transaction ends. */
  long lock(String team) {
    lock.enter(team);
    return find(team)
        .orElseGet(
            () -> {
              db.sql(
                      """
                      insert into turn_counter (team, last_turn) values (:team, 0)
                      on conflict do nothing
                      """)
                  .param("team", team)
                  .update();
              return find(team).orElseThrow();
            });
  }

  private Optional<Long> find(String team) {
    return db.sql("select last_turn from turn_counter where team = :team for update")
        .param("team", team)
        .query(Long.class)
        .optional();
  }

  void set(String team, long turn) {
    db.sql("update turn_counter set last_turn = :turn where team = :team")
        .param("turn", turn)
        .param("team", team)
        .update();
  }
}
