package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Forms that a designer deploys in place of those that ship. */
class FormGateTest {
  private static ProcessEngine fenced;
  private static String shipped;

  @BeforeAll
  static void build() throws IOException {
    fenced = TestEngine.fenced(TestEngine.steps());
    shipped = Files.readString(Path.of("src/main/resources/forms/review-lead.form"));
  }

  @AfterAll
  static void close() {
    fenced.close();
  }

  private static void deploys(String form) {
    fenced.getRepositoryService().createDeployment().addString("form.form", form).deploy();
  }

  private static String changed(String from, String to) {
    assertThat(shipped).contains(from);
    return shipped.replace(from, to);
  }

  @Test
  void a_designer_words_a_form_anew_and_leaves_out_what_nobody_needs() {
    deploys(
        changed("\"Accept the lead\"", "\"Mine\"")
            .replace("\"key\": \"renewalAt\"", "\"key\": \"wakeAt\""));
  }

  @Test
  void a_form_asks_for_nothing_that_nobody_keeps() {
    assertThatThrownBy(() -> deploys(changed("\"key\": \"note\"", "\"key\": \"remark\"")))
        .hasMessageContaining("The form asks for 'remark', which its answer doesn't have")
        .hasMessageContaining("it has decision, reason");
  }

  @Test
  void a_form_asks_for_what_the_answer_can_not_do_without() {
    assertThatThrownBy(() -> deploys(changed("\"key\": \"reason\"", "\"key\": \"note\"")))
        .hasMessageContaining("The form doesn't ask for 'reason' (Reason)");
  }

  @Test
  void a_form_offers_what_its_answer_takes() {
    assertThatThrownBy(() -> deploys(changed("\"value\": \"accept\"", "\"value\": \"yes\"")))
        .hasMessageContaining("The form offers 'yes' for 'decision'")
        .hasMessageContaining("it takes accept, reject");
  }

  @Test
  void reasons_are_those_of_their_table() {
    deploys(changed("\"value\": \"low_intent\"", "\"value\": \"a_reason_to_come\""));
  }

  @Test
  void a_form_of_a_designers_own_asks_whatever_it_likes() {
    deploys(
        changed("\"id\": \"review-lead\"", "\"id\": \"our-own\"")
            .replace("\"key\": \"note\"", "\"key\": \"remark\""));
  }

  @Test
  void a_form_is_json_with_an_id() {
    assertThatThrownBy(() -> deploys("{}")).hasMessageContaining("A form is JSON with an id");
  }
}
