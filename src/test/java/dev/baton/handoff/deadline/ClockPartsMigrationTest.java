package dev.baton.handoff.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.handoff.ScenarioDatabase;
import dev.baton.handoff.record.Handoffs;
import dev.baton.sla.ElapsedTime;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clocks that ran before their time was cut into parts. */
class ClockPartsMigrationTest {

  @Test
  void what_happened_before_is_the_owners_time_and_not_lost() {
    try (HikariDataSource database = ScenarioDatabase.bare("clock-parts")) {
      Flyway.configure().dataSource(database).target("11").load().migrate();
      JdbcClient db = JdbcClient.create(database);
      db.sql(
              """
              insert into lead (id, identified, created_at)
              values ('l1', true, timestamp with time zone '2026-03-02 09:00:00+00')
              """)
          .update();
      db.sql(
              """
              insert into handoff (id, lead_id, open_one, cycle, channel, hand_raise, state, since,
                model, mql_at)
              values ('h1', 'l1', true, 1, 'inbound', false, 'REVIEW',
                timestamp with time zone '2026-03-02 09:00:00+00', 'two-axis',
                timestamp with time zone '2026-03-02 09:00:00+00')
              """)
          .update();
      db.sql(
              """
              insert into deadline (handoff_id, clock, round, owner, started_at, due_at)
              values
                ('h1', 'review', 1, 'ben', timestamp with time zone '2026-03-02 09:00:00+00',
                  timestamp with time zone '2026-03-03 09:00:00+00'),
                ('h1', 'route', 1, null, timestamp with time zone '2026-03-02 09:00:00+00',
                  timestamp with time zone '2026-03-02 09:05:00+00')
              """)
          .update();

      Flyway.configure().dataSource(database).load().migrate();

      List<Deadline> clocks =
          new Deadlines(
                  db,
                  new Handoffs(db, mock(Stages.class)),
                  new DueChanges(db),
                  fact -> {},
                  Clock.systemUTC())
              .of("h1");
      Instant now = Instant.parse("2026-03-02T10:00:00Z");
      assertThat(clocks)
          .extracting(
              clock ->
                  ElapsedTime.of(
                      clock.start().startedAt(),
                      clock.start().recordedAt(),
                      clock.start().ownedAt(),
                      now,
                      List.of(),
                      null))
          .containsExactly(
              elapsed(Duration.ZERO, Duration.ofHours(1)),
              elapsed(Duration.ofHours(1), Duration.ZERO));
    }
  }

  private static ElapsedTime elapsed(Duration queue, Duration business) {
    return new ElapsedTime(Duration.ZERO, queue, business, Duration.ZERO, Duration.ZERO);
  }
}
