package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads that were merged before the open handoff was the last one. */
class OpenHandoffMigrationTest {
  @Test
  void the_open_handoff_becomes_the_last_and_the_others_keep_their_order() {
    try (HikariDataSource database = ScenarioDatabase.bare("open-handoff")) {
      Flyway.configure().dataSource(database).target("105").load().migrate();
      JdbcClient db = JdbcClient.create(database);
      lead(db, "merged", 2, 4);
      lead(db, "usual", 3, 3);
      lead(db, "closed", 0, 2);

      Flyway.configure().dataSource(database).load().migrate();

      assertThat(cycles(db, "merged"))
          .containsExactlyInAnyOrderEntriesOf(Map.of(1, 1, 2, 4, 3, 2, 4, 3));
      assertThat(cycles(db, "usual")).containsExactlyInAnyOrderEntriesOf(Map.of(1, 1, 2, 2, 3, 3));
      assertThat(cycles(db, "closed")).containsExactlyInAnyOrderEntriesOf(Map.of(1, 1, 2, 2));
    }
  }

  private static void lead(JdbcClient db, String lead, int open, int handoffs) {
    db.sql(
            """
            insert into lead (id, identified, created_at)
            values (:id, true, timestamp with time zone '2026-03-02 09:00:00+00')
            """)
        .param("id", lead)
        .update();
    for (int cycle = 1; cycle <= handoffs; cycle++) {
      db.sql(
              """
              insert into handoff (id, lead_id, is_open, cycle, channel, hand_raise, state, since,
                model, mql_at)
              values (:id, :lead, cast(:open as boolean), :cycle, 'inbound', false, 'REVIEW',
                timestamp with time zone '2026-03-02 09:00:00+00', 'two-axis',
                timestamp with time zone '2026-03-02 09:00:00+00')
              """)
          .param("id", lead + cycle)
          .param("lead", lead)
          .param("open", cycle == open ? Boolean.TRUE : null)
          .param("cycle", cycle)
          .update();
    }
  }

  /** By what each was before. */
  private static Map<Integer, Integer> cycles(JdbcClient db, String lead) {
    Map<Integer, Integer> cycles = new HashMap<>();
    db.sql("select id, cycle from handoff where lead_id = :lead")
        .param("lead", lead)
        .query(
            row -> {
              String id = row.getString("id");
              cycles.put(Integer.parseInt(id.substring(lead.length())), row.getInt("cycle"));
            });
    return cycles;
  }
}
