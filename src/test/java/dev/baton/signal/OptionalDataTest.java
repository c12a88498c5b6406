package dev.baton.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.input.FieldError;
import dev.baton.lead.CompanySize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a signal can do without never costs it (rule R20). */
class OptionalDataTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  /** A demo request with some fields other than usual, as JSON. */
  private static ParsedSignal demo(String ofLead, String ofSignal) {
    String json =
        "{\"type\":\"demo_requested\",\"lead\":{\"email\":\"ada@acme.example\"%s}%s}"
            .formatted(ofLead, ofSignal);
    try {
      return SignalParser.read(new ObjectMapper().readTree(json), Set.of("demo_requested"), NOW);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ParsedSignal lead(String fields) {
    return demo("," + fields, "");
  }

  private static Map<String, String> profile(ParsedSignal parsed) {
    return parsed.draft().orElseThrow().profile();
  }

  private static List<String> warned(ParsedSignal parsed) {
    return parsed.warnings().stream().map(FieldError::field).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"techStack\":\"Java\"",
        "\"techStack\":{\"a\":1}",
        "\"techStack\":[{\"a\":1},[2]]",
        "\"consent\":\"maybe\"",
        "\"consent\":[1]",
        "\"consent\":{\"at\":\"soon\"}",
        "\"consent\":{\"at\":\"2150-01-01T00:00:00Z\"}",
        "\"consent\":{\"text\":{}}",
        "\"consent\":{\"email\":\"maybe\"}",
        "\"companySize\":\"many\"",
        "\"companySize\":-1",
        "\"companySize\":12.5",
        "\"companySize\":[50]",
        "\"companySize\":true",
        "\"companySize\":\"1e3\"",
        "\"companySize\":1e400",
        "\"companySize\":\"99999999999\"",
        "\"companySize\":\"200-51\"",
        "\"domain\":\"Acme GmbH\"",
        "\"domain\":\"acme\"",
        "\"domain\":\"co.uk\"",
        "\"domain\":{}",
        "\"phone\":[1]",
        "\"firstName\":{}",
        "\"firstName\":\"{{first_name}}\"",
        "\"jobTitle\":[]",
        "\"industry\":\"Select\"",
        "\"country\":\"- please select -\"",
        "\"shoeSize\":44"
      })
  void what_is_said_of_a_lead_never_costs_its_demo_request(String fields) {
    ParsedSignal parsed = lead(fields);

    assertThat(parsed.errors()).isEmpty();
    assertThat(parsed.draft()).isPresent();
    assertThat(parsed.warnings()).isNotEmpty();
    assertThat(warned(parsed)).isNotEmpty().allMatch(field -> field.startsWith("lead."));
    assertThat(profile(parsed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"properties\":7",
        "\"properties\":[]",
        "\"channel\":\"sideways\"",
        "\"channel\":{}",
        "\"source\":[]",
        "\"source\":\"n/a\"",
        "\"campaign\":\"--None--\"",
        "\"mood\":\"fine\""
      })
  void what_is_said_of_a_signal_never_costs_it(String fields) {
    ParsedSignal parsed = demo("", "," + fields);

    assertThat(parsed.errors()).isEmpty();
    assertThat(parsed.warnings()).hasSize(1);
    assertThat(parsed.draft().orElseThrow().origin()).isEqualTo(SignalOrigin.UNKNOWN);
    assertThat(parsed.draft().orElseThrow().properties()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"firstName", "jobTitle", "phone", "company", "domain", "companySize"})
  void a_text_that_is_too_long_is_left_out(String field) {
    ParsedSignal parsed = lead("\"%s\":\"%s\"".formatted(field, "1".repeat(5000)));

    assertThat(warned(parsed)).containsExactly("lead." + field);
    assertThat(profile(parsed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"companySize\":\"\"", "\"companySize\":null", "\"industry\":\"  \""})
  void what_is_empty_is_absent(String fields) {
    ParsedSignal parsed = lead(fields);

    assertThat(parsed.warnings()).isEmpty();
    assertThat(profile(parsed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | 120",
        "0 | 0",
        "51-200 | 51",
        "51–200 employees | 51",
        "501 to 1,000 | 501",
        "201 bis 500 Mitarbeiter | 201",
        "1.001-5.000 | 1001",
        "10,001+ | 10001",
        "10K+ | 10000",
        "1k-5k | 1000",
        "> 500 | 500",
        "ca. 250 | 250",
        "über 300 Mitarbeiter:innen | 300",
        "more than 20 people | 20",
        "up to 10 | 1",
        "< 50 | 1"
      })
  void a_range_of_company_sizes_counts_by_its_lower_bound_and_is_kept_as_it_was_said(
      String said, int counted) {
    ParsedSignal parsed = lead("\"companySize\":\"%s\"".formatted(said));

    assertThat(parsed.warnings()).isEmpty();
    assertThat(profile(parsed)).containsEntry("companySize", said);
    assertThat(CompanySize.lowerBound(said)).contains(counted);
  }

  @Test
  void a_number_is_as_good_as_its_text() {
    assertThat(profile(lead("\"companySize\":120,\"phone\":4930123456"))) //
        .isEqualTo(Map.of("companySize", "120", "phone", "4930123456"));
  }

  @Test
  void the_good_names_of_a_list_are_kept_beside_what_is_none() {
    ParsedSignal parsed = lead("\"techStack\":[\"Java\",{\"a\":1},null,5]");

    assertThat(profile(parsed)).containsEntry("techStack", "Java, 5");
    assertThat(warned(parsed)).containsExactly("lead.techStack", "lead.techStack");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Select",
        "SELECT",
        "-- Select --",
        "Please select…",
        "n/a",
        "N/A",
        "-",
        "--",
        "None",
        "null",
        "undefined",
        "Bitte wählen",
        "k.A.",
        "Sélectionner",
        "(none)",
        "?",
        "%%industry%%"
      })
  void a_placeholder_is_absent_and_told(String word) {
    ParsedSignal parsed = lead("\"industry\":\"%s\"".formatted(word));

    assertThat(warned(parsed)).containsExactly("lead.industry");
    assertThat(profile(parsed)).isEmpty();
  }

  @Test
  void whoever_is_called_null_keeps_the_name_and_namibia_is_a_country() {
    ParsedSignal parsed = lead("\"lastName\":\"Null\",\"country\":\"NA\"");

    assertThat(parsed.warnings()).isEmpty();
    assertThat(profile(parsed)).isEqualTo(Map.of("lastName", "Null", "country", "NA"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.acme.example/path?q=1#top, acme.example",
    "www.acme.example, acme.example",
    "HTTP://Shop.Acme.co.uk:8080, acme.co.uk",
    "//acme.example, acme.example",
    "info@acme.example, acme.example",
    "acme.example., acme.example",
    "www.müller.example, xn--mller-kva.example"
  })
  void a_web_address_is_reduced_to_the_domain_that_a_company_registers_with_a_warning(
      String said, String domain) {
    ParsedSignal parsed = lead("\"domain\":\"%s\"".formatted(said));

    assertThat(profile(parsed)).containsEntry("domain", domain);
    assertThat(parsed.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains(said, domain));
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme.example", "acme.co.uk", "ACME.example", "xn--mller-kva.example"})
  void a_plain_domain_is_taken_without_a_word(String said) {
    ParsedSignal parsed = lead("\"domain\":\"%s\"".formatted(said));

    assertThat(parsed.warnings()).isEmpty();
    assertThat(profile(parsed)).containsEntry("domain", said.toLowerCase());
  }
}
