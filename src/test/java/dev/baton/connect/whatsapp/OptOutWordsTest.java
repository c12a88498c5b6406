package dev.baton.connect.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutWordsTest {
  private final OptOutWords words = new OptOutWords();

  @ParameterizedTest
  @CsvSource({
    "STOP, en",
    "' Stop! ', en",
    "Stopp, de",
    "ABMELDEN., de",
    "Keine Nachrichten mehr, de",
    "ARRÊTER, fr",
    "baja, es",
    "Cancella, it",
    "Afmelden 🙏, nl",
    "sair, pt"
  })
  void a_word_alone_opts_out_in_its_language(String written, String language) {
    assertThat(words.language(written)).contains(language);
    assertThat(words.confirmation(language)).contains("WhatsApp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Don't stop", "Stop by tomorrow?", "We want to cancel our old tool", "", "👍"})
  void a_sentence_that_has_such_a_word_is_an_answer(String written) {
    assertThat(words.language(written)).isEmpty();
  }
}
