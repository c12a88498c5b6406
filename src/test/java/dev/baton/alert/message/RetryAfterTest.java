package dev.baton.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, 30",
        "'', 30",
        "0, 1",
        "7, 7",
        "' 7 ', 7",
        "-5, 30",
        "1.5, 30",
        "soon, 30",
        "86400, 3600",
        "99999999999999999999, 3600",
        "'Wed, 21 Oct 2015 07:28:00 GMT', 1",
        "'Wed, 21 Oct 2195 07:28:00 GMT', 3600",
        "'Wed, 99 Oct 2195 07:28:00 GMT', 30"
      })
  void what_a_peer_says_is_kept_within_an_hour_and_half_a_minute_where_it_says_nothing(
      String header, long seconds) {
    assertThat(RetryAfter.parse(header)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void a_date_is_as_good_as_seconds() {
    ZonedDateTime inTenMinutes = Instant.now().plusSeconds(600).atZone(ZoneOffset.UTC);

    Duration wait = RetryAfter.parse(DateTimeFormatter.RFC_1123_DATE_TIME.format(inTenMinutes));

    assertThat(wait).isBetween(Duration.ofSeconds(590), Duration.ofSeconds(600));
  }
}
