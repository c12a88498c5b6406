package dev.baton.signal;

import dev.baton.engine.DecisionFailure;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signals that wait for their score until a decision table is mended. */
@Component
public class UnscoredSignals {
  private static final int LONGEST_WHY = 1000;

  private final JdbcClient db;

  UnscoredSignals(JdbcClient db) {
    this.db = db;
  }

  /** One of them. */
  record Unscored(String sender, String signalId) {}

  /**
   * Why signals wait.
   *
   * @param row the row of the table that is to blame, where one is
   * @param why the sentence of the failure
   * @param since when the first of them failed
   */
  public record Cause(
      String decision, @Nullable String row, String why, Instant since, long signals) {}

  void add(String sender, Signal signal, DecisionFailure failure) {
    db.sql(
            """
            insert into unscored_signal
              (sender, signal_id, decision, decision_row, why, failed_at, tried_at)
            values (:sender, :id, :decision, :row, :why, :at, :at)
            """)
        .param("sender", sender)
        .param("id", signal.id())
        .param("decision", failure.table())
        .param("row", failure.row().orElse(null))
        .param("why", why(failure))
        .param("at", Sql.timestamp(signal.recordedAt()))
        .update();
  }

  /** Those that waited longest for an attempt, so that one that fails again keeps nobody back. */
  List<Unscored> longestUntried(int most) {
    return db.sql(
            """
            select u.sender, u.signal_id from unscored_signal u
            join signal s on s.sender = u.sender and s.signal_id = u.signal_id
            order by u.tried_at, s.recorded_at, s.id
            fetch first :most rows only
            """)
        .param("most", most)
        .query(RecordRows.of(Unscored.class))
        .list();
  }

  /** Takes one off the list; false when another node was faster. */
  boolean remove(Unscored unscored) {
    return db.sql("delete from unscored_signal where sender = :sender and signal_id = :id")
            .param("sender", unscored.sender())
            .param("id", unscored.signalId())
            .update()
        == 1;
  }

  /** Whatever it failed of, the others come first now. */
  void tried(Unscored unscored, Instant at) {
    db.sql(
            """
            update unscored_signal set tried_at = :at
            where sender = :sender and signal_id = :id
            """)
        .param("at", Sql.timestamp(at))
        .param("sender", unscored.sender())
        .param("id", unscored.signalId())
        .update();
  }

  void failedAgain(Unscored unscored, DecisionFailure failure) {
    db.sql(
            """
            update unscored_signal set decision = :decision, decision_row = :row, why = :why
            where sender = :sender and signal_id = :id
            """)
        .param("decision", failure.table())
        .param("row", failure.row().orElse(null))
        .param("why", why(failure))
        .param("sender", unscored.sender())
        .param("id", unscored.signalId())
        .update();
  }

  /** Why signals wait now, one for each table. */
  public List<Cause> causes() {
    return db.sql(
            """
            select decision, min(decision_row) as decision_row, min(why) as why,
              min(failed_at) as since, count(*) as signals
            from unscored_signal group by decision order by decision
            """)
        .query(
            (rs, row) ->
                new Cause(
                    rs.getString("decision"),
                    rs.getString("decision_row"),
                    rs.getString("why"),
                    Sql.instant(rs, "since"),
                    rs.getLong("signals")))
        .list();
  }

  private static String why(DecisionFailure failure) {
    String why = failure.sentence();
    return why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) : why;
  }
}
