package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.ShippedModelFiles;
import dev.baton.ShippedModelFiles.Model;
import dev.baton.engine.FileDecisions;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.review.ReviewProcess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form keeps to, so that Tasklist's answers meet the same check as all others. */
class FormsTest {
  private static final Set<String> OF_OTHERS =
      Set.of(
          "answer-rejection",
          "approve-proposal",
          "decide-contest",
          "find-contact",
          "name-other-lead");

  static Stream<Model<JsonNode>> forms() {
    return ShippedModelFiles.forms();
  }

  /** What follows a no or an agent's proposal carries fields of its own. */
  static Stream<Model<JsonNode>> answers() {
    return forms().filter(form -> !OF_OTHERS.contains(form.name()));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void a_file_is_named_after_its_form_and_modeler_for_camunda_7_opens_it(Model<JsonNode> form) {
    assertThat(form.tree().at("/id").asText()).isEqualTo(form.name());
    assertThat(form.tree().at("/type").asText()).isEqualTo("default");
    assertThat(form.tree().at("/executionPlatform").asText()).isEqualTo("Camunda Platform");
    assertThat(form.tree().at("/executionPlatformVersion").asText()).isEqualTo("7.24.0");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void a_field_is_one_that_an_answer_may_carry(Model<JsonNode> form) {
    Set<String> known = new HashSet<>(AnswerSchema.SUBMITTED);
    known.addAll(ReviewProcess.SUBMITTED);
    assertThat(known).containsAll(form.tree().findValuesAsText("key"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void a_form_shows_why_this_lead_or_leads_to_the_review(Model<JsonNode> form) {
    assertThat(form.tree().at("/components/0/text").asText())
        .matches(
            "\\[(Why this lead|The proposal and why)]\\(/leads/\\{\\{leadId}}/card\\)|\\[.*]\\(/reviews/\\{\\{reviewId}}\\)");
  }

  /** Tasklist would keep the error of a hidden field, and with it the button shut. */
  @ParameterizedTest
  @MethodSource("forms")
  void a_field_that_can_hide_is_checked_by_the_server_only(Model<JsonNode> form) {
    for (JsonNode field : form.tree().at("/components")) {
      if (field.has("conditional")) {
        assertThat(field.has("validate")).as(field.at("/key").asText()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "review-lead, review",
    "qualify-bant, qualification",
    "qualify-meddic, qualification",
    "make-first-touch, first_touch",
    "open-opportunity, opportunity"
  })
  void the_reasons_for_a_no_are_those_of_the_taxonomy(String name, String question) {
    JsonNode form = forms().filter(f -> f.name().equals(name)).findFirst().orElseThrow().tree();
    List<String> offered = new ArrayList<>();
    for (JsonNode field : form.at("/components")) {
      if (field.at("/key").asText().equals("reason")) {
        field
            .at("/values")
            .forEach(v -> offered.add(v.at("/value").asText() + " " + v.at("/label").asText()));
      }
    }

    assertThat(offered)
        .containsExactlyElementsOf(
            FileDecisions.shipped()
                .evaluate("rejection-reasons", Map.of("question", question))
                .stream()
                .map(row -> row.get("code") + " " + row.get("label"))
                .toList());
  }
}
