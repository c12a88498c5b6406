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
        "1,234 of 5,678 leads are MQL: 71.5 % of those who came in the last 3 months. Above 20 % the"
            + " line is too loose, and sales gets people who are not ready yet. Raise the score that"
            + " makes an MQL, or give fewer points for easy signals; the page Signals shows which of"
            + " them those had shown who became SQL."
            + " | 1.234 von 5.678 Leads sind MQL: 71,5 % von denen, die in den letzten 3 Monaten"
            + " kamen. Über 20 % ist die Schwelle zu niedrig, und der Vertrieb bekommt Menschen, die"
            + " noch nicht so weit sind. Heben Sie den Score an, ab dem jemand MQL ist, oder geben"
            + " Sie weniger Punkte für einfache Signale; die Seite Signale zeigt, welche davon die"
            + " späteren SQL gezeigt hatten.",
        "In the same number of days before, 83.3 % of 18 were met."
            + " | In ebenso vielen Tagen davor wurden 83,3 % von 18 eingehalten.",
        "0 of 1,200 MQL; company size, industry and title are never sent. That is so for everybody"
            + " who became a lead in the last 3 months, and without them hardly anybody reaches the"
            + " line. Have your forms and systems send them with each signal."
            + " | 0 von 1.200 sind MQL; diese Angaben kommen nie an: Unternehmensgröße, Branche und"
            + " Position. Das gilt für alle, die in den letzten 3 Monaten Lead wurden, und ohne sie"
            + " erreicht kaum jemand die Schwelle. Lassen Sie Ihre Formulare und Systeme sie mit"
            + " jedem Signal senden.",
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
