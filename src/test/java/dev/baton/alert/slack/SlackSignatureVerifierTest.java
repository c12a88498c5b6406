package dev.baton.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.MovableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSignatureVerifierTest {
  /** The example of Slack's page on verifying requests. */
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final String TIMESTAMP = "1531420618";
  private static final String BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
          + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

  private final AlertTestBed office = new AlertTestBed();
  private final MovableClock realTime = new MovableClock("2018-07-12T18:36:58Z");
  private final SlackSignatureVerifier signatures =
      new SlackSignatureVerifier(() -> Optional.of(SECRET), office.jdbc, realTime);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void the_example_of_slacks_documentation_is_good() {
    assertThat(signatures.isGood(TIMESTAMP, SIGNATURE, BODY)).isTrue();
  }

  @Test
  void one_other_byte_anywhere_is_a_forgery() {
    assertThat(signatures.isGood(TIMESTAMP, SIGNATURE, BODY + "&")).isFalse();
    assertThat(signatures.isGood(TIMESTAMP, SIGNATURE.replace('3', '4'), BODY)).isFalse();
    assertThat(signatures.isGood("1531420619", SIGNATURE, BODY)).isFalse();
    assertThat(
            new SlackSignatureVerifier(() -> Optional.of("other"), office.jdbc, realTime)
                .isGood(TIMESTAMP, SIGNATURE, BODY))
        .isFalse();
  }

  @Test
  void five_minutes_off_in_either_direction_is_the_most() {
    realTime.advance(Duration.ofSeconds(300));
    assertThat(signatures.isGood(TIMESTAMP, SIGNATURE, BODY)).isTrue();
    realTime.advance(Duration.ofSeconds(1));
    assertThat(signatures.isGood(TIMESTAMP, SIGNATURE, BODY)).as("late").isFalse();
    realTime.advance(Duration.ofSeconds(-601));
    assertThat(signatures.isGood(TIMESTAMP, SIGNATURE, BODY)).isTrue();
    realTime.advance(Duration.ofSeconds(-1));
    assertThat(signatures.isGood(TIMESTAMP, SIGNATURE, BODY)).as("early").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1531420618", "1531420618.0", "99999999999999999999"})
  void a_timestamp_that_is_none_is_refused_even_when_it_is_signed(String timestamp) {
    String signed = new SlackSignature.Generator(SECRET).generate(timestamp, BODY);
    assertThat(signatures.isGood(timestamp, signed, BODY)).isFalse();
  }

  @Test
  void what_carries_no_signature_is_refused() {
    assertThat(signatures.isGood(null, SIGNATURE, BODY)).isFalse();
    assertThat(signatures.isGood(TIMESTAMP, null, BODY)).isFalse();
    assertThat(signatures.isGood(TIMESTAMP, "", BODY)).isFalse();
  }

  @Test
  void a_signature_is_taken_once_on_all_nodes_and_forgotten_when_it_is_too_old_anyway() {
    SlackSignatureVerifier otherNode =
        new SlackSignatureVerifier(() -> Optional.of(SECRET), office.jdbc, realTime);
    assertThat(signatures.take(SIGNATURE)).isTrue();
    assertThat(signatures.take(SIGNATURE)).isFalse();
    assertThat(otherNode.take(SIGNATURE)).isFalse();

    realTime.advance(Duration.ofMinutes(10));
    assertThat(otherNode.take(SIGNATURE)).isFalse();
    realTime.advance(Duration.ofSeconds(1));
    assertThat(otherNode.take("v0=another")).isTrue();
    assertThat(office.jdbc.sql("select signature from slack_signature").query(String.class).list())
        .containsExactly("v0=another");
  }
}
