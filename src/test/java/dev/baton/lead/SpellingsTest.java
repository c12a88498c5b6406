package dev.baton.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.MigratedDatabase;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
}
