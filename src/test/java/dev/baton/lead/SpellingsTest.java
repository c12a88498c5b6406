package dev.baton.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.MigratedDatabase;
import dev.baton.sql.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sources and campaigns are compared without case and blanks and shown as first written. */
class SpellingsTest {

  static Stream<DataSource> databases() {
    return Stream.of(MigratedDatabase.h2(), MigratedDatabase.postgresql());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void the_first_spelling_shows_on_every_node(DataSource database) {
    Spellings one = new Spellings(JdbcClient.create(database));
    Spellings other = new Spellings(JdbcClient.create(database));

    assertThat(one.source("Google Ads")).isEqualTo("Google Ads");
    for (String spelling :
        List.of("google ads", "GOOGLE ADS", "GoogleAds", " google\u00A0ads", "Google Ads")) {
      assertThat(one.source(spelling)).isEqualTo("Google Ads");
      assertThat(other.source(spelling)).isEqualTo("Google Ads");
    }
    assertThat(one.source("Google")).isEqualTo("Google");
    assertThat(one.campaign("google ads")).isEqualTo("google ads");
    assertThat(one.source(null)).isNull();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void what_was_written_before_the_update_shows_as_it_was_first_written(DataSource database) {
    JdbcClient db = JdbcClient.create(database);
    db.sql(
            """
            insert into lead (id, identified, created_at)
            values ('l', true, timestamp with time zone '2026-01-01 00:00:00+00')
            """)
        .update();
    List<String> sources = List.of("google ads", "Google Ads", "Trade fair", "GOOGLE ADS");
    for (int day = 0; day < sources.size(); day++) {
      db.sql(
              """
              insert into signal (sender, signal_id, lead_id, type, occurred_at, recorded_at,
                known_at, source, campaign, properties, content_hash)
              values ('s', :id, 'l', 'page_view', :at, :at, :at, :source, :source, '{}', 'h')
              """)
          .param("id", String.valueOf(day))
          .param(
              "at",
              Sql.timestamp(Instant.parse("2026-03-09T00:00:00Z").minus(Duration.ofDays(day))))
          .param("source", sources.get(day))
          .update();
    }
    statements("V28__spelling.sql")
        .filter(sql -> sql.strip().startsWith("insert"))
        .forEach(sql -> db.sql(sql).update());

    Spellings spellings = new Spellings(db);
    assertThat(spellings.source("Google ads")).isEqualTo("GOOGLE ADS");
    assertThat(spellings.campaign("googleads")).isEqualTo("GOOGLE ADS");
    assertThat(spellings.source("trade FAIR")).isEqualTo("Trade fair");
  }

  private static Stream<String> statements(String migration) {
    try {
      return Stream.of(
          new ClassPathResource("db/migration/" + migration)
              .getContentAsString(StandardCharsets.UTF_8)
              .split(";"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
