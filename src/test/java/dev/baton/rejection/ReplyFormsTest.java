package dev.baton.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.ShippedModelFiles;
import dev.baton.ShippedModelFiles.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of what follows a no, so that Tasklist's replies meet the same check as all others. */
class ReplyFormsTest {

  @ParameterizedTest
  @ValueSource(strings = {"answer-rejection", "decide-contest", "find-contact", "name-other-lead"})
  void a_field_is_one_that_a_reply_may_carry(String name) {
    Model<JsonNode> form =
        ShippedModelFiles.forms().filter(f -> f.name().equals(name)).findFirst().orElseThrow();

    assertThat(ReplyFields.SUBMITTED).containsAll(form.tree().findValuesAsText("key"));
  }
}
