package dev.baton.alert.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FileDecisions;
import dev.baton.people.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who changes a text reads it as others will, before they do. */
class TextPreviewsTest {
  private final TextPreviews previews = new TextPreviews(new MessageTexts(FileDecisions.shipped()));

  @Test
  void a_changed_text_is_shown_in_each_language_with_examples() {
    String table =
        FileDecisions.xml("message-text")
            .replace("{Question} due soon", "Hurry, {owner}: {question}")
            .replace("{Question} bald fällig", "");
    assertThat(previews.of(table))
        .containsExactly(
            new TextPreview(
                "due_soon",
                List.of(
                    new TextPreview.Said(Language.EN, "Hurry, Rita Rossi: review"),
                    new TextPreview.Said(Language.DE, "Hurry, Rita Rossi: Prüfung"))));
  }

  @Test
  void what_nobody_has_an_example_of_is_shown_as_it_is_written() {
    String table = FileDecisions.xml("message-text").replace("Bis {due}.", "Spätestens {due}.");
    assertThat(previews.of(table))
        .singleElement()
        .extracting(preview -> preview.said().get(1).text())
        .isEqualTo("Spätestens {due}.");
  }

  @Test
  void what_ships_differs_from_itself_in_nothing_and_no_table_has_no_preview() {
    assertThat(previews.of(FileDecisions.xml("message-text"))).isEmpty();
    assertThat(previews.of("no table")).isEmpty();
  }
}
