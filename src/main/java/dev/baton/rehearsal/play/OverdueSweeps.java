package dev.baton.rehearsal.play;

import dev.baton.handoff.assignment.AbsentOwners;
import dev.baton.handoff.assignment.FallbackQueueSweep;
import dev.baton.handoff.lifecycle.MissedDeadlines;
import dev.baton.handoff.notice.NextAttemptReminders;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application looks at each minute and no timer tells, of open handoffs. */
record OverdueSweeps(
    MissedDeadlines missed,
    NextAttemptReminders attempts,
    AbsentOwners absent,
    FallbackQueueSweep queue,
    JdbcClient db) {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  void sweep() {
    missed.notice();
    attempts.sweep();
    absent.sweep();
    queue.sweep();
  }

  /** Each quarter of an hour, and whenever an absence begins or ends or an attempt is planned. */
  NavigableSet<Instant> instants(Instant from, Instant until) {
    NavigableSet<Instant> instants = new TreeSet<>();
    long seconds = QUARTER.toSeconds();
    Instant next = Instant.ofEpochSecond((from.getEpochSecond() / seconds + 1) * seconds);
    for (; next.isBefore(until); next = next.plus(QUARTER)) {
      instants.add(next);
    }
    db
        .sql(
            """
            select from_at as at from absence
            union select to_at from absence where to_at is not null
            union select next_at from touch where next_at is not null
            """)
        .query((row, number) -> Sql.instant(row, "at"))
        .list()
        .stream()
        .filter(at -> at.isAfter(from) && at.isBefore(until))
        .forEach(instants::add);
    instants.add(until);
    return instants;
  }
}
