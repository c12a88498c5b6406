package dev.baton.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a language model's text may hold. */
class TextCheckTest {
  private static final List<String> KNOWN =
      List.of(
          "Hello Ada, write to rita@baton.example or call +49 30 123456.",
          "news: https://news.example/about/acme.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello Ada, how are you? I would love to talk, e.g. on Monday at 10:30.",
        "Hello Ada, write to rita@baton.example.",
        "See https://news.example/about/acme.example.",
        "Call +49 30 123456!",
        "We save you 20 % of 1,000 hours."
      })
  void plain_words_and_what_was_known_are_good(String text) {
    assertThat(TextCheck.objection(text, KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n ",
        "Write to eve@evil.example",
        "Write to eve @ evil.example",
        "Look at https://evil.example/login",
        "Look at evil.example/login",
        "Look at www.evil.example",
        "javascript:alert(1)",
        "See https://news.example/about/acme.example?next=evil",
        "<a href='x'>here</a>",
        "[here](x)",
        "```json```",
        "Call 0900 123 456 789",
        "Hidden \u202e text",
        "Null \u0000 here"
      })
  void what_was_not_known_is_refused(String text) {
    assertThat(TextCheck.objection(text, KNOWN)).isPresent();
  }

  @Test
  void a_novel_is_refused() {
    assertThat(TextCheck.objection("a ".repeat(TextCheck.LONGEST), KNOWN)).isPresent();
  }
}
