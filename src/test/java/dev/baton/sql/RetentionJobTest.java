package dev.baton.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionJobTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @ParameterizedTest
  @MethodSource("dev.baton.sql.SqlTest#databases")
  void old_rows_go_however_many_and_one_room_keeps_no_other_back(Supplier<DataSource> database) {
    JdbcClient db = JdbcClient.create(database.get());
    for (int at = 0; at < 2 * RetentionJob.CHUNK + 1; at++) {
      token(db, "old-" + at, NOW.minus(Duration.ofDays(91)));
    }
    token(db, "young", NOW.minus(Duration.ofDays(90)));
    token(db, "used", null);

    new RetentionJob(
            db,
            List.of(
                new ExpiredRows("none", "no_such_table", "id", "at < :before", Duration.ofDays(1)),
                new ExpiredRows(
                    "tokens", "api_token", "id", "revoked_at < :before", Duration.ofDays(90))),
            Clock.fixed(NOW, ZoneOffset.UTC))
        .deleteExpired();

    assertThat(db.sql("select id from api_token order by id").query(String.class).list())
        .containsExactly("used", "young");
  }

  private static void token(JdbcClient db, String id, Instant revoked) {
    db.sql(
            "insert into api_token (id, name, hash, created_by, created_at, revoked_at)"
                + " values (?, 'form', ?, 'ada', current_timestamp, ?)")
        .params(id, id, Sql.timestampOrNull(revoked))
        .update();
  }
}
