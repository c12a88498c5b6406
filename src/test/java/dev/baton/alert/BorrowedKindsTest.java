package dev.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.message.NoticeKind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was told under another kind's name before it had its own reads as its own. */
class BorrowedKindsTest {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("reminder attempt:1", "next_attempt"),
          Map.entry("reminder reminder:1", "reminder"),
          Map.entry("reassigned merged:h", "duplicate"),
          Map.entry("reassigned assigned:h:review:2", "reassigned"),
          Map.entry("intent joined:h:1", "merged"),
          Map.entry("reminder woke:h:ben", "cooling_off_end"),
          Map.entry("reassigned campaign:h:marc", "suppressed"),
          Map.entry("assigned contact:h", "contact_search"),
          Map.entry("reminder contact-late:h", "contact_reminder"),
          Map.entry("reminder rejections-decide:2026-11-24:mona", "rejection_reminder"),
          Map.entry("escalation rejections-late:2026-11-24:mona", "rejection_overdue"),
          Map.entry("reminder decision-soon:d:ben", "review_reminder"),
          Map.entry("escalation review-late:r:mona", "review_overdue"),
          Map.entry("review review:r:mona", "review"));

  @Test
  void in_h2() {
    org.h2.jdbcx.JdbcDataSource source = new org.h2.jdbcx.JdbcDataSource();
    source.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1;"
            + "INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT");
    get_their_own(source);
  }

  @Test
  void in_postgresql() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      get_their_own(postgres.getPostgresDatabase());
    }
  }

  private static void get_their_own(DataSource source) {
    Flyway.configure().dataSource(source).target("26").load().migrate();
    JdbcClient db = JdbcClient.create(source);
    KINDS.keySet().forEach(told -> add(db, told.split(" ", 2)[1], told.split(" ", 2)[0], "email"));
    add(db, "mail-1", "nurture", "lead");
    Flyway.configure().dataSource(source).load().migrate();

    KINDS.forEach(
        (told, kind) ->
            assertThat(of(db, "kind", told.split(" ", 2)[1] + ":email")).as(told).isEqualTo(kind));
    assertThat(KINDS.values())
        .isNotEmpty()
        .allSatisfy(word -> assertThat(NoticeKind.of(word)).isNotNull());
    assertThat(of(db, "mail_id", "mail-1:lead")).isEqualTo("mail-1");
    assertThat(of(db, "mail_id", "woke:h:ben:email")).isNull();
  }

  private static String of(JdbcClient db, String column, String key) {
    return db
        .sql("select %s from notice where notice_key = :key".formatted(column))
        .param("key", key)
        .query((row, number) -> row.getString(1))
        .stream()
        .toList()
        .get(0);
  }

  private static void add(JdbcClient db, String key, String kind, String channel) {
    db.sql(
            """
            insert into notice (notice_key, kind, channel, subject, body, pack, urgent, state,
              attempts, recorded_at, next_attempt_at)
            values (:key, :kind, :channel, 's', 'b', '{}', false, 'pending', 0, current_timestamp,
              current_timestamp)
            """)
        .param("key", key + ":" + channel)
        .param("kind", kind)
        .param("channel", channel)
        .update();
  }
}
