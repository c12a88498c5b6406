package dev.baton.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Accept the lead | Lead annehmen",
        "longer than 4000 characters | länger als 4000 Zeichen",
        "Told {1} $2 about the lead | {1} $2 über den Lead informiert",
        "'maybe' is not one of accept, reject | „maybe“ ist keines von: accept, reject",
        "This handoff waits for its first touch | Als Nächstes steht an: Erstkontakt",
        "This handoff waits for its review; rita answered the qualification"
            + " | Als Nächstes steht an: Prüfung; rita hat schon geantwortet (Qualifizierung)",
        "What a company has written itself | What a company has written itself",
      })
  void a_sentence_is_found_by_its_english_whatever_it_names(String english, String german) {
    assertThat(Sentences.in(Locale.GERMAN, english)).isEqualTo(german);
    assertThat(Sentences.in(Locale.GERMANY, english)).isEqualTo(german);
    assertThat(Sentences.in(Locale.ENGLISH, english)).isEqualTo(english);
    assertThat(Sentences.in(Locale.UK, english)).isEqualTo(english);
  }

  @Test
  void a_language_that_nobody_translated_to_is_said_in_english() {
    assertThat(Sentences.in(Locale.FRENCH, "Accept the lead")).isEqualTo("Accept the lead");
  }
}
