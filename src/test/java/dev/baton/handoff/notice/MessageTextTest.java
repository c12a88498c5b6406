package dev.baton.handoff.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FileDecisions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Headlines are data: the table {@code message-text}. */
class MessageTextTest {

  @Test
  void each_message_that_is_sent_has_a_row() {
    assertThat(FileDecisions.shipped().rows("message-text", Map.of()))
        .extracting(row -> row.text("message"))
        .containsExactlyInAnyOrder(
            Arrays.stream(MessageText.values()).map(MessageText::word).toArray(String[]::new));
  }

  @Test
  void what_a_text_names_is_filled_in_as_it_is_or_with_a_capital() {
    MessageTexts texts = new MessageTexts(FileDecisions.shipped());
    assertThat(texts.of(MessageText.OVERDUE, Map.of("question", "review", "owner", "rita $1")))
        .isEqualTo("Review overdue, owner rita $1");
  }
}
