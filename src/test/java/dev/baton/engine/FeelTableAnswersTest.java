package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.asked.TableAnswers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeelTableAnswersTest {
  private static final String FILE = FileDecisions.xml("score-limits");

  private static TableAnswers.Table read(String file) {
    return new FeelTableAnswers()
        .read(file.getBytes(StandardCharsets.UTF_8), "score-limits")
        .orElseThrow();
  }

  @Test
  void the_same_file_is_read_once() {
    assertThat(read(FILE)).isSameAs(read(FILE));
  }

  @Test
  void a_changed_file_answers_as_it_says() {
    Map<String, Object> fit = Map.of("profile", "two-axis", "axis", "fit");
    assertThat(read(FILE).ask(fit).rows()).isNotEmpty();
    String changed = FILE.replace("\"fit\"", "\"width\"");
    assertThat(read(changed).ask(fit).rows()).isEmpty();
  }
}
