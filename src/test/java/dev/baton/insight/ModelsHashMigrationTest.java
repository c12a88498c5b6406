package dev.baton.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.handoff.ScenarioDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures that were counted before the hash of what judged was kept. */
class ModelsHashMigrationTest {

  @Test
  void what_was_folded_before_is_folded_anew_so_that_the_new_cut_holds_it_too() {
    try (HikariDataSource database = ScenarioDatabase.bare("models-hash")) {
      Flyway.configure().dataSource(database).target("42").load().migrate();
      JdbcClient db = JdbcClient.create(database);
      db.sql(
              """
              insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at, model)
              values ('h1', 'MQL', 'l1', timestamp with time zone '2026-03-02 09:00:00+00',
                timestamp with time zone '2026-03-02 09:00:00+00', 'two-axis v1')
              """)
          .update();
      db.sql(
              """
              insert into roll_up (figure, dimension, span, starts, row_key, measure, n)
              values ('COHORT', 'channel', 'DAY', date '2026-03-02', '(none)', 'mql', 1)
              """)
          .update();

      Flyway.configure().dataSource(database).load().migrate();

      assertThat(db.sql("select count(*) from roll_up").query(Long.class).single()).isZero();
      assertThat(
              db.sql("select weight || ' ' || stage from funnel_change").query(String.class).list())
          .containsExactly("1 MQL");
    }
  }
}
