package dev.baton.nurture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lead.Profile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
  private static final Profile NOBODY = new Profile(Map.of());

  private static Profile called(String firstName) {
    return new Profile(Map.of("firstName", firstName, "company", "Acme"));
  }

  @Test
  void a_missing_name_reads_as_if_nobody_had_asked_for_it() {
    assertThat(Placeholders.fill("Hello {firstName},", NOBODY)).isEqualTo("Hello,");
    assertThat(Placeholders.fill("Hello {firstName},", called("Ada"))).isEqualTo("Hello Ada,");
    assertThat(Placeholders.fill("at {company|companies like yours} too", NOBODY))
        .isEqualTo("at companies like yours too");
    assertThat(Placeholders.fill("at {company|companies like yours} too", called("Ada")))
        .isEqualTo("at Acme too");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "go to www.evil.example now",
        "win@evil.example",
        "evil.com",
        "<b>Ada</b>",
        "a/b",
        "A name that is longer than any name that anybody who is a person has had so far"
      })
  void what_is_no_name_is_left_out_so_that_our_mail_is_nobody_s_lure(String name) {
    assertThat(Placeholders.fill("Hello {firstName},", called(name))).isEqualTo("Hello,");
  }

  @Test
  void no_line_break_and_no_reference_of_a_pattern_comes_along() {
    assertThat(Placeholders.fill("Hello {firstName},", called("Ada\r\nBcc: all")))
        .isEqualTo("Hello Ada Bcc: all,");
    assertThat(Placeholders.fill("Hello {firstName},", called("$1 \\1"))).isEqualTo("Hello,");
    assertThat(Placeholders.fill("Hello {firstName},", called("Ka$h$1")))
        .isEqualTo("Hello Ka$h$1,");
  }

  @ParameterizedTest
  @CsvSource({
    "Hello {firstName}, 0",
    "{company|your team} and {industry}, 0",
    "Hello {first_name}, 1",
    "Hello {email}, 1",
    "Hello {firstName, 1",
    "Hello }, 1",
    "{} and {nickname|you}, 2"
  })
  void what_cannot_be_filled_is_named(String text, int unknown) {
    assertThat(Placeholders.unknown(text)).hasSize(unknown);
  }
}
