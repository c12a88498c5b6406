package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.input.AnswerForm;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Camunda Forms that ship are made of the answer schema. */
class FormFilesTest {
  static Stream<AnswerForm> schema() {
    return CamundaForms.schema();
  }

  @ParameterizedTest
  @MethodSource("schema")
  void a_form_file_is_what_the_answer_schema_makes_of_it(AnswerForm form) {
    Generated.isAsMade(
        ShippedModelFiles.RESOURCES.resolve("forms").resolve(form.id() + ".form"),
        CamundaForms.of(form));
  }

  @Test
  void every_form_file_has_its_form_in_the_schema() {
    assertThat(ShippedModelFiles.forms().map(ShippedModelFiles.Model::name))
        .hasSize(12)
        .containsExactlyInAnyOrderElementsOf(schema().map(AnswerForm::id).toList());
  }
}
