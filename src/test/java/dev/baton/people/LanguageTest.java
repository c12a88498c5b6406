package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which language a lead is written. */
class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "de, US, DE",
    "de-AT, , DE",
    "DE_ch, , DE",
    "German, , DE",
    "deutsch, , DE",
    "en, DE, EN",
    "English, AT, EN",
    "fr, CH, EN",
    "denglish, , EN",
    "' ', DE, DE",
    ", de, DE",
    ", AT, DE",
    ", CH, DE",
    ", LI, DE",
    ", US, EN",
    ", , EN"
  })
  void what_a_lead_named_counts_before_its_country(String told, String country, Language expected) {
    assertThat(Language.ofLead(Optional.ofNullable(told), Optional.ofNullable(country)))
        .isEqualTo(expected);
  }
}
