package dev.baton.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.input.FieldError;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a signal is of, and when it happened: what it can't do without. */
class LeadIdentityTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private static ParsedSignal of(Map<String, String> identities) {
    return SignalParser.read(signal(identities), Set.of("page_view"), NOW);
  }

  private static ObjectNode signal(Map<String, String> identities) {
    ObjectNode signal = new ObjectMapper().createObjectNode().put("type", "page_view");
    ObjectNode lead = signal.putObject("lead");
    identities.forEach(lead::put);
    return signal;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00A0", " ", "\t", "\u2003", "\u2009", "\u202F", "\u3000", "\u2028", "\u0085", "\u1680"
      })
  void white_space_of_any_kind_around_an_identity_is_cut_off(String blank) {
    ParsedSignal parsed = of(Map.of("email", blank + "Ada@acme.example" + blank + blank));

    assertThat(parsed.errors()).isEmpty();
    assertThat(parsed.warnings()).isEmpty();
    assertThat(parsed.draft().orElseThrow().contact().email()).isEqualTo("ada@acme.example");
    ParsedSignal other = of(Map.of("externalId", blank + "crm 1" + blank));
    assertThat(other.draft().orElseThrow().contact().externalId()).isEqualTo("crm 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        "\u200D",
        "\uFEFF",
        "\u00AD",
        "\u202E",
        "\u2060",
        "\u034F",
        "\u3164",
        "\uFE0F",
        "\u0007",
        "\u00A0",
        "\u2003",
        "\uDB40\uDC41",
        "\uE000"
      })
  void an_invisible_character_in_an_identity_is_refused_with_its_field(String invisible) {
    for (String field : Set.of("email", "externalId", "visitorId")) {
      ParsedSignal parsed = of(Map.of(field, "ad" + invisible + "a@acme.example"));

      assertThat(parsed.draft()).isEmpty();
      assertThat(parsed.errors())
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.field()).isEqualTo("lead." + field);
                assertThat(error.message()).endsWith("U+%04X".formatted(invisible.codePointAt(0)));
              });
    }
  }

  @Test
  void a_bad_identity_beside_a_good_one_is_left_out_with_a_warning() {
    ParsedSignal parsed = of(Map.of("email", "a,b@x.de", "externalId", "crm-1"));

    assertThat(parsed.draft().orElseThrow().contact().email()).isNull();
    assertThat(parsed.draft().orElseThrow().contact().externalId()).isEqualTo("crm-1");
    assertThat(parsed.warnings())
        .containsExactly(
            new FieldError("lead.email", "'a,b@x.de' is not an e-mail address; left out"));

    ParsedSignal other = of(Map.of("email", "ada@acme.example", "visitorId", "v\u200B1"));
    assertThat(other.draft().orElseThrow().contact().visitorId()).isNull();
    assertThat(other.warnings()).extracting(FieldError::field).containsExactly("lead.visitorId");
  }

  @Test
  void with_only_bad_identities_the_signal_is_nobodys_and_each_is_told() {
    ParsedSignal parsed = of(Map.of("email", "a,b@x.de", "externalId", "x".repeat(300)));

    assertThat(parsed.draft()).isEmpty();
    assertThat(parsed.errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("lead.email", "lead.externalId");
  }

  // When it happened

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T09:30:00+01:00, 2026-11-22T08:30:00Z",
    "2026-11-22T09:30:00+0100, 2026-11-22T08:30:00Z",
    "2026-11-22T09:30:00.123+01, 2026-11-22T08:30:00.123Z",
    "2026-11-22T09:30:00-0330, 2026-11-22T13:00:00Z",
    "2026-11-22T09:30Z, 2026-11-22T09:30:00Z",
    "2026-11-22t09:30:00z, 2026-11-22T09:30:00Z",
    "2026-11-22 09:30:00 +0100, 2026-11-22T08:30:00Z",
    "2026-11-22 09:30:00 UTC, 2026-11-22T09:30:00Z",
    "2026-11-22T09:30:00.5GMT, 2026-11-22T09:30:00.500Z",
    "1763803800000, 2025-11-22T09:30:00Z",
    "1763803800123, 2025-11-22T09:30:00.123Z"
  })
  void an_instant_that_can_not_be_misunderstood_is_taken(String said, Instant meant) {
    ObjectNode signal = signal(Map.of("email", "ada@acme.example")).put("occurredAt", said);
    assertThat(SignalParser.read(signal, Set.of("page_view"), NOW).draft().orElseThrow())
        .extracting(SignalDraft::occurredAt)
        .isEqualTo(meant);
  }

  @Test
  void milliseconds_may_be_a_number() {
    ObjectNode signal =
        signal(Map.of("email", "ada@acme.example")).put("occurredAt", 1_763_803_800_000L);
    assertThat(SignalParser.read(signal, Set.of("page_view"), NOW).draft().orElseThrow())
        .extracting(SignalDraft::occurredAt)
        .isEqualTo(Instant.parse("2025-11-22T09:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1763803800",
        "-1763803800000",
        "2026-11-22T09:30:00",
        "2026-11-22",
        "2026-02-30T00:00:00Z",
        "2026-11-22T09:30:00+01:00+0200",
        "2026-11-22T24:01:00Z",
        "2027-01-01T00:00:00Z",
        "1795903800000"
      })
  void an_instant_that_may_be_another_or_is_to_come_is_refused(String said) {
    ObjectNode signal = signal(Map.of("email", "ada@acme.example")).put("occurredAt", said);
    ParsedSignal parsed = SignalParser.read(signal, Set.of("page_view"), NOW);

    assertThat(parsed.draft()).isEmpty();
    assertThat(parsed.errors()).extracting(FieldError::field).containsExactly("occurredAt");
  }
}
