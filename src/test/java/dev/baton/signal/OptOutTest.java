package dev.baton.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is written to who said no, in whatever words. */
class OptOutTest {
  private static final Map<String, String> NOTHING_AT_ALL =
      Map.of("consent.email", "false", "consent.phone", "false", "consent.whatsapp", "false");

  private static ParsedSignal signal(String json) {
    try {
      return SignalParser.read(
          new ObjectMapper().readTree(json), Set.of("page_view"), Instant.now());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ParsedSignal lead(String fields) {
    return signal(
        "{\"type\":\"page_view\",\"lead\":{\"email\":\"ada@acme.example\",%s}}".formatted(fields));
  }

  private static Map<String, String> profile(ParsedSignal parsed) {
    return parsed.draft().orElseThrow().profile();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"consent\":{\"mail\":false}', email",
        "'\"consent\":{\"newsletter\":\"no\"}', email",
        "'\"consent\":{\"e-mail\":0}', email",
        "'\"consent\":{\"emailOptOut\":true}', email",
        "'\"consent\":{\"sms\":false}', phone",
        "'\"consent\":{\"doNotCall\":true}', phone",
        "'\"consent\":{\"WhatsApp\":false}', whatsapp",
        "'\"hasOptedOutOfEmail\":true', email",
        "'\"hs_email_optout\":\"true\"', email",
        "'\"emailOptIn\":false', email",
        "'\"newsletter\":\"nein\"', email",
        "'\"doNotCall\":1', phone"
      })
  void what_looks_like_an_opt_out_of_one_way_is_one(String fields, String way) {
    ParsedSignal parsed = lead(fields);

    assertThat(profile(parsed)).isEqualTo(Map.of("consent." + way, "false"));
    assertThat(parsed.warnings())
        .singleElement()
        .satisfies(
            warning -> assertThat(warning.message()).startsWith("Taken as an opt-out of " + way));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"consent\":false",
        "\"consent\":\"no\"",
        "\"consent\":\"opted-out\"",
        "\"consent\":{\"marketing\":false}",
        "\"consent\":{\"all\":\"denied\"}",
        "\"consent\":{\"gdpr\":{\"granted\":false}}",
        "\"consent\":{\"optOut\":true}",
        "\"unsubscribed\":true",
        "\"doNotContact\":\"yes\""
      })
  void an_opt_out_that_names_no_way_is_one_of_all(String fields) {
    assertThat(profile(lead(fields))).isEqualTo(NOTHING_AT_ALL);
  }

  @Test
  void a_no_wins_over_a_yes_beside_it() {
    ParsedSignal parsed = lead("\"consent\":{\"email\":true,\"mail\":false}");

    assertThat(profile(parsed)).isEqualTo(Map.of("consent.email", "false"));
  }

  @Test
  void a_consent_outside_the_lead_is_heard_when_it_is_a_no() {
    ParsedSignal parsed =
        signal(
            "{\"type\":\"page_view\",\"lead\":{\"email\":\"a@acme.example\"},"
                + "\"consent\":{\"email\":false}}");

    assertThat(profile(parsed)).isEqualTo(NOTHING_AT_ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"consent\":{\"mail\":true}",
        "\"consent\":{\"marketing\":\"yes\"}",
        "\"newsletter\":true",
        "\"optOut\":false",
        "\"isStudent\":false"
      })
  void an_unknown_field_is_never_a_yes_and_is_told(String fields) {
    ParsedSignal parsed = lead(fields);

    assertThat(profile(parsed)).isEmpty();
    assertThat(parsed.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).isEqualTo("Unknown field, ignored"));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "'\"true\"', true", "1, true", "false, false", "'\"no\"', false"})
  void a_known_way_is_said_plainly(String said, String kept) {
    ParsedSignal parsed = lead("\"consent\":{\"email\":%s}".formatted(said));

    assertThat(parsed.warnings()).isEmpty();
    assertThat(profile(parsed)).isEqualTo(Map.of("consent.email", kept));
  }
}
