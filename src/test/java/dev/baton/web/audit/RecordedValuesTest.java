package dev.baton.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.people.Team;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the audit recorded, as people read it. */
class RecordedValuesTest {
  private static final String PERSON =
      "sales, team north, Europe/Berlin, active, RoutingTerms[hours=null, calendar=de,"
          + " skills=[api, de], weight=2, dailyCap=3, openCap=null], new password";

  private final RecordedValues values = new RecordedValues();

  @AfterEach
  void leave() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void names_of_ours_are_words_and_what_is_not_set_is_left_out() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(values.said(PERSON))
        .isEqualTo(
            "sales, team north, Europe/Berlin, active, calendar: de, skills: [api, de], weight: 2,"
                + " daily cap: 3, new password");
    assertThat(values.said(new Team("north", "North", null).toString()))
        .isEqualTo("id: north, name: North, pool: no");
    assertThat(values.said(null)).isEmpty();
    assertThat(values.said("what [somebody, wrote")).isEqualTo("what [somebody, wrote");
  }

  @Test
  void they_are_said_in_the_language_of_the_page() {
    LocaleContextHolder.setLocale(Locale.GERMAN);
    assertThat(values.said(PERSON))
        .isEqualTo(
            "Vertrieb, Team north, Europe/Berlin, aktiv, Kalender: de, Fähigkeiten: [api, de],"
                + " Gewicht: 2, Tagesgrenze: 3, neues Passwort");
  }
}
